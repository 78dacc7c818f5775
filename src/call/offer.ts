import type { Callback } from "../callback/callback.ts";
import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import { asks, houseOf, isAnswer } from "./asking.ts";
import type { AtNotice, Call, Common } from "./call.ts";
import type { InQueue, Ringing } from "./waiting.ts";
import type { Offering } from "./ringing-in.ts";
import { ended } from "./end.ts";
import type { CallEvent } from "./event.ts";
import { hushed } from "./broken-off.ts";
import { unasked, waitDocument } from "./in-line.ts";
import { askNumber, isOfHouse, numberKeyed, numberRight } from "./offer-number.ts";
import { timeAnswered } from "./offer-said.ts";
import { askTime, slotKey, timeRight, zoneKey } from "./offer-time.ts";
import { askWhat, knownKey, whatKey } from "./offer-what.ts";
import type { Offer, Talk } from "./offering.ts";
import { opening } from "./opening.ts";
import { say } from "./speech.ts";
import { go, into, stay, type Going, type StateOf, type Step } from "./step.ts";
import { waitKey } from "./wait-keys.ts";

/**
 * Whoever waits is asked about a return call within the wait, the place kept: a rep may be rung, and take the call, as if
 * nothing were asked. At a notice there is no place to keep.
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
 *           all else      → queue or notice, as if never asked
 *           hung up       → end: as it would have been without being asked
 */
export const offer: StateOf<Offering> = (call, event, routing, now) => {
  const talk = apartTalk(call, event, routing, now);
  switch (event.type) {
    case "leg-ended":
      return event.leg === "caller" ? ended(call, "turned-away", now) : stay(call);
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

/** A waiting caller asks for a return call. */
export function offerInLine(call: Waiting, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  const begun: Offer = { queue: call.line.queue, asks: "what", misses: 0 };
  return begin(inLineTalk(hushed(call, now), begun, event, routing, now));
}

/** Another time is wanted for a return call that is owed. */
export function move(call: Call, callback: Callback, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  const { id, code, queue, to: number, zones, texts } = callback;
  const to = { number, zones, texts, own: number === call.from };
  const begun: Offer = { queue, asks: "slot", to, moves: { id, code }, misses: 0 };
  const talk = apartTalk(into(call, { at: "offer", offer: begun }), event, routing, now);
  return askTime(talk, begun);
}

/** A caller at a notice asks for a return call. */
export function offerAtNotice(
  call: Common & AtNotice,
  queue: QueueId,
  event: CallEvent,
  routing: Routing,
  now: Instant,
): Step | Going {
  const { cause, misses, joinedAt } = call;
  const begun: Offer = { queue, asks: "what", misses: 0 };
  const notice = { cause, queue, misses, ...(joinedAt === undefined ? {} : { joinedAt }) };
  const at: Common & Offering = into(call, { at: "offer", offer: begun, notice });
  return begin(apartTalk(at, event, routing, now));
}

type Waiting = Common & (InQueue | Ringing);

function inLineTalk(call: Waiting, asked: Offer, event: CallEvent, routing: Routing, now: Instant): Talk {
  const line = unasked(call.line);
  const still = say(call, routing, "still-in-line");
  return {
    call,
    offer: asked,
    joinedAt: call.line.joinedAt,
    event,
    routing,
    now,
    keep: (next) => ({ ...call, line: { ...line, offer: next } }),
    person: () => waitKey({ ...call, line }, event, "0", routing, now),
    back: (...words) => waitDocument({ ...call, line }, event, routing, now, false, [...words, still]),
  };
}

function apartTalk(call: Common & Offering, event: CallEvent, routing: Routing, now: Instant): Talk {
  const { notice } = call;
  return {
    call,
    offer: call.offer,
    ...(notice?.joinedAt === undefined ? {} : { joinedAt: notice.joinedAt }),
    event,
    routing,
    now,
    keep: (next) => ({ ...call, offer: next }),
    person: () => go(call, routing.business.reception),
    back: (...words) =>
      notice
        ? go(
            into(call, { at: "notice", ...notice, misses: notice.misses + 1 }),
            { to: "queue", queue: call.offer.queue },
            words,
          )
        : go(call, opening(call.to, routing), words),
  };
}

/** The number that is called from, if it may be rung back; otherwise another is asked for. */
function begin(talk: Talk): Step | Going {
  const { call, offer: asked, event, routing } = talk;
  const own = houseOf(event).owed.judge(call.from, call.to, asked.queue);
  if (own.ok) return askWhat(talk, { ...asked, to: { ...own, own: true } });
  if (isOfHouse(own.why)) return talk.back(say(call, routing, "callback-not-now"));
  const seen = call.from.startsWith("+");
  return askNumber(talk, asked, [say(call, routing, seen ? "offer-number-unfit" : "offer-number-unseen")]);
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
