import { expect, test } from "vitest";
import type { CallbackEvent } from "../../src/callback/event.ts";
import type { By } from "../../src/callback/callback.ts";
import { after, did, endings, making, minute, routing, standing, states, ten, texts, wanted } from "./promises.ts";
import { callbackAfter } from "../../src/callback/transition.ts";

const now = ten + 5 * minute;
const later = { from: ten + 60 * minute, by: ten + 75 * minute };
const caller = { who: "caller", via: "phone" } as const;

const open = Object.keys(states);
const nowhere = Object.fromEntries(open.map((name) => [name, name]));
/** What is placed for the callback: rung or dialled, and not yet answered. */
const ringing = ["ringing a rep's", "ringing without a rep"] as const;

/** What each event leads to, from each state; a state that is not named stays as it is. */
const table: readonly (readonly [what: string, event: CallbackEvent, leads: Readonly<Record<string, string>>])[] = [
  ["made again", { type: "made", callback: wanted("place") }, {}],
  ["its time comes", { type: "woke", why: "due 1" }, { promised: "due" }],
  ["the next try is due", { type: "woke", why: "again 1 1" }, { missed: "due" }],
  ["Holdfast's own next try is due", { type: "woke", why: "news 1 1" }, { missed: "due" }],
  ["it is closing time, and then it is not", { type: "woke", why: "close 1" }, {}],
  ["the customer is to be reminded", { type: "woke", why: "remind 1" }, {}],
  ["a step of the ladder is taken", { type: "woke", why: "ladder 1 0" }, {}],
  ["the time that was said comes", { type: "woke", why: "time 1" }, {}],
  ["something unheard of wakes it", { type: "woke", why: "moon 1" }, {}],
  ["a wake of an older promise comes", { type: "woke", why: "due 0" }, {}],
  ["it expires too soon", { type: "woke", why: "expired" }, {}],
  ["a rep is rung for it", { type: "assigned", rep: "ben", call: "CA2" }, { due: "ringing CA2" }],
  ["it is overtaken", { type: "overtaken" }, {}],
  ["the customer is dialled", { type: "dialled", call: "CA2" }, { due: "ringing CA2" }],
  [
    "the rep passes",
    { type: "rep-declined", rep: "ana", how: "passed" },
    { "ringing a rep's": "due", "ringing without a rep": "due" },
  ],
  ["the customer's phone rings", { type: "rung" }, {}],
  [
    "the customer answers",
    { type: "reached", rep: "ana" },
    {
      "ringing a rep's": "talking",
      "ringing without a rep": "talking",
      live: "talking",
      "talking without a rep": "talking",
    },
  ],
  [
    "nobody answers",
    { type: "tried", came: "unanswered" },
    { "ringing a rep's": "missed", "ringing without a rep": "missed" },
  ],
  [
    "a machine answers",
    { type: "tried", came: "machine" },
    {
      "ringing a rep's": "missed",
      "ringing without a rep": "missed",
      "talking with a rep": "missed",
      "talking without a rep": "missed",
    },
  ],
  ["it is busy", { type: "tried", came: "busy" }, { "ringing a rep's": "missed", "ringing without a rep": "missed" }],
  [
    "it cannot be placed",
    { type: "tried", came: "not-placed" },
    { "ringing a rep's": "missed", "ringing without a rep": "missed" },
  ],
  [
    "a stranger answers",
    { type: "tried", came: "wrong-number" },
    { "ringing a rep's": "closed", "ringing without a rep": "closed" },
  ],
  [
    "the customer asks for later",
    { type: "snoozed", minutes: 20 },
    {
      "ringing a rep's": "promised",
      "ringing without a rep": "promised",
      "talking with a rep": "promised",
      "talking without a rep": "promised",
    },
  ],
  [
    "it is told that there is no news",
    { type: "told", via: "voice", next: later },
    Object.fromEntries(open.map((name) => [name, "promised"])),
  ],
  ["it was spoken about", { type: "talked", rep: "ana" }, Object.fromEntries(open.map((name) => [name, "closed"]))],
  [
    "it was spoken about, and a new time given",
    { type: "talked", rep: "ana", next: later },
    Object.fromEntries(open.map((name) => [name, "promised"])),
  ],
  [
    "the call breaks off",
    { type: "lost" },
    {
      "ringing a rep's": "due",
      "ringing without a rep": "due",
      live: "due",
      "talking with a rep": "due",
      "talking without a rep": "due",
    },
  ],
  [
    "the customer rings in",
    { type: "went-live", call: "CA9" },
    { ...Object.fromEntries(open.map((name) => [name, "live CA9"])), "talking with a rep": "talking with a rep" },
  ],
  [
    "the customer leaves the line",
    { type: "left-live" },
    { live: "due", "talking with a rep": "due", "talking without a rep": "due" },
  ],
  [
    "it is moved",
    { type: "moved", to: later, by: caller },
    {
      ...Object.fromEntries(open.map((name) => [name, "promised"])),
      live: "live",
      "talking with a rep": "talking with a rep",
    },
  ],
  [
    "it is cancelled",
    { type: "cancelled", by: caller },
    { ...Object.fromEntries(open.map((name) => [name, "closed"])), "talking with a rep": "talking with a rep" },
  ],
  ["there is news", { type: "news", news: { rep: "ana", text: "The part is here." } }, {}],
  ["a note is made", { type: "noted", note: { text: "the pump" } }, {}],
];

