import type { Instant, Routing } from "../routing/routing.ts";
import { asks, legIn } from "./asking.ts";
import type { CallEvent, House } from "./event.ts";
import type { Step } from "./step.ts";
import { transition } from "./transition.ts";
import type { Verb } from "./verb.ts";

/** The step with a document wherever Twilio waits for one: a leg that asks is never answered with nothing, which would end it. */
export function complete(step: Step, event: CallEvent, house: House, routing: Routing, now: Instant): Step {
  if (!asks(event) || step.verbs.length > 0) return step;
  const again = transition(step.call, { type: "moved", leg: legIn(event), turn: 0, house }, routing, now);
  const verbs: readonly Verb[] = again.verbs.length > 0 ? again.verbs : [{ verb: "hangup" }];
  return { call: again.call, verbs, effects: [...step.effects, ...again.effects] };
}
