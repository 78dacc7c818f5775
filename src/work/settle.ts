import type { CallEvent } from "../call/event.ts";
import type { Settled, StoredEffect } from "../store/store.ts";
import type { Reply } from "../twilio/reply.ts";
import type { Calls } from "./calls.ts";

export const done: Settled = { outcome: "done" };

/** How a reply settles an effect: what is gone needs nothing more, what may do better later is tried again then. */
export function settledBy(reply: Reply<unknown>, { claims }: Pick<StoredEffect, "claims">, now: number): Settled {
  if ("later" in reply) return { outcome: "retry", at: now + (reply.afterMs ?? Math.min(1_000 * 2 ** claims, 30_000)) };
  return "refused" in reply ? { outcome: "gave-up", why: reply.refused } : done;
}

/** Tells a call what came of an effect; whether there is such a call. */
export async function tell({ calls }: { readonly calls: Calls }, call: string, event: CallEvent): Promise<boolean> {
  const { known } = await calls.tell(call, () => event);
  return known;
}
