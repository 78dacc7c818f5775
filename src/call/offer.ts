import type { Instant, Routing } from "../routing/routing.ts";
import { asks, isAnswer } from "./asking.ts";
import type { Offering } from "./ringing-in.ts";
import { ended } from "./end.ts";
import type { CallEvent } from "./event.ts";
import { waitDocument } from "./in-line.ts";
import { numberKeyed, numberRight } from "./offer-number.ts";
import { timeAnswered } from "./offer-said.ts";
import { apartTalk, inLineTalk, type Waiting } from "./offer-talk.ts";
import { slotKey, timeRight, zoneKey } from "./offer-time.ts";
import { askWhat, knownKey, whatKey } from "./offer-what.ts";
import type { Talk } from "./offering.ts";
import { say } from "./speech.ts";
import { stay, type Going, type StateOf, type Step } from "./step.ts";

/**
 * Whoever waits is asked about a return call within the wait, the place kept: a rep may be rung, and take the call, as if
 * nothing were asked. At a notice there is no place to keep; for whoever asks in a menu there is one as of then.
 *
 * at offer  what          1 keep my place, 2 choose a time, 3 another number
 *           known         1 move the call that is owed already
 *           number        a number that may be rung → number-right; another → asked again, twice
 *           number-right  1 that is it, 2 key it in again
 *           zone          what time it is there
 *           slot          1 to 3 that time, 4 more times, 5 key in a time, 6 say one
 *           time-keyed, time-said   the free time nearest to it → time-right; no time → asked again, twice
 *           time-right    1 that time, 2 others from there on
 *           0             → reception
 *           chosen        → leaving: a callback is promised; where that cannot be kept → as if never asked
 *           all else      → queue, notice or menu, as if never asked
 *           hung up       → end: as it would have been without being asked
 */
export const offer: StateOf<Offering> = (call, event, routing, now) => {
  const talk = apartTalk(call, event, routing, now);
  switch (event.type) {
    case "leg-ended":
      return event.leg === "caller"
        ? ended(call, call.menu === undefined ? "turned-away" : "abandoned", now)
        : stay(call);
    case "failed":
      return talk.back(say(call, routing, "our-failure"));
    default:
      if (isAnswer(event)) return answered(talk);
      return asks(event) ? talk.back() : stay(call);
  }
};

/** A waiting caller who is being asked answers. Whoever asks anew for the wait has lost the question: the wait goes on. */
export function answeredInLine(call: Waiting, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  const { offer: asked } = call.line;
  return asked
    ? answered(inLineTalk(call, asked, event, routing, now))
    : waitDocument(call, event, routing, now, false);
}

function answered(talk: Talk): Step | Going {
  const { offer: asked, event } = talk;
  if (event.type === "pressed" && event.keys === "0") return talk.person();
  if (asked.asks === "time-keyed" || asked.asks === "time-said") return timeAnswered(talk);
  if (event.type !== "pressed") return talk.back();
  switch (asked.asks) {
    case "what":
      return whatKey(talk, event.keys);
    case "known":
      return knownKey(talk, event.keys);
    case "number":
      return numberKeyed(talk, event.keys);
    case "number-right":
      return numberRight(talk, event.keys, askWhat);
    case "zone":
      return zoneKey(talk, event.keys);
    case "slot":
      return slotKey(talk, event.keys);
    case "time-right":
      return timeRight(talk, event.keys);
    default:
      return asked.asks satisfies never;
  }
}
