import type { Callback } from "../callback/callback.ts";
import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import { houseOf } from "./asking.ts";
import { hushed } from "./broken-off.ts";
import type { AtNotice, Call, Common } from "./call.ts";
import type { CallEvent } from "./event.ts";
import { askNumber, isOfHouse } from "./offer-number.ts";
import { apartTalk, inLineTalk, type Waiting } from "./offer-talk.ts";
import { askTime } from "./offer-time.ts";
import { askWhat } from "./offer-what.ts";
import type { Offer, Talk } from "./offering.ts";
import type { Offering } from "./ringing-in.ts";
import { closedNow, isClosed } from "./refusal.ts";
import { say } from "./speech.ts";
import { into, type Going, type Step } from "./step.ts";
import type { Say } from "./verb.ts";

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

/**
 * A caller has chosen a return call in a menu: the place is kept as if the line had been joined now. While the queue is
 * closed there is no place to keep, which is said first; then a time can be chosen.
 */
export function offerFromMenu(
  call: Call,
  queue: QueueId,
  event: CallEvent,
  routing: Routing,
  now: Instant,
): Step | Going {
  const begun: Offer = { queue, asks: "what", misses: 0 };
  const menu = call.at === "menu" ? { menu: call.menu } : {};
  const at: Common & Offering = into(call, { at: "offer", offer: begun, since: now, ...menu });
  const here = routing.queues[queue];
  const closed = here && isClosed(here, routing, now) ? [closedNow(call, queue, routing, now)] : [];
  return begin(apartTalk(at, event, routing, now), closed);
}

/** The number that is called from, if it may be rung back; otherwise another is asked for. */
function begin(talk: Talk, before: readonly Say[] = []): Step | Going {
  const { call, offer: asked, event, routing } = talk;
  const own = houseOf(event).owed.judge(call.from, call.to, asked.queue);
  if (own.ok) return askWhat(talk, { ...asked, to: { ...own, own: true } }, before);
  if (isOfHouse(own.why)) return talk.back(...before, say(call, routing, "callback-not-now"));
  const seen = call.from.startsWith("+");
  return askNumber(talk, asked, [...before, say(call, routing, seen ? "offer-number-unfit" : "offer-number-unseen")]);
}
