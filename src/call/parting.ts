import { isLastTry } from "../callback/tried.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import { asks } from "./asking.ts";
import type { Call, Common } from "./call.ts";
import type { Came, Companion, Parting } from "./ringing-back.ts";
import { ended } from "./end.ts";
import { endWith, say, sayToRep } from "./speech.ts";
import { hangUp, interrupted, into, legOf, letGo, stay, withLeg, type StateOf, type Step } from "./step.ts";
import type { LegId, Say } from "./verb.ts";

/**
 * Nothing more comes of a return call.
 *
 * at parting  the rep asks       → hears what became of it, and is let go
 *             the customer asks  → a machine gets a short message; a person hears that it is over
 *             all have gone      → end: unreached
 */
export const parting: StateOf<Parting> = (call, event, routing, now) => {
  if (!("leg" in event)) return stay(call);
  const { leg } = event;
  switch (event.type) {
    case "leg-ended":
    case "ring-failed":
      return over(withLeg(call, leg, { ended: true }), now);
    case "ring-placed": {
      const placed = withLeg(call, leg, { sid: event.sid });
      return stay(placed, hangUp(placed, leg));
    }
    default:
      if (!asks(event)) return stay(call);
      return endWith(call, leg, leg === "caller" ? toCustomer(call, routing) : toRep(call, routing));
  }
};

/**
 * Ends what was being done for a return call. `asking`: the leg that waits for its document, and gets it; the others are
 * fetched for it, and a phone that still rings just stops.
 */
export function part(call: Call, came: Came, companion: Companion | undefined, now: Instant, asking?: LegId): Step {
  const others = [...(companion ? [companion.leg] : []), "caller" as const].filter((leg) => leg !== asking);
  const effects = others.flatMap((leg) => letGo(call, leg));
  const at = into(call, { at: "parting", came, ...(companion ? { with: companion } : {}) });
  const left = others.reduce((next, leg) => (legOf(next, leg).turn > 0 ? interrupted(next, leg) : next), at);
  const step = over(left, now);
  return { ...step, effects: [...effects, ...step.effects] };
}

/** Over, unless somebody is still there. A phone that we have not even asked Twilio to ring is nobody. */
function over(call: Common & Parting, now: Instant): Step {
  const legs: readonly LegId[] = [...(call.with ? [call.with.leg] : []), "caller"];
  const there = legs.some((leg) => {
    const { sid, ended: gone } = legOf(call, leg);
    return sid !== undefined && !gone;
  });
  return there ? stay(call) : ended(call, "unreached", now);
}

/** How the prompt names what came of it: it knows no hyphens. */
const outcomes: Readonly<Record<Exclude<Came, "declined">, string>> = {
  unanswered: "unanswered",
  busy: "busy",
  machine: "machine",
  "not-placed": "failed",
  "not-now": "later",
  "wrong-number": "wrong",
  "hung-up": "gone",
  moved: "moved",
  cancelled: "cancelled",
  "rang-in": "in",
};

function toRep(call: Common & Parting, routing: Routing): readonly Say[] {
  if (!call.with || call.came === "declined") return [];
  return [sayToRep(routing, call.with.rep, "return-outcome", { came: outcomes[call.came] })];
}

/** Nothing of what the call was about: a machine may be anybody's to listen to. */
function toCustomer(call: Common & Parting, routing: Routing): readonly Say[] {
  const { came, returns } = call;
  if (came === "machine" && returns) {
    const again = isLastTry(returns.callback, routing) ? "no" : "yes";
    return [say(call, routing, "return-voicemail", { again, code: returns.callback.code.split("").join(" ") })];
  }
  if (came === "wrong-number") return [say(call, routing, "return-wrong")];
  return [say(call, routing, came === "unanswered" ? "return-unheard" : "return-withdrawn")];
}
