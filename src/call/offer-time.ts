import type { Slot } from "../callback/owed.ts";
import { spread } from "../callback/spread.ts";
import { zoneFor } from "../callback/tell.ts";
import type { Instant } from "../routing/routing.ts";
import { houseOf } from "./asking.ts";
import { clocksOf, spokenFor } from "./offer-clock.ts";
import { askKeyed, askSaid } from "./offer-said.ts";
import { ask, type Offer, type Talk } from "./offering.ts";
import { promise } from "./promise.ts";
import { say } from "./speech.ts";
import type { Going, Step } from "./step.ts";
import type { Say } from "./verb.ts";

/** Asks for a time, by the customer's own clock: where the number leaves that open, what time it is there comes first. */
export function askTime(talk: Talk, offer: Offer): Step | Going {
  const clocks = clocksOf(talk, offer);
  if (clocks.length < 2) return askSlots(talk, offer);
  const { call, routing } = talk;
  const choices = clocks.map(({ time }, index) => say(call, routing, "offer-clock", { time, key: index + 1 }));
  return ask(talk, { ...offer, asks: "zone" }, [say(call, routing, "offer-clock-ask"), ...choices]);
}

/** What time it is there was answered. */
export function zoneKey(talk: Talk, key: string): Step | Going {
  const { offer } = talk;
  const [zone] = clocksOf(talk, offer)[Number(key) - 1]?.zones ?? [];
  if (zone === undefined || !offer.to) return talk.back();
  return askSlots(talk, { ...offer, to: { ...offer.to, zones: [zone] } });
}

/** Reads out free times that differ, and others each time; after the last the first again. */
function askSlots(talk: Talk, offer: Offer, before: readonly Say[] = []): Step | Going {
  const { call, routing, now } = talk;
  const { read, ...unread } = offer;
  const { after, times } = read ?? { after: now, times: [] };
  const zone = zoneFor({ zones: offer.to?.zones ?? [] }, routing);
  const slots = spread((from) => freeFrom(talk, offer, from), { after, times }, zone);
  if (slots.length === 0) return read ? askSlots(talk, unread, before) : talk.back(say(call, routing, "offer-no-time"));
  const choices = slots.map(({ from }, index) =>
    say(call, routing, "offer-slot", { time: spokenFor(talk, offer, from), key: index + 1 }),
  );
  const told = { after, times: [...times, ...slots.map(({ from }) => from)] };
  return ask(talk, { ...offer, asks: "slot", slots, read: told }, [
    ...before,
    ...choices,
    say(call, routing, "offer-slot-more"),
  ]);
}

/** The soonest free window from an instant on. */
function freeFrom({ event }: Talk, { queue, to }: Offer, after: Instant): Slot | undefined {
  return houseOf(event).owed.slots({ queue, zones: to?.zones ?? [], after, most: 1 })[0];
}

/** One of the times, or others, or a time that is keyed in or said. */
export function slotKey(talk: Talk, key: string): Step | Going {
  const { offer } = talk;
  if (key === "4") return askSlots(talk, offer);
  if (key === "5") return askKeyed(talk, offer);
  if (key === "6") return askSaid(talk, offer);
  const slot = /^[1-3]$/.test(key) ? offer.slots?.[Number(key) - 1] : undefined;
  return slot ? chosen(talk, slot) : talk.back();
}

/** The time is promised, if nobody has taken it meanwhile. */
function chosen(talk: Talk, { from }: Slot): Step | Going {
  const { call, routing, offer } = talk;
  const { read: _, ...unread } = offer;
  if (!offer.to) return talk.back();
  const slot = freeFrom(talk, offer, from);
  if (slot?.from !== from) return askSlots(talk, unread, [say(call, routing, "offer-slot-taken")]);
  return promise(talk, offer.to, { kind: "booked", slot, at: spokenFor(talk, offer, from) });
}

/** Whether the time that was read back suits: promised, or others are read out from there on. */
export function timeRight(talk: Talk, key: string): Step | Going {
  const [slot] = talk.offer.slots ?? [];
  if (!slot) return talk.back();
  if (key === "2") return askSlots(talk, { ...talk.offer, read: { after: slot.by, times: [] } });
  return key === "1" ? chosen(talk, slot) : talk.back();
}
