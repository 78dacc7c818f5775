import type { Instant, Routing } from "../routing/routing.ts";
import { isUnderway, type By, type Callback, type Try } from "./callback.ts";
import type { CallbackEffect } from "./effect.ts";
import type { CallbackEvent } from "./event.ts";
import { snoozedTo, wakes } from "./schedule.ts";
import { close, ending, given, giveAnew, stay, type CallbackStep } from "./step.ts";
import { textCustomer, timeFor } from "./tell.ts";

type Event<T extends CallbackEvent["type"]> = Extract<CallbackEvent, { readonly type: T }>;

/**
 * Another time, by the caller, the rep or an admin. The customer is told, before the old time. Who is
 * speaking with a rep, or stands in the line, goes on with that: the new time is for afterwards.
 */
export function moved(callback: Callback, event: Event<"moved">, routing: Routing, now: Instant): CallbackStep {
  const { to, by } = event;
  const kind = callback.kind === "place" && to.from !== undefined ? ("booked" as const) : callback.kind;
  const effects: CallbackEffect[] = [...calledOff(callback, "moved", event.call)];
  if (!isAnswered(by)) {
    const at = timeFor(callback, to.from ?? to.by ?? now, routing, now, { by: to.from === undefined, written: true });
    effects.push(...textCustomer(callback, "callback-moved-text", routing, { at, own: ownOf(by) }));
  }
  const ended: Callback = { ...ending(callback, { how: "moved", by }, now), kind };
  if (!isServed(callback)) return giveAnew(ended, to, routing, now, effects);
  const goesOn = given(ended, to, now);
  return stay(goesOn, [...effects, ...wakes(goesOn, routing, now)]);
}

/** The customer asked for a later time, in the middle of being rung: that is the customer's move, and no failed try. */
export function snoozed(callback: Callback, event: Event<"snoozed">, routing: Routing, now: Instant): CallbackStep {
  if (callback.state.at !== "ringing" && callback.state.at !== "talking") return stay(callback);
  const notNow: Try = { at: now, call: callback.state.call, came: "not-now" };
  const by: By = { who: "caller", via: "phone" };
  const ended = ending({ ...callback, tries: [...callback.tries, notNow] }, { how: "moved", by }, now);
  return giveAnew(ended, snoozedTo(callback, event.minutes, routing, now), routing, now);
}

/** Whoever is being spoken with by a rep is served: what is cancelled meanwhile, from elsewhere, is what is being done. */
export function cancelled(callback: Callback, event: Event<"cancelled">, routing: Routing, now: Instant): CallbackStep {
  const { state } = callback;
  if (state.at === "talking" && state.rep !== undefined) return stay(callback);
  const { by } = event;
  return close(callback, { how: "cancelled", by }, now, [
    ...calledOff(callback, "cancelled", event.call),
    ...(isAnswered(by) ? [] : textCustomer(callback, "callback-cancelled-text", routing, { own: ownOf(by) })),
  ]);
}

/** Who has texted is answered by that. */
function isAnswered(by: By): boolean {
  return by.who === "caller" && by.via === "text";
}

/** Whether the customer asked for it, for the words of the text. */
function ownOf({ who }: By): string {
  return who === "caller" ? "yes" : "no";
}

function isServed({ state }: Callback): boolean {
  return state.at === "live" || (state.at === "talking" && state.rep !== undefined);
}

/** What ends the call that is being placed for it. One in which it was said, or in which a rep is speaking, goes on. */
export function calledOff(
  callback: Callback,
  why: Extract<CallbackEffect, { readonly do: "call-off" }>["why"],
  saidIn: string | undefined,
): readonly CallbackEffect[] {
  if (!isUnderway(callback) || isServed(callback)) return [];
  const { state } = callback;
  return "call" in state && state.call !== saidIn ? [{ do: "call-off", call: state.call, why }] : [];
}
