import { expect, test } from "vitest";
import { at } from "../routing/calendar.ts";
import type { CallbackEvent } from "../../src/callback/event.ts";
import { after, did, endings, making, minute, officeHours, standing, ten, texts, wokenAt } from "./promises.ts";

const woke = (why: string): CallbackEvent => ({ type: "woke", why });
const monday = (time: string) => at(`2026-11-23 ${time}`);
const tuesday = (time: string) => at(`2026-11-24 ${time}`);

test.each([
  ["16:58", "due", undefined],
  ["16:59", "promised", "closed"],
  ["17:00", "promised", "closed"],
  ["08:59", "promised", "closed"],
  ["09:00", "due", undefined],
])("a place whose time comes at %s is %s", (time, state, hindrance) => {
  const { callback } = after(making("place").callback, [[monday(time), woke("due 1")]], officeHours);
  expect(callback.state.at).toBe(state);
  expect(callback.hindrance).toBe(hindrance);
});

test("a kept place that nobody could serve by closing time is in line again when it opens, where it was", () => {
  const evening = after(making("place").callback, [[monday("16:00"), woke("due 1")]], officeHours);
  expect(wokenAt(evening, "close 1")).toBe(monday("16:59"));
  const night = after(evening.callback, [[monday("16:59"), woke("close 1")]], officeHours);
  expect(night.callback.state.at).toBe("promised");
  expect(wokenAt(night, "due 1")).toBe(tuesday("09:00"));
  const morning = after(night.callback, [[tuesday("09:00"), woke("due 1")]], officeHours);
  expect(morning.callback).toMatchObject({ state: { at: "due" }, joinedAt: ten });
});

test("a rep who passes after closing time sends it into the morning", () => {
  const ringing = standing({ at: "ringing", since: monday("16:59"), call: "CA1", rep: "ana" });
  const step = after(ringing, [[monday("17:00"), { type: "rep-declined", rep: "ana", how: "missed" }]], officeHours);
  expect(step.callback.state.at).toBe("promised");
  expect(wokenAt(step, "due 1")).toBe(tuesday("09:00"));
});

test("a try that failed before closing is made again in the morning", () => {
  const ringing = standing({ at: "ringing", since: monday("16:50"), call: "CA1", rep: "ana" });
  const { callback } = after(ringing, [[monday("16:50"), { type: "tried", came: "unanswered" }]], officeHours);
  expect(callback.state).toMatchObject({ at: "missed", again: tuesday("09:00") });
});

test("what is late by day is not excused by the night", () => {
  const { callback } = after(
    making("booked", { from: monday("16:59"), by: tuesday("09:30") }).callback,
    [
      [monday("17:00"), woke("due 1")],
      [tuesday("09:00"), woke("due 1")],
      [tuesday("09:30"), woke("time 1")],
      [tuesday("11:00"), { type: "talked", rep: "ana" }],
    ],
    officeHours,
  );
  expect(endings(callback)).toEqual(["late: nobody-free"]);
});

test("what was promised for a time at which it is closed is late because of that", () => {
  const { callback } = after(
    making("booked", { from: monday("17:00"), by: monday("17:15") }).callback,
    [
      [monday("17:00"), woke("due 1")],
      [monday("17:15"), woke("time 1")],
      [tuesday("09:00"), woke("due 1")],
      [tuesday("09:05"), { type: "talked", rep: "ana" }],
    ],
    officeHours,
  );
  expect(endings(callback)).toEqual(["late: closed"]);
});

test("a rep's word for a time at which nobody may be rung: the customer reads that there is no news", () => {
  const promised = making("promised", { by: monday("19:00") }).callback;
  const step = after(promised, [[monday("18:59"), woke("time 1")]], officeHours);
  expect(texts(step)).toEqual([
    expect.stringMatching(/You will hear from us again by tomorrow at 9:30 AM|again tomorrow by 9:30 AM/),
  ]);
});

test("a number that takes no texts is rung when it may be", () => {
  const promised = making("promised", { by: monday("19:00") }, { texts: false }).callback;
  const step = after(promised, [[monday("18:59"), woke("time 1")]], officeHours);
  expect(wokenAt(step, "time 1")).toBe(tuesday("09:00"));
  expect(did(after(step.callback, [[tuesday("09:00"), woke("time 1")]], officeHours))).toEqual(["dial no-news"]);
});

test("a customer for whom there is never a time is looked at again every day, until it expires", () => {
  const zones = ["America/New_York", "Asia/Tokyo"];
  const step = after(making("place", {}, { zones }).callback, [[ten, woke("due 1")]], officeHours);
  expect(step.callback).toMatchObject({ state: { at: "promised" }, hindrance: "not-daytime" });
  expect(wokenAt(step, "due 1")).toBe(ten + 24 * 60 * minute);
  const end = after(step.callback, [[ten + 72 * 60 * minute, woke("expired")]], officeHours);
  expect(endings(end.callback)).toEqual(["broken: not-daytime"]);
  expect(texts(end)).toEqual([expect.stringMatching(/did not manage to ring you back/)]);
});

test.each([
  ["a place three days after it was kept", "place", {}, 72],
  [
    "a booked call three days after its window",
    "booked",
    { from: ten + 96 * 60 * minute, by: ten + 97 * 60 * minute },
    169,
  ],
  ["a rep's word three days after its time", "promised", { by: ten + 48 * 60 * minute }, 120],
] as const)("%s expires", (_, kind, given, hours) => {
  const made = making(kind, given);
  const expires = ten + hours * 60 * minute;
  expect(wokenAt(made, "expired")).toBe(expires);
  expect(after(made.callback, [[expires - 1, woke("expired")]]).callback.state.at).toBe("promised");
  expect(endings(after(made.callback, [[expires, woke("expired")]]).callback)).toEqual(["broken: nobody-free"]);
});

test("whoever is being spoken with when it expires is served first", () => {
  const expires = ten + 72 * 60 * minute;
  const talking = standing({ at: "talking", since: expires - minute, call: "CA1", rep: "ana" });
  const { callback } = after(talking, [
    [expires, woke("expired")],
    [expires + minute, { type: "talked", rep: "ana" }],
  ]);
  expect(endings(callback)).toEqual(["kept"]);
});
