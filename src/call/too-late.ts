import type { PromptId, Routing } from "../routing/routing.ts";
import { asks, legIn } from "./asking.ts";
import type { Call } from "./call.ts";
import type { CallEvent } from "./event.ts";
import { endWith, sayToRep } from "./speech.ts";
import { legOf, stay, withLeg, type Step } from "./step.ts";
import type { LegId } from "./verb.ts";

/** A rep's leg that is no longer part of the call: it hears why, and is let go. */
export function tooLate(call: Call, event: CallEvent, routing: Routing): Step {
  const leg = legIn(event);
  const { rep } = legOf(call, leg);
  if (event.type === "leg-ended") return stay(withLeg(call, leg, { ended: true }));
  if (event.type === "ring-placed")
    return stay(withLeg(call, leg, { sid: event.sid }), [{ do: "hang-up", leg, sid: event.sid }]);
  if (!asks(event)) return stay(call);
  return endWith(call, leg, rep === undefined ? [] : [sayToRep(routing, rep, whyLetGo(call, leg))]);
}

/** Legs of reps are numbered in the order of ringing. */
const numberOf = (leg: LegId) => Number(leg.slice(1));

function whyLetGo(call: Call, leg: LegId): PromptId {
  if (legOf(call, "caller").ended) return "whisper-gone";
  const taker = "leg" in call && call.at !== "ringing" ? call.leg : "r0";
  return numberOf(taker) > numberOf(leg) ? "taken-by-another" : "whisper-withdrawn";
}