const cases = table.flatMap(([what, event, leads]) =>
  open.map((from) => ({ what, event, from, to: leads[from] ?? nowhere[from] ?? from })),
);

test.each(cases)("$from, and $what: $to", ({ event, from, to }) => {
  const before = standing(states[from] ?? { at: "promised" });
  const { state } = callbackAfter(before, event, routing, now).callback;
  const named = to === from ? JSON.stringify(before.state) : to;
  const call = "call" in state && to.includes(" ") ? ` ${state.call}` : "";
  expect(to === from ? JSON.stringify(state) : state.at + call).toBe(named);
});

test.each(table)("what is over stays so, when %s", (_, event) => {
  const closed = after(standing({ at: "due", since: ten }), [[ten, { type: "cancelled", by: caller }]]).callback;
  expect(callbackAfter(closed, event, routing, now)).toEqual({ callback: closed, effects: [] });
});

test("nothing begins but by being made", () => {
  expect(() => callbackAfter(undefined, { type: "rung" }, routing, ten)).toThrow(/cannot begin with "rung"/);
});

test("what was made is not made a second time", () => {
  const first = making("booked").callback;
  expect(callbackAfter(first, { type: "made", callback: wanted("place") }, routing, now).callback).toBe(first);
});

test.each(ringing)("%s: what is moved or cancelled is rung no longer", (name) => {
  const ringingNow = standing(states[name] ?? { at: "promised" });
  const moved = callbackAfter(ringingNow, { type: "moved", to: later, by: caller }, routing, now);
  expect(moved.effects).toContainEqual({ do: "call-off", call: "CA1", why: "moved" });
  const cancelled = callbackAfter(ringingNow, { type: "cancelled", by: caller }, routing, now);
  expect(did(cancelled)).toEqual(["call-off", "text"]);
});

test("what the customer cancels in the very call is not called off: it says so and ends by itself", () => {
  const told = standing(states["talking without a rep"] ?? { at: "promised" }, "promised");
  const cancelled = callbackAfter(told, { type: "cancelled", by: caller, call: "CA1" }, routing, now);
  expect(endings(cancelled.callback)).toEqual(["cancelled"]);
  expect(did(cancelled)).toEqual(["text"]);
});

test.each<[string, By, RegExp | undefined]>([
  ["the caller by phone", caller, /as you asked/],
  ["the caller on the page", { who: "caller", via: "page" }, /as you asked/],
  ["the caller by text, who is answered by that", { who: "caller", via: "text" }, undefined],
  ["a rep", { who: "rep", rep: "ana" }, /another time than we said|If you still want it/],
  ["an admin", { who: "admin" }, /another time than we said|If you still want it/],
])("what is moved or cancelled by %s is told to the customer: %s", (_, by, words) => {
  const open = making("booked").callback;
  for (const event of [{ type: "moved", to: later, by } as const, { type: "cancelled", by } as const]) {
    const told = texts(callbackAfter(open, event, routing, now));
    expect(told.map((body) => words?.test(body))).toEqual(words === undefined ? [] : [true]);
  }
});

test("a customer who was not reached is told of the missed call, and when the next one comes", () => {
  const ringingNow = standing({ at: "ringing", since: ten, call: "CA1", rep: "ana" });
  const missed = after(ringingNow, [[ten + minute, { type: "tried", came: "unanswered", call: "CA1" }]]);
  expect(texts(missed)).toEqual([expect.stringMatching(/we rang you just now .* We will ring again at 10:16 AM/)]);
  const notPlaced = after(ringingNow, [[ten + minute, { type: "tried", came: "not-placed", call: "CA1" }]]);
  expect(texts(notPlaced)).toEqual([]);
});
