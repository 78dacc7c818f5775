import type { CallbackEvent } from "../callback/event.ts";
import type { Instant } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import type { Came, Companion } from "./ringing-back.ts";
import type { Effect } from "./effect.ts";
import { part } from "./parting.ts";
import { accounted, tellReturn } from "./returning.ts";
import { also, type Step } from "./step.ts";
import type { LegId } from "./verb.ts";

/** A call in which a rep may be waiting for the customer. */
export type Accompanied = Call & { readonly with?: Companion | undefined };
type Tried = Extract<CallbackEvent, { readonly type: "tried" }>["came"];

/**
 * The customer was not reached: that is a try, and the rep is free without penalty. `heard`: what the rep is told, where
 * that says more. `asking`: see `part`.
 */
export function fruitless(
  call: Accompanied,
  came: Tried,
  now: Instant,
  { heard = came, asking }: { readonly heard?: Came; readonly asking?: LegId } = {},
): Step {
  const step = part(accounted(call), heard, call.with, now, asking);
  return also(step, ...tellReturn(call, { type: "tried", came }), ...freed(call.with));
}

/** A rep who waited for the customer is free again. */
export function freed(rep: Companion | undefined): readonly Effect[] {
  return rep ? [{ do: "note-rep", rep: rep.rep, did: "freed" }] : [];
}

/** A machine's answer is a try, and no success. A fax machine takes no message. */
export function machineAnswered(call: Accompanied, as: "machine" | "fax", now: Instant): Step {
  return fruitless(call, as === "fax" ? "unanswered" : "machine", now);
}
