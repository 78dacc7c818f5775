import type { Instant, Routing } from "../routing/routing.ts";
import { givenNow, type Callback, type CallbackState, type Cause, type Ending, type Given } from "./callback.ts";
import type { CallbackEffect } from "./effect.ts";
import type { NewGiven } from "./event.ts";
import { isOnTime, wakes } from "./schedule.ts";

/** What a callback does next: the callback as it is now, and the work that goes out. */
export type CallbackStep = { readonly callback: Callback; readonly effects: readonly CallbackEffect[] };

/** Nothing changes but what `effects` do. */
export function stay(callback: Callback, effects: readonly CallbackEffect[] = []): CallbackStep {
  return { callback, effects };
}

/** The callback in another state. */
export function into(callback: Callback, state: CallbackState): Callback {
  return { ...callback, state };
}

/** The callback with the promise that counts now changed. */
export function withGiven(callback: Callback, change: Partial<Given>): Callback {
  return { ...callback, given: [...callback.given.slice(0, -1), { ...givenNow(callback), ...change }] };
}

/** Ends the promise that counts now; one that had ended already stays as it was. */
export function ending(callback: Callback, how: Ending, now: Instant): Callback {
  return givenNow(callback).ended ? callback : withGiven(callback, { ended: { ...how, at: now } });
}

/** How the promise ends where the customer was reached: kept, or late with its cause. */
export function keptOrLate(callback: Callback, now: Instant, news?: "answer" | "no-answer" | "message"): Ending {
  if (isOnTime(givenNow(callback), now)) return { how: "kept", ...(news === undefined ? {} : { news }) };
  return { how: "late", cause: callback.hindrance ?? "nobody-free" };
}

/** Over for good. */
export function close(
  callback: Callback,
  how: Ending,
  now: Instant,
  effects: readonly CallbackEffect[] = [],
): CallbackStep {
  return { callback: into(ending(callback, how, now), { at: "closed", closedAt: now }), effects };
}

/** Another time is given, in place of one that has ended: it waits for that. */
export function giveAnew(
  callback: Callback,
  next: NewGiven & Pick<Given, "chained">,
  routing: Routing,
  now: Instant,
  effects: readonly CallbackEffect[] = [],
): CallbackStep {
  return wait(given(callback, next, now), routing, now, effects);
}

/** The callback with another time, its state as it was; nobody has passed on that time yet. */
export function given(callback: Callback, next: NewGiven & Pick<Given, "chained">, now: Instant): Callback {
  const { hindrance: _, ...rest } = callback;
  return { ...rest, triedReps: {}, given: [...callback.given, { ...next, givenAt: now }] };
}

/** Waits for its time, and asks to be woken then. */
export function wait(
  callback: Callback,
  routing: Routing,
  now: Instant,
  effects: readonly CallbackEffect[] = [],
): CallbackStep {
  const waiting = into(callback, { at: "promised" });
  return { callback: waiting, effects: [...effects, ...wakes(waiting, routing, now)] };
}

/** Tells what stands in the way now; `undefined`: nothing does. */
export function hindered(callback: Callback, hindrance: Cause | undefined): Callback {
  if (hindrance === callback.hindrance) return callback;
  const { hindrance: _, ...rest } = callback;
  return hindrance === undefined ? rest : { ...rest, hindrance };
}
