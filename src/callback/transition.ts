import type { Instant, Routing } from "../routing/routing.ts";
import { mended } from "./audit.ts";
import { isUnderway, type Callback, type RingingOut, type TalkingOut } from "./callback.ts";
import type { CallbackEvent, NewCallback } from "./event.ts";
import { timed } from "./minutes.ts";
import { calledOff, cancelled, moved, snoozed } from "./moved.ts";
import { expiresAt, timeIsNear } from "./schedule.ts";
import { onThePhone, reached, talked, told } from "./spoken.ts";
import { goBack } from "./stand.ts";
import { into, stay, wait, type CallbackStep } from "./step.ts";
import { confirmation } from "./tell.ts";
import { lost, tried } from "./tried.ts";
import { woke } from "./woke.ts";

/**
 * A return call, from the promise to the end of it. Every promise that is made ends in one way: kept, moved, cancelled,
 * late or broken; a new time is a new promise of the same callback.
 *
 *                 its time has come          a rep is found, or the customer is dialled
 *      promised ──────────────────▶ due ──────────────────────────────▶ ringing
 *       ▲    ▲  ◀────────────────── ▲  ▲        no rep takes it            │   │
 *       │    │      it closes       │  └───────────────────────────────────┘   │ the customer answers
 *       │    │ a new time           │ again                                    ▼
 *       │    │ (moved, snoozed,     │        not reached                   talking ──▶ closed: kept | late
 *       │    │  no news yet)        └── missed ◀─── ringing                   │
 *       │    └──── any of them           └──▶ closed: broken                  └──▶ promised (the rep gave a new time)
 *       └──▶ live (the customer has rung in and stands in line) ──▶ talking; left unserved ──▶ promised | due
 *
 *      any but closed, and talking with a rep ── cancelled ──▶ closed: cancelled
 */
export function callbackAfter(
  callback: Callback | undefined,
  event: CallbackEvent,
  routing: Routing,
  now: Instant,
): CallbackStep {
  if (event.type === "made") return callback ? stay(callback) : made(event.callback, routing, now);
  if (!callback) throw new Error(`a callback cannot begin with "${event.type}"`);
  if (callback.state.at === "closed" || isStray(callback, event)) return stay(callback);
  const step = whileOpen(callback, event, routing, now);
  return { ...step, callback: timed(callback, step.callback, now) };
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
  return wait(callback, routing, now, [
    ...confirmation(callback, routing, now),
    { do: "wake", at: expiresAt(callback, routing), why: "expired" },
  ]);
}

const ofTheCall = new Set<CallbackEvent["type"]>([
  "rep-declined",
  "rung",
  "reached",
  "tried",
  "snoozed",
  "lost",
  "left-live",
]);

/** What comes late, from a call that was called off: it says nothing of the call that is being placed now. */
function isStray({ state }: Callback, { type, call }: CallbackEvent): boolean {
  return call !== undefined && ofTheCall.has(type) && (!("call" in state) || state.call !== call);
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
      if (!mayBeDialled(callback, now)) return stay(callback);
      return stay(into(callback, { at: "ringing", since: now, call: event.call }));
    case "rep-declined": {
      if (state.at !== "ringing") return stay(callback);
      const hindrance = event.how === "unreachable" ? "not-placed" : "nobody-took-it";
      const triedReps = { ...callback.triedReps, [event.rep]: now };
      return goBack({ ...callback, triedReps, hindrance }, routing, now);
    }
    case "rung":
      return state.at === "ringing" ? stay(onThePhone(callback, now)) : stay(callback);
    case "reached":
      return reached(callback, event, now);
    case "tried":
      if (state.at === "ringing") return tried({ ...callback, state }, event.came, routing, now);
      if (state.at !== "talking" || event.came !== "machine") return stay(callback);
      return tried(takenBack(callback, state), event.came, routing, now);
    case "snoozed":
      return snoozed(callback, event, routing, now);
    case "told":
      return told(callback, event, routing, now);
    case "talked":
      return talked(callback, event, routing, now);
    case "lost":
      if (state.at === "talking") return lost(callback, routing, now);
      return isUnderway(callback) ? goBack(callback, routing, now) : stay(callback);
    case "went-live": {
      if (state.at === "talking" && state.rep !== undefined) return stay(callback);
      const effects = calledOff(callback, "rang-in", event.call);
      return stay(into(callback, { at: "live", since: now, call: event.call }), effects);
    }
    case "left-live":
      // Also where it had been told that they met: the room was never reached.
      return state.at === "live" || state.at === "talking" ? goBack(callback, routing, now) : stay(callback);
    case "moved":
      return moved(callback, event, routing, now);
    case "cancelled":
      return cancelled(callback, event, routing, now);
    case "news":
      return stay({ ...callback, news: { ...event.news, at: now } });
    case "noted":
      return stay({ ...callback, note: { ...callback.note, ...event.note } });
    case "found-amiss":
      return mended(callback, event.what, routing, now);
    default:
      return event satisfies never;
  }
}

/** It was a machine that was taken for the customer: nobody has been reached in that call. */
function takenBack(callback: Callback, state: TalkingOut): Callback & { readonly state: RingingOut } {
  const tries = callback.tries.filter(({ call, came }) => call !== state.call || came !== "reached");
  return { ...callback, tries, state: { ...state, at: "ringing" } };
}

/** Whether the customer may be dialled without a rep: it stands in the line, or the time that was said is here. */
export function mayBeDialled(callback: Callback, now: Instant): boolean {
  const { at } = callback.state;
  if (at === "due") return true;
  const isTime = callback.kind === "promised" && now >= (timeIsNear(callback) ?? Infinity);
  return isTime && (at === "promised" || at === "missed");
}
