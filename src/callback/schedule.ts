import type { Instant, Routing } from "../routing/routing.ts";
import { callableFrom } from "./callable.ts";
import { givenNow, type Callback, type CallbackFacts, type Given } from "./callback.ts";
import type { CallbackEffect } from "./effect.ts";
import type { NewGiven } from "./event.ts";

/** Holdfast begins to ring so long before the time that was said, in milliseconds: the phone rings when it was said. */
export const leadTime = 60_000;
/** A booked call is announced by a text so long before, in milliseconds. */
const remindBefore = 15 * 60_000;

/** How one queue returns calls; a queue that is gone from the routing keeps what it promised, by the usual figures. */
export function rulesOf(callback: Pick<CallbackFacts, "queue">, routing: Routing): Rules {
  return routing.queues[callback.queue]?.callbacks ?? usual;
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
  const { givenAt, from, due, by } = givenNow(callback);
  if (callback.kind !== "promised" || by === undefined) return due ?? from ?? givenAt;
  const rings = routing.business.ladder.filter(({ rings: doesRing }) => doesRing).map(({ before }) => before * 1_000);
  return by - Math.max(leadTime, ...rings);
}

/** The time for the next news where there is none now: after `nextNewsAfter`, when the customer may be rung. */
export function nextNews(callback: CallbackFacts, routing: Routing, now: Instant): NewGiven {
  const wished = now + routing.business.nextNewsAfter * 1_000;
  return { by: callableFrom(callback, routing, wished) ?? wished };
}

/**
 * What the callback asks to be woken for, for the promise that counts now. Each names the promise by its number, so
 * that those of an earlier one are known for what they are.
 */
export function wakes(callback: Callback, routing: Routing, now: Instant): readonly CallbackEffect[] {
  const { by, from } = givenNow(callback);
  const number = callback.given.length;
  const wake = (at: Instant, why: string): CallbackEffect => ({ do: "wake", at: Math.max(at, now), why });
  const effects = [wake(dueAt(callback, routing), `due ${number}`)];
  if (callback.kind === "booked" && from !== undefined && from - remindBefore > now)
    effects.push(wake(from - remindBefore, `remind ${number}`));
  if (by === undefined) return effects;
  if (callback.kind !== "promised") return [...effects, wake(by, `time ${number}`)];
  for (const [step, { before }] of routing.business.ladder.entries())
    if (by - before * 1_000 > now) effects.push(wake(by - before * 1_000, `ladder ${number} ${step}`));
  return [...effects, wake(by - leadTime, `time ${number}`)];
}

/** Whether the customer was rung, or is being reached now, by the time that was said. */
export function isOnTime({ by, rungAt }: Given, now: Instant): boolean {
  return by === undefined || (rungAt ?? now) <= by;
}
