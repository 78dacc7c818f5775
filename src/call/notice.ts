import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import { asks } from "./asking.ts";
import type { AtNotice, Call, Common } from "./call.ts";
import { ended } from "./end.ts";
import type { CallEvent } from "./event.ts";
import { offerAtNotice } from "./offer-begin.ts";
import { offersNow } from "./offer-possible.ts";
import { closedNow } from "./refusal.ts";
import { question, say } from "./speech.ts";
import { give, go, into, stay, type StateOf, type Step } from "./step.ts";
import type { Heard, Say } from "./verb.ts";

/**
 * at notice  1              → offer, where it was said to; otherwise voicemail
 *            3, or silence  → voicemail
 *            0              → reception, unless it is reception that is not there: voicemail
 *            another key    → the notice again, twice; then voicemail
 *            hung up        → end: turned away
 */
export const notice: StateOf<AtNotice> = (call, event, routing, now) => {
  const voicemail = () => go(call, { to: "voicemail" });
  switch (event.type) {
    case "pressed": {
      const { reception } = routing.business;
      const here = reception.to === "queue" && reception.queue === call.queue;
      if (event.keys === "1" && call.offers && call.queue !== undefined)
        return offerAtNotice(call, call.queue, event, routing, now);
      if (event.keys === "0" && !here && call.misses < 2) return go({ ...call, misses: call.misses + 1 }, reception);
      if (event.keys === "1" || event.keys === "3" || event.keys === "0" || call.misses >= 2) return voicemail();
      return speak({ ...call, misses: call.misses + 1 }, event, routing, now, []);
    }
    case "leg-ended":
      return event.leg === "caller" ? ended(call, "turned-away", now) : stay(call);
    case "moved":
      return speak(call, event, routing, now, []);
    case "failed":
      return speak(call, event, routing, now, [say(call, routing, "our-failure")]);
    default:
      return asks(event) ? voicemail() : stay(call);
  }
};

/** Says why nobody can take the call, when that changes, and what can be done meanwhile. */
export function atNotice(
  call: Call,
  cause: AtNotice["cause"],
  queue: QueueId | undefined,
  event: CallEvent,
  routing: Routing,
  now: Instant,
  before: readonly Heard[] = [],
): Step {
  const misses = call.at === "notice" ? call.misses : 0;
  const at = into(call, {
    at: "notice",
    cause,
    misses,
    ...(queue === undefined ? {} : { queue }),
    ...waitedSince(call),
  });
  return speak(at, event, routing, now, before);
}

function waitedSince(call: Call): Pick<AtNotice, "joinedAt"> {
  const joinedAt = "line" in call ? call.line?.joinedAt : call.at === "notice" ? call.joinedAt : undefined;
  return joinedAt === undefined ? {} : { joinedAt };
}

function speak(
  call: Common & AtNotice,
  event: CallEvent,
  routing: Routing,
  now: Instant,
  before: readonly Heard[],
): Step {
  const offers = offersNow(call, call.queue, event, routing, now) !== undefined;
  const keys = say(call, routing, "notice-keys", { callback: offers ? "yes" : "no" });
  return give({ ...call, offers }, "caller", (turn) => [
    {
      verb: "gather",
      prompt: [...before, why(call, routing, now), ...question(call, [keys])],
      keys: 1,
      seconds: call.moreTime ? 15 : 4,
      then: { asked: "answer", leg: "caller", turn },
    },
  ]);
}

/** Why nobody can take the call, and when that changes. */
export function why(call: Call & AtNotice, routing: Routing, now: Instant): Say {
  switch (call.cause) {
    case "closed":
      return closedNow(call, call.queue, routing, now);
    case "full":
      return say(call, routing, "queue-full");
    case "nobody":
    case "unreachable":
      return say(call, routing, "nobody-here");
    default:
      return call.cause satisfies never;
  }
}
