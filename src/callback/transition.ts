import type { Instant, Routing } from "../routing/routing.ts";
import { isUnderway, type By, type Callback } from "./callback.ts";
import type { CallbackEffect } from "./effect.ts";
import type { CallbackEvent, NewCallback, NewGiven } from "./event.ts";

import { close, ending, giveAnew, into, keptOrLate, stay, wait, withGiven, type CallbackStep } from "./step.ts";
import { confirmation, textCustomer, timeFor } from "./tell.ts";
import { tried } from "./tried.ts";
import { woke } from "./woke.ts";

/**
 * A return call, from the promise to the end of it. Every promise that is made ends in one way: kept, moved, cancelled,
 * late or broken; a new time is a new promise of the same callback.
 *
 *                 its time has come          a rep is found, or the customer is dialled
 *      promised ──────────────────▶ due ──────────────────────────────▶ ringing
 *       ▲    ▲                     ▲  ▲        no rep takes it            │   │
 *       │    │ a new time          │  └───────────────────────────────────┘   │ the customer answers
 *       │    │ (moved, snoozed,    │ again                                    ▼
 *       │    │  no news yet)       │         not reached                   talking ──▶ closed: kept | late
 *       │    └──── any of them     └── missed ◀─── ringing                    │
 *       │                                 └──▶ closed: broken                 └──▶ promised (the rep gave a new time)
 *       └──▶ live (the customer has rung in and stands in line) ──▶ talking; left unserved ──▶ promised
 *
 *      any but closed ── cancelled ──▶ closed: cancelled
 */
export function callbackAfter(
  callback: Callback | undefined,
  event: CallbackEvent,
  routing: Routing,
  now: Instant,
): CallbackStep {
  if (event.type === "made") return callback ? stay(callback) : made(event.callback, routing, now);
  if (!callback) throw new Error(`a callback cannot begin with "${event.type}"`);
  return callback.state.at === "closed" ? stay(callback) : whileOpen(callback, event, routing, now);
}

function made({ given, ...facts }: NewCallback, routing: Routing, now: Instant): CallbackStep {
  const callback: Callback = {
    ...facts,
    madeAt: now,
    given: [{ ...given, givenAt: now }],
    tries: [],
    triedReps: {},
    overtaken: 0,
    state: { at: "promised" },
  };
  const { expireAfter } = routing.queues[facts.queue]?.callbacks ?? { expireAfter: 259_200 };
  return wait(callback, routing, now, [
    ...confirmation(callback, routing, now),
    { do: "wake", at: now + expireAfter * 1_000, why: "expired" },
  ]);
}

function whileOpen(
  callback: Callback,
  event: Exclude<CallbackEvent, { readonly type: "made" }>,
  routing: Routing,
  now: Instant,
): CallbackStep {
  const { state } = callback;
  switch (event.type) {
    case "woke":
      return woke(callback, event, routing, now);
    case "assigned":
      if (state.at !== "due") return stay(callback);
      return stay(into(callback, { at: "ringing", since: now, call: event.call, rep: event.rep }));
    case "overtaken":
      return stay({ ...callback, overtaken: callback.overtaken + 1 });
    case "dialled":
      if (isUnderway(callback)) return stay(callback);
      return stay(into(callback, { at: "ringing", since: now, call: event.call }));
    case "rep-declined":
      return state.at === "ringing" ? declined(callback, event.rep, event.how, now) : stay(callback);
    case "rung":
      return stay(withGiven(callback, { rungAt: callback.given.at(-1)?.rungAt ?? now }));
    case "reached": {
      if (state.at !== "ringing" && state.at !== "live") return stay(callback);
      const { call } = state;
      const rep = event.rep === undefined ? {} : { rep: event.rep };
      const reached = { ...callback, tries: [...callback.tries, { at: now, call, came: "reached" as const }] };
      return stay(into(reached, { at: "talking", since: now, call, ...rep }));
    }
    case "tried":
      return state.at === "ringing" ? tried(callback, state.call, event.came, routing, now) : stay(callback);
    case "snoozed":
      return snoozed(callback, event.minutes, routing, now);
    case "told": {
      const news = event.via === "voice" ? "no-answer" : "message";
      return giveAnew(ending(callback, keptOrLate(callback, now, news), now), event.next, routing, now);
    }
    case "talked":
      return talked(callback, event, routing, now);
    case "lost":
      return isUnderway(callback) ? stay(into(callback, { at: "due", since: now })) : stay(callback);
    case "went-live": {
      const effects = calledOff(callback, "rang-in");
      return stay(into(callback, { at: "live", since: now, call: event.call }), effects);
    }
    case "left-live":
      return state.at === "live" ? wait(callback, routing, now) : stay(callback);
    case "moved":
      return moved(callback, event.to, event.by, routing, now);
    case "cancelled":
      return close(callback, { how: "cancelled", by: event.by }, now, calledOff(callback, "cancelled"));
    case "news":
      return stay({ ...callback, news: { ...event.news, at: now } });
    case "noted":
      return stay({ ...callback, note: { ...callback.note, ...event.note } });
    default:
      return event satisfies never;
  }
}

