import { asks } from "./asking.ts";
import type { Ended, Leaving } from "./call.ts";
import { ended } from "./end.ts";
import { give, stay, type StateOf } from "./step.ts";

/**
 * at leaving  hung up  → end
 *             asked    → nothing more to say: hang up
 */
export const leaving: StateOf<Leaving> = (call, event, _routing, now) => {
  if (event.type === "leg-ended" && event.leg === "caller") return ended(call, call.outcome, now);
  return asks(event) ? give(call, "caller", () => [{ verb: "hangup" }]) : stay(call);
};

/** An ended call changes no more; a leg that asks is hung up. */
export const over: StateOf<Ended> = (call, event) => {
  if (!asks(event)) return stay(call);
  return { call, verbs: [{ verb: "hangup" }], effects: [] };
};
