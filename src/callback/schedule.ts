import type { Instant, Routing } from "../routing/routing.ts";
import { callableFrom, callableUntil, notCallable } from "./callable.ts";
import { givenNow, type Callback, type CallbackFacts, type Given } from "./callback.ts";
import type { CallbackEffect } from "./effect.ts";
import type { NewGiven } from "./event.ts";

/** Holdfast begins to ring so long before the time that was said, in milliseconds: the phone rings when it was said. */
export const leadTime = 60_000;
/** A booked call is announced by a text so long before, in milliseconds. */
const remindBefore = 15 * 60_000;
/** Times that we name ourselves are whole five minutes, in milliseconds. */
const roundTo = 5 * 60_000;
/** News is promised at the latest for so long after, in milliseconds, and so long after an opening. */
const newsWithin = 86_400_000;
const afterOpening = 1_800_000;

/** How one queue returns calls; a queue that is gone from the routing keeps what it promised, by the usual figures. */
export function rulesOf({ queue }: Pick<CallbackFacts, "queue">, routing: Routing): Rules {
  return routing.queues[queue]?.callbacks ?? usual;
}
type Rules = Routing["queues"][string]["callbacks"];
const usual: Rules = {
  place: true,
  booked: true,
  offerAfter: 300,
  first: "rep",
  attempts: 3,
  gap: 900,
  ringFor: 25,
  expireAfter: 259_200,
  window: 900,
  daysOut: 5,
  share: 0.3,
  texts: true,
};

/** When the callback comes into the line for the promise that counts now, whatever the hours. */
export function dueAt(callback: CallbackFacts, routing: Routing): Instant {
  const { givenAt, from, due = from, by } = givenNow(callback);
  if (due !== undefined) return due;
  return callback.kind === "promised" && by !== undefined ? by - ringsBefore(routing) : givenAt;
}

/** So long before a rep's promise falls due the line begins to ring for it, in milliseconds. */
function ringsBefore({ business: { ladder } }: Routing): number {
  const rings = ladder.filter((rung) => rung.rings).map(({ before }) => before * 1_000);
  return Math.max(leadTime, ...rings);
}

/**
 * When the time that was said is as good as here. For a rep's promise Holdfast begins to ring so early that the phone
 * rings by then: a minute before, or half-way where it was given for sooner than that.
 */
export function timeIsNear(callback: CallbackFacts): Instant | undefined {
  const { by, givenAt } = givenNow(callback);
  if (by === undefined || callback.kind !== "promised") return by;
  return by - Math.min(leadTime, Math.max(0, Math.floor((by - givenAt) / 2)));
}

/** When a callback that came to nothing is given up: so long after the last time that somebody gave, chained ones apart. */
export function expiresAt(callback: CallbackFacts, routing: Routing): Instant {
  const given = callback.given.findLast(({ chained }) => !chained) ?? givenNow(callback);
  const latest = Math.max(given.givenAt, given.by ?? 0, given.from ?? 0);
  return latest + rulesOf(callback, routing).expireAfter * 1_000;
}

/**
 * The time for the next news where there is none now: after `nextNewsAfter`, twice as long each time that it is said
 * anew, a day at most; when the customer may be rung, and not so soon after an opening that nobody can have rung.
 */
export function nextNews(callback: CallbackFacts, routing: Routing, now: Instant): NewGiven {
  const chain = callback.given.length - 1 - callback.given.findLastIndex(({ chained }) => !chained);
  const after = Math.min(routing.business.nextNewsAfter * 1_000 * 2 ** chain, newsWithin);
  const by = roundedUp(now + after);
  const rings = by - ringsBefore(routing);
  const closed = [rings, by].find((at) => notCallable(callback, routing, at) !== undefined);
  const opening = closed === undefined ? undefined : callableFrom(callback, routing, closed);
  if (opening === undefined) return { by };
  return { by: Math.min(roundedUp(opening + afterOpening), callableUntil(callback, routing, opening) ?? Infinity) };
}

function roundedUp(at: Instant): Instant {
  return Math.ceil(at / roundTo) * roundTo;
}

/** The time that a customer gives by asking to be rung so many minutes later: then, or as soon after as may be. */
export function snoozedTo(callback: CallbackFacts, minutes: number, routing: Routing, now: Instant): NewGiven {
  const wished = now + minutes * 60_000;
  const from = callableFrom(callback, routing, wished) ?? wished;
  return { from, by: from + rulesOf(callback, routing).window * 1_000 };
}

/**
 * What the callback asks to be woken for, for the promise that counts now. Each names the promise by its number, so
 * that those of an earlier one are known for what they are. Of the steps of the ladder that would lie in the past only the
 * last is taken, and at once.
 */
export function wakes(callback: Callback, routing: Routing, now: Instant): readonly CallbackEffect[] {
  const { by, from } = givenNow(callback);
  const number = callback.given.length;
  const wake = (at: Instant, why: string): CallbackEffect => ({ do: "wake", at: Math.max(at, now), why });
  const effects = [wake(dueAt(callback, routing), `due ${number}`)];
  if (callback.kind === "booked" && from !== undefined && from - remindBefore > now)
    effects.push(wake(from - remindBefore, `remind ${number}`));
  const time = timeIsNear(callback);
  if (by === undefined || time === undefined) return effects;
  if (callback.kind === "promised") {
    const steps = routing.business.ladder
      .map(({ before }, step) => ({ at: by - before * 1_000, step }))
      .toSorted((a, b) => a.at - b.at);
    const missed = steps.findLast(({ at }) => at <= now);
    for (const { at, step } of steps)
      if (at > now || step === missed?.step) effects.push(wake(at, `ladder ${number} ${step}`));
  }
  return [...effects, wake(time, `time ${number}`)];
}

/** Whether the time that was said has passed without the customer having been rung. */
export function isOverdue({ given, state }: Callback, now: Instant): boolean {
  const { by = Infinity, rungAt } = given.at(-1) ?? {};
  return state.at !== "closed" && now > by && rungAt === undefined;
}

/** Whether the customer was rung, or is being reached now, by the time that was said. */
export function isOnTime({ by, rungAt }: Given, now: Instant): boolean {
  return by === undefined || (rungAt ?? now) <= by;
}