/** A rep who passes or misses is no try: the next one is found. */
function declined(
  callback: Callback,
  rep: string,
  how: "passed" | "missed" | "unreachable",
  now: Instant,
): CallbackStep {
  const triedReps = { ...callback.triedReps, [rep]: now };
  const hindrance = how === "unreachable" ? ("not-placed" as const) : ("nobody-took-it" as const);
  return stay(into({ ...callback, triedReps, hindrance }, { at: "due", since: now }));
}

/** The customer asked for a later time, in the middle of being rung: that is the customer's move, and no failed try. */
function snoozed(callback: Callback, minutes: number, routing: Routing, now: Instant): CallbackStep {
  if (callback.state.at !== "ringing" && callback.state.at !== "talking") return stay(callback);
  const { call } = callback.state;
  const noted = { ...callback, tries: [...callback.tries, { at: now, call, came: "not-now" as const }] };
  const from = now + minutes * 60_000;
  const { window } = routing.queues[callback.queue]?.callbacks ?? { window: 900 };
  const to = callback.kind === "promised" ? { by: from } : { from, by: from + window * 1_000 };
  const by: By = { who: "caller", via: "phone" };
  return giveAnew(ending(noted, { how: "moved", by }, now), to, routing, now);
}

/** Spoken with: kept, or late. A new time that the rep has given in it is the next promise, and its news is still to come. */
function talked(
  callback: Callback,
  { rep, next, note }: Extract<CallbackEvent, { readonly type: "talked" }>,
  routing: Routing,
  now: Instant,
): CallbackStep {
  const noted: Callback = note ? { ...callback, note: { ...callback.note, ...note } } : callback;
  const news = callback.kind === "promised" ? (next ? ("no-answer" as const) : ("answer" as const)) : undefined;
  if (!next) return close(noted, keptOrLate(callback, now, news), now);
  const ended = ending(noted, keptOrLate(callback, now, news), now);
  return giveAnew({ ...ended, kind: "promised", owner: rep }, next, routing, now);
}

/** Another time, by the caller, the rep or an admin. Whoever did not ask for it is told, before the old time. */
function moved(callback: Callback, to: NewGiven, by: By, routing: Routing, now: Instant): CallbackStep {
  const kind = callback.kind === "place" && to.from !== undefined ? ("booked" as const) : callback.kind;
  const effects: CallbackEffect[] = [...calledOff(callback, "moved")];
  if (by.who !== "caller") {
    const at = timeFor(callback, to.from ?? to.by ?? now, routing, now, { by: to.from === undefined, written: true });
    effects.push(...textCustomer(callback, "callback-moved-text", routing, { at }));
  }
  return giveAnew({ ...ending(callback, { how: "moved", by }, now), kind }, to, routing, now, effects);
}

/** What ends the call that is being placed for it. One in which the two are speaking goes on. */
function calledOff(callback: Callback, why: "moved" | "cancelled" | "rang-in"): readonly CallbackEffect[] {
  return callback.state.at === "ringing" ? [{ do: "call-off", call: callback.state.call, why }] : [];
}
