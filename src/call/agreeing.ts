import type { Instant, Routing } from "../routing/routing.ts";
import { asks } from "./asking.ts";
import type { Call, Common } from "./call.ts";
import type { Agreeing, Companion } from "./ringing-back.ts";
import { companion } from "./companion.ts";
import type { CallEvent } from "./event.ts";
import { freed, fruitless, machineAnswered } from "./fruitless.ts";
import { meet, standInLine } from "./meeting.ts";
import { enterSnoozing } from "./snoozing.ts";
import { askKey, question, say } from "./speech.ts";
import { give, into, stay, withLeg, type StateOf, type Step } from "./step.ts";

/**
 * Whoever has picked up is asked whether it suits, before a rep is used.
 *
 * at agreeing  1                     → into the room where a rep waits; to the line, in the place that was kept
 *              2                     → snoozing
 *              3                     → parting: a wrong number, which is not rung again
 *              another key, silence  → asked again, twice; then parting: a try
 *              a machine, hung up    → parting: a try
 */
export const agreeing: StateOf<Agreeing> = (call, event, routing, now) =>
  companion(call, event, (alone, rep) => stay(alone, freed(rep))) ?? customer(call, event, routing, now);

function customer(call: Common & Agreeing, event: CallEvent, routing: Routing, now: Instant): Step {
  switch (event.type) {
    case "pressed":
      return key(call, event.keys, routing, now);
    case "kept-silent":
    case "said":
      return again(call, routing, now);
    case "identified":
      return event.as === "machine" || event.as === "fax" ? machineAnswered(call, event.as, now) : stay(call);
    case "leg-ended":
      return fruitless(withLeg(call, "caller", { ended: true }), "unanswered", now, { heard: "hung-up" });
    default:
      return asks(event) ? ask(call, routing) : stay(call);
  }
}

/** Says who we are, and asks whether it suits. */
export function agree(call: Call, rep: Companion | undefined, routing: Routing): Step {
  return ask(into(call, { at: "agreeing", misses: 0, ...(rep ? { with: rep } : {}) }), routing);
}

function ask(call: Common & Agreeing, routing: Routing): Step {
  const callback = call.returns?.callback;
  const kind = callback?.confirm ? "asked" : (callback?.kind ?? "place");
  const words = question(call, [say(call, routing, "return-hello", { kind }), say(call, routing, "return-agree")]);
  return give(call, "caller", (turn) => [
    askKey({ asked: "answer", leg: "caller", turn }, words, call.moreTime ? 15 : 6),
  ]);
}

function key(call: Common & Agreeing, pressed: string, routing: Routing, now: Instant): Step {
  switch (pressed) {
    case "1":
      return call.with ? meet(call, call.with, routing, now) : standInLine(call, routing, now);
    case "2":
      return enterSnoozing(call, call.with, false, routing);
    case "3":
      return fruitless(call, "wrong-number", now, { asking: "caller" });
    default:
      return again(call, routing, now);
  }
}

function again(call: Common & Agreeing, routing: Routing, now: Instant): Step {
  if (call.misses >= 2) return fruitless(call, "unanswered", now, { asking: "caller" });
  return ask({ ...call, misses: call.misses + 1 }, routing);
}
