import type { Instant, Routing } from "../routing/routing.ts";
import { givenNow, type Callback } from "./callback.ts";
import type { CallbackEvent } from "./event.ts";
import { calledOff } from "./moved.ts";
import { goBack } from "./stand.ts";
import { close, ending, giveAnew, into, keptOrLate, stay, withGiven, type CallbackStep } from "./step.ts";

type Event<T extends CallbackEvent["type"]> = Extract<CallbackEvent, { readonly type: T }>;

/** The first ring counts: the phone rang when it was said, whenever it is picked up. */
export function onThePhone(callback: Callback, now: Instant): Callback {
  return givenNow(callback).rungAt === undefined ? withGiven(callback, { rungAt: now }) : callback;
}

/** The customer is on the line: with a rep, or with Holdfast until one is found. */
export function reached(callback: Callback, event: Event<"reached">, now: Instant): CallbackStep {
  const { state } = callback;
  const rep = event.rep === undefined ? {} : { rep: event.rep };
  if (state.at === "talking") return stay(into(callback, { ...state, ...rep }));
  if (state.at !== "ringing" && state.at !== "live") return stay(callback);
  const { call } = state;
  const tries = [...callback.tries, { at: now, call, came: "reached" as const }];
  return stay(into({ ...onThePhone(callback, now), tries }, { at: "talking", since: now, call, ...rep }));
}

/** There is no news yet: said so, which keeps the promise, and another time is given. */
export function told(callback: Callback, { via, next }: Event<"told">, routing: Routing, now: Instant): CallbackStep {
  const news = via === "voice" ? "no-answer" : "message";
  const ended = ending(callback, keptOrLate(callback, now, news), now);
  return giveAnew(ended, { ...next, chained: true }, routing, now);
}

/**
 * Spoken with: kept, or late. A new time that was given in it is the next promise, and its news is still to come; one that
 * came from elsewhere meanwhile stands.
 */
export function talked(callback: Callback, event: Event<"talked">, routing: Routing, now: Instant): CallbackStep {
  const { rep, next, note } = event;
  const { state } = callback;
  const noted: Callback = note ? { ...callback, note: { ...callback.note, ...note } } : callback;
  const movedMeanwhile = state.at === "talking" && givenNow(callback).givenAt > state.since;
  if (!next && movedMeanwhile) return goBack(noted, routing, now);
  const effects = calledOff(callback, "rang-in", event.call);
  const answer = next ? ("no-answer" as const) : ("answer" as const);
  const ended = ending(noted, keptOrLate(callback, now, callback.kind === "promised" ? answer : undefined), now);
  if (!next) return close(ended, keptOrLate(callback, now), now, effects);
  return giveAnew({ ...ended, kind: "promised", owner: rep }, next, routing, now, effects);
}
