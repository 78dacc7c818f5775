import type { CallbackEffect } from "../callback/effect.ts";
import { callbackAfter } from "../callback/transition.ts";
import type { Callback, CallbackId } from "../callback/callback.ts";
import type { Effect } from "../call/effect.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Alongside, Look, NewEffect } from "../store/store.ts";

/** What a call tells a callback. */
export type Telling = Extract<Effect, { readonly do: "tell-callback" }>;

/** What comes of events for callbacks, of a call or of none, in their order: each callback once, with all that was told to it. */
export function callbacksAlongside(
  call: string | undefined,
  tellings: readonly Pick<Telling, "id" | "event">[],
  look: Look,
  routing: Routing,
  now: Instant,
): readonly Alongside[] {
  const decided = new Map<CallbackId, { callback: Callback; effects: NewEffect[] }>();
  for (const { id, event } of tellings) {
    const before = decided.get(id);
    const known = before?.callback ?? look("callback", id);
    if (!known && event.type !== "made") continue;
    const step = callbackAfter(known, { ...(call === undefined ? {} : { call }), ...event }, routing, now);
    if (step.callback === known && step.effects.length === 0) continue;
    const effects = step.effects.map((effect) => inCallbackLane(id, effect));
    decided.set(id, { callback: step.callback, effects: [...(before?.effects ?? []), ...effects] });
  }
  return Array.from(decided, ([id, { callback, effects }]) => callbackRecord(id, callback, effects));
}

/** A callback as it is to be kept: one that is closed leaves what is open. */
export function callbackRecord(id: CallbackId, callback: Callback, effects: readonly NewEffect[]): Alongside {
  const kept = callback.state.at === "closed" ? { close: callback } : { put: callback };
  return { kind: "callback", id, ...kept, effects };
}

/** Effects of a callback do not wait for each other, but for texts to the customer, which come in their order. */
export function inCallbackLane(id: CallbackId, effect: CallbackEffect): NewEffect {
  switch (effect.do) {
    case "wake":
      return { lane: `callback ${id} wake ${effect.why} ${effect.at}`, effect, dueAt: effect.at };
    case "text":
      return { lane: `text ${effect.to}`, effect };
    case "dial-customer":
    case "call-off":
    case "tell-reps":
      return { lane: `callback ${id} ${effect.do}`, effect };
    default:
      return effect satisfies never;
  }
}

/** The events for callbacks among the effects of a call's step, and the rest. */
export function partTellings(effects: readonly Effect[]): {
  readonly tellings: readonly Telling[];
  readonly rest: readonly Exclude<Effect, Telling>[];
} {
  const tellings: Telling[] = [];
  const rest: Exclude<Effect, Telling>[] = [];
  for (const effect of effects)
    if (effect.do === "tell-callback") tellings.push(effect);
    else rest.push(effect);
  return { tellings, rest };
}
