import type { Slot } from "../callback/owed.ts";
import type { Instant } from "../routing/routing.ts";
import { houseOf } from "./asking.ts";
import { clocksOf, spokenFor } from "./offer-clock.ts";
import { askKeyed, askSaid } from "./offer-said.ts";
import { ask, type Offer, type Talk } from "./offering.ts";
import { promise } from "./promise.ts";
import { say } from "./speech.ts";
import type { Going, Step } from "./step.ts";
import type { Say } from "./verb.ts";

/** So many times are read out at once. */
const mostSlots = 3;

/** Asks for a time, by the customer's own clock: where the number leaves that open, what time it is there comes first. */
export function askTime(talk: Talk, offer: Offer): Step | Going {
  const clocks = clocksOf(talk, offer);
  if (clocks.length < 2) return askSlots(talk, offer, talk.now);
  const { call, routing } = talk;
  const choices = clocks.map(({ time }, index) => say(call, routing, "offer-clock", { time, key: index + 1 }));
  return ask(talk, { ...offer, asks: "zone" }, [say(call, routing, "offer-clock-ask"), ...choices]);
}

/** What time it is there was answered. */
export function zoneKey(talk: Talk, key: string): Step | Going {
  const { offer, now } = talk;
  const [zone] = clocksOf(talk, offer)[Number(key) - 1]?.zones ?? [];
  if (zone === undefined || !offer.to) return talk.back();
  return askSlots(talk, { ...offer, to: { ...offer.to, zones: [zone] } }, now);
}

/** Reads out the free times from `after` on. */
function askSlots(talk: Talk, offer: Offer, after: Instant, before: readonly Say[] = []): Step | Going {
  const { call, routing, event } = talk;
  const zones = offer.to?.zones ?? [];
  const slots = houseOf(event).owed.slots({ queue: offer.queue, zones, after, most: mostSlots });
  if (slots.length === 0) return talk.back(say(call, routing, "offer-no-time"));
  const choices = slots.map(({ from }, index) =>
    say(call, routing, "offer-slot", { time: spokenFor(talk, offer, from), key: index + 1 }),
  );
  return ask(talk, { ...offer, asks: "slot", slots }, [...before, ...choices, say(call, routing, "offer-slot-more")]);
}

/** One of the times, or more of them, after the last the first again; or a time that is keyed in or said. */
export function slotKey(talk: Talk, key: string): Step | Going {
  const { offer, now } = talk;
  const { slots = [] } = offer;
  if (key === "4") return moreSlots(talk, offer, slots.at(-1)?.by ?? now);
  if (key === "5") return askKeyed(talk, offer);
  if (key === "6") return askSaid(talk, offer);
  const slot = /^[1-3]$/.test(key) ? slots[Number(key) - 1] : undefined;
  return slot ? chosen(talk, slot) : talk.back();
}

function moreSlots(talk: Talk, offer: Offer, after: Instant): Step | Going {
  const { event, now } = talk;
  const [next] = houseOf(event).owed.slots({ queue: offer.queue, zones: offer.to?.zones ?? [], after, most: 1 });
  return askSlots(talk, offer, next ? after : now);
}

/** The time is promised, if nobody has taken it meanwhile. */
function chosen(talk: Talk, { from }: Slot): Step | Going {
  const { call, routing, event, offer, now } = talk;
  const { queue, to } = offer;
  if (!to) return talk.back();
  const [slot] = houseOf(event).owed.slots({ queue, zones: to.zones, after: from, most: 1 });
  if (slot?.from !== from) return askSlots(talk, offer, now, [say(call, routing, "offer-slot-taken")]);
  return promise(talk, to, { kind: "booked", slot, at: spokenFor(talk, offer, from) });
}

/** Whether the time that was read back suits: promised, or others are read out from there on. */
export function timeRight(talk: Talk, key: string): Step | Going {
  const [slot] = talk.offer.slots ?? [];
  if (!slot) return talk.back();
  if (key === "2") return moreSlots(talk, talk.offer, slot.by);
  return key === "1" ? chosen(talk, slot) : talk.back();
}
