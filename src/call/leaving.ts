import { asks } from "./asking.ts";
import type { Ended, Leaving } from "./call.ts";
import { ended } from "./end.ts";
import { messageOn } from "./recording.ts";
import { also, give, stay, type StateOf } from "./step.ts";

/**
 * at leaving  hung up                     → end
 *             a recording still to come   → on the leads' list, end: voicemail
 *             none came                   → end
 *             asked                       → nothing more to say: hang up
 */
export const leaving: StateOf<Leaving> = (call, event, _routing, now) => {
  const { recordingFor: recording } = call;
  if (recording && event.type === "recorded") {
    const message = messageOn(call, recording.queue, event);
    return message ? also(ended(call, "voicemail", now), message) : ended(call, call.outcome, now);
  }
  if (recording && event.type === "woke") return ended(call, call.outcome, now);
  if (!recording && event.type === "leg-ended" && event.leg === "caller") return ended(call, call.outcome, now);
  return asks(event) ? give(call, "caller", () => [{ verb: "hangup" }]) : stay(call);
};

/** An ended call changes no more; a leg that asks is hung up. */
export const over: StateOf<Ended> = (call, event) => {
  if (!asks(event)) return stay(call);
  return { call, verbs: [{ verb: "hangup" }], effects: [] };
};
