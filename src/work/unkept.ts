import type { Callback } from "../callback/callback.ts";
import type { CallEvent } from "../call/event.ts";
import type { Step } from "../call/step.ts";
import { callbackAfter } from "../callback/transition.ts";
import type { Verb } from "../call/verb.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Alongside } from "../store/store.ts";
import { callbackRecord } from "./alongside.ts";

/** The event as it is where nothing can be kept. */
export function inVain(event: CallEvent): CallEvent {
  return "house" in event ? { ...event, house: { ...event.house, durable: false } } : event;
}

/** Of the step that is taken instead of one that was not kept: what the first has not done already. */
export function rather({ call, verbs, effects }: Step, first: Step): Step {
  const done = new Set(first.effects.map((effect) => JSON.stringify(effect)));
  return { call, verbs, effects: effects.filter((effect) => !done.has(JSON.stringify(effect))) };
}

/** Whether two documents are the same. */
export function areSame(one: readonly Verb[], other: readonly Verb[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What makes callbacks again what they were before a decision that was not kept: `before`, or none where none was. */
export function takenBack(
  decided: readonly Alongside[],
  before: readonly Callback[],
  routing: Routing,
  now: Instant,
): readonly Alongside[] {
  return decided.flatMap((one): readonly Alongside[] => {
    if (one.kind !== "callback") return [];
    const was = before.find(({ id }) => id === one.id);
    if (was) return [{ kind: "callback", id: one.id, put: was }];
    if (!one.put) return [];
    const { callback } = callbackAfter(one.put, { type: "cancelled", by: { who: "house" } }, routing, now);
    return [callbackRecord(one.id, callback, [])];
  });
}
