import type { Instant, Routing } from "../routing/routing.ts";
import { asks } from "./asking.ts";
import type { Call, Common } from "./call.ts";
import type { Approach, Companion, Greeting } from "./ringing-back.ts";
import { companion } from "./companion.ts";
import type { CallEvent, Identity } from "./event.ts";
import { freed, fruitless, machineAnswered } from "./fruitless.ts";
import { inform } from "./informing.ts";
import { meet, standInLine } from "./meeting.ts";
import { askKey, say } from "./speech.ts";
import { give, interrupted, into, redirect, stay, withLeg, type StateOf, type Step } from "./step.ts";

/** So often whoever has picked up is asked for a key, where nothing else tells whether it is a person. */
const mostAsked = 3;

/**
 * The customer's phone was picked up, and hears who we are, while Twilio listens for who that is.
 *
 * at greeting  a person, by the voice or by a key    → into the room where the rep waits; to the line, where none does any
 *                                                      more; at the promised time: informing
 *              not known yet when all is said        → asked for any key; after the third time let through to the rep,
 *                                                      or, where none waits: parting, a try
 *              a machine                             → parting, with a short message: a try
 *              the rep hangs up                      → greeted on: the customer will be in line
 *              hung up                               → parting: a try
 */
export const greeting: StateOf<Greeting> = (call, event, routing, now) =>
  companion(call, event, (alone, rep) => stay(alone, freed(rep))) ?? customer(call, event, routing, now);

function customer(call: Common & Greeting, event: CallEvent, routing: Routing, now: Instant): Step {
  switch (event.type) {
    case "pressed":
    case "said":
      return goOn(call, event, routing, now);
    case "kept-silent":
      if (isKnown(call)) return goOn(call, event, routing, now);
      if (call.misses < mostAsked) return askForKey(call, routing);
      return call.how === "no-news"
        ? fruitless(call, "unanswered", now, { asking: "caller" })
        : goOn(call, event, routing, now);
    case "identified":
      return identified(call, event.as, now);
    case "leg-ended":
      return fruitless(withLeg(call, "caller", { ended: true }), "unanswered", now, { heard: "hung-up" });
    default:
      if (!asks(event)) return stay(call);
      return isKnown(call) && call.misses > 0
        ? goOn(call, event, routing, now)
        : greet(call, call.how, call.with, routing);
  }
}

/** Says who we are, and that we are calling back: nothing that a machine or a stranger should not hear. */
export function greet(call: Call, how: Approach, rep: Companion | undefined, routing: Routing): Step {
  const known = call.at === "greeting" && call.who !== undefined ? { who: call.who } : {};
  const at = into(call, { at: "greeting", how, misses: 0, ...known, ...(rep ? { with: rep } : {}) });
  const kind = call.returns?.callback.kind ?? "place";
  return give(at, "caller", (turn) => [
    askKey({ asked: "answer", leg: "caller", turn }, [say(at, routing, "return-hello", { kind })], 1),
  ]);
}

function askForKey(call: Common & Greeting, routing: Routing): Step {
  return give({ ...call, misses: call.misses + 1 }, "caller", (turn) => [
    askKey({ asked: "answer", leg: "caller", turn }, [say(call, routing, "return-anyone")], 6),
  ]);
}

/** Silence is no proof of a person; a rep will tell. */
function isKnown({ who, how }: Greeting): boolean {
  return who === "person" || (who === "unknown" && how === "rep");
}

function goOn(call: Common & Greeting, event: CallEvent, routing: Routing, now: Instant): Step {
  if (call.how === "no-news") return inform(call, event, routing, now);
  return call.with ? meet(call, call.with, routing, now) : standInLine(call, routing, now);
}

/** What is known while we still speak is acted on when all is said; a person who is being asked for a key needs not press it. */
function identified(call: Common & Greeting, as: Identity, now: Instant): Step {
  if (as === "machine" || as === "fax") return machineAnswered(call, as, now);
  const known = { ...call, who: as };
  if (call.misses === 0 || !isKnown(known)) return stay(known);
  return stay(interrupted(known, "caller"), redirect(known, "caller"));
}
