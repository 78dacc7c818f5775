import type { Instant } from "../routing/routing.ts";
import type { Call, Outcome } from "./call.ts";
import { hangUp, into, withLeg, type Step } from "./step.ts";
import type { LegId } from "./verb.ts";

/** The caller's leg has ended and nothing is left to do: the call is over. Legs still open are hung up. */
export function ended(call: Call, outcome: Outcome, now: Instant): Step {
  const legs = Object.keys(call.legs).filter((leg): leg is LegId => leg !== "caller");
  const over = into(withLeg(call, "caller", { ended: true }), { at: "ended", endedAt: now, outcome });
  return { call: over, verbs: [], effects: legs.flatMap((leg) => hangUp(call, leg)) };
}
