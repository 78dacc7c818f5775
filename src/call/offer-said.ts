import type { Slot } from "../callback/owed.ts";
import { keyedTime, saidTime } from "../callback/said-time.ts";
import { zoneFor } from "../callback/tell.ts";
import type { Instant } from "../routing/routing.ts";
import { houseOf } from "./asking.ts";
import { spokenFor } from "./offer-clock.ts";
import { ask, type Offer, type Talk } from "./offering.ts";
import { say } from "./speech.ts";
import type { Going, Step } from "./step.ts";
import type { Say } from "./verb.ts";
import { timeHints } from "./word-questions.ts";

/** A time is asked for again so often. */
const tries = 3;
/** A free time is looked for from so long before the one that is wished, in milliseconds, and among so many. */
const lookBack = 2 * 3_600_000;
const lookAt = 24;

/** Asks for a time by keys. Twilio takes keys or words within a wait, not both: each has a question of its own. */
export function askKeyed(talk: Talk, offer: Offer, before: readonly Say[] = []): Step {
  const words = [...before, say(talk.call, talk.routing, "offer-time-keys")];
  return ask(talk, { ...offer, asks: "time-keyed" }, words, { keys: 4, endsWith: "#" });
}

/** Asks for a time in words. */
export function askSaid(talk: Talk, offer: Offer, before: readonly Say[] = []): Step {
  const { call, routing } = talk;
  const locale = routing.business.languages[call.language]?.locale ?? "en-US";
  const listensFor = { locale, hints: timeHints(call.language) };
  const words = [...before, say(call, routing, "offer-time-say")];
  return ask(talk, { ...offer, asks: "time-said" }, words, { keys: 0, listensFor });
}

/** The time that was keyed in or said: the free one nearest to it is read back. Without any answer, as if never asked. */
export function timeAnswered(talk: Talk): Step | Going {
  const { call, offer, event, routing, now } = talk;
  const { queue, to } = offer;
  const zone = zoneFor({ zones: to?.zones ?? [] }, routing);
  const saying = { zone, language: call.language, queue };
  if (event.type !== "pressed" && event.type !== "said") return talk.back();
  const wished =
    event.type === "pressed"
      ? keyedTime(event.keys, saying, routing, now)
      : saidTime(event.words, saying, routing, now);
  if (wished !== undefined) return readBack(talk, wished);
  const words = [say(call, routing, "offer-time-not")];
  const misses = offer.misses + 1;
  if (misses >= tries) return talk.back(...words);
  const asking = offer.asks === "time-said" ? askSaid : askKeyed;
  return asking(talk, { ...offer, misses }, words);
}

function readBack(talk: Talk, wished: Instant): Step | Going {
  const { call, offer, event, routing, now } = talk;
  const after = Math.max(wished - lookBack, now);
  const free = houseOf(event).owed.slots({ queue: offer.queue, zones: offer.to?.zones ?? [], after, most: lookAt });
  const slot = nearest(free, wished);
  if (!slot) return talk.back(say(call, routing, "offer-no-time"));
  const time = spokenFor(talk, offer, slot.from);
  const exact = isWithin(slot, wished) ? "yes" : "no";
  return ask(talk, { ...offer, asks: "time-right", slots: [slot] }, [
    say(call, routing, "offer-time-right", { time, exact }),
  ]);
}

function nearest(slots: readonly Slot[], wished: Instant): Slot | undefined {
  const distance = (slot: Slot) => (isWithin(slot, wished) ? 0 : Math.abs(slot.from - wished));
  return slots.toSorted((a, b) => distance(a) - distance(b))[0];
}

function isWithin({ from, by }: Slot, at: Instant): boolean {
  return at >= from && at < by;
}
