import type { Instant, Routing } from "../routing/routing.ts";
import type { Common } from "./call.ts";
import type { CallEvent } from "./event.ts";
import { unasked, waitDocument } from "./in-line.ts";
import type { Offer, Talk } from "./offering.ts";
import { opening } from "./opening.ts";
import type { Offering } from "./ringing-in.ts";
import { say } from "./speech.ts";
import { go, into } from "./step.ts";
import { waitKey } from "./wait-keys.ts";
import type { InQueue, Ringing } from "./waiting.ts";

/** Whoever waits in a line, a rep being rung or not. */
export type Waiting = Common & (InQueue | Ringing);

/** The talk about a return call within the wait: as if never asked, it goes on where it was. */
export function inLineTalk(call: Waiting, asked: Offer, event: CallEvent, routing: Routing, now: Instant): Talk {
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

/** The talk where there is no place in a line: as if never asked, it leads back to where the caller asked. */
export function apartTalk(call: Common & Offering, event: CallEvent, routing: Routing, now: Instant): Talk {
  const { notice, menu, since } = call;
  return {
    call,
    offer: call.offer,
    ...(notice?.joinedAt === undefined ? {} : { joinedAt: notice.joinedAt }),
    ...(since === undefined ? {} : { since }),
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
        : go(call, menu === undefined ? opening(call.to, routing) : { to: "menu", menu }, words),
  };
}
