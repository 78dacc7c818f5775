import { asks } from "./asking.ts";
import type { Call } from "./call.ts";
import type { Companion } from "./ringing-back.ts";
import type { CallEvent } from "./event.ts";
import { intoRoom } from "./room.ts";
import { stay, withLeg, type Step } from "./step.ts";

/**
 * What a rep does who waits in the room for the customer to be there: nothing leads out of it but hanging up. `undefined`:
 * the event is no such rep's. `gone`: the call without the rep.
 */
export function companion<C extends Call & { readonly with?: Companion | undefined }>(
  call: C,
  event: CallEvent,
  gone: (call: C, rep: Companion) => Step,
): Step | undefined {
  const { with: rep } = call;
  if (!rep || !("leg" in event) || event.leg !== rep.leg) return undefined;
  if (event.type !== "leg-ended") return asks(event) ? intoRoom(call, rep.leg, call.sid) : stay(call);
  return gone({ ...withLeg(call, rep.leg, { ended: true }), with: undefined }, rep);
}
