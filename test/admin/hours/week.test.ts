import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Interval } from "../../../src/admin/pages/routing/hours/spans.ts";
import {
  dayAfter,
  overMidnight,
  paintedWeek,
  typedTime,
  weekdays,
  withDay,
} from "../../../src/admin/pages/routing/hours/week.ts";

test("a stretch painted over some days changes those days alone, and what is erased leaves no empty day behind", () => {
  const nine: readonly Interval[] = [["09:00", "17:00"]];
  const week = { mon: nine, sat: nine };
  const stretch = { from: 540, until: 1_020 };
  expect(paintedWeek(week, ["tue", "wed"], stretch, true)).toEqual({ mon: nine, tue: nine, wed: nine, sat: nine });
  expect(paintedWeek(week, ["fri", "sat"], stretch, false)).toEqual({ mon: nine });
});

test("days stand in the order of the week, in whatever order they were opened", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...weekdays]), (days) => {
      const week = days.reduce((all, day) => withDay(all, day, [["09:00", "10:00"]]), {});
      expect(Object.keys(week)).toEqual(weekdays.filter((day) => days.includes(day)));
    }),
  );
});

test.each<[string, Interval, object | undefined]>([
  ["to two in the morning", ["22:00", "02:00"], { tonight: ["22:00", "24:00"], after: { from: 0, until: 120 } }],
  ["to midnight, written 00:00", ["22:00", "00:00"], { tonight: ["22:00", "24:00"] }],
  ["within the day", ["09:00", "17:00"], undefined],
  ["to midnight", ["09:00", "24:00"], undefined],
  ["of no length", ["09:00", "09:00"], undefined],
  ["that cannot be read", ["9", "2"], undefined],
])("an opening %s past midnight", (_what, interval, parts) => {
  expect(overMidnight(interval)).toEqual(parts);
});

test("the week goes round", () => {
  expect(weekdays.map(dayAfter)).toEqual(["tue", "wed", "thu", "fri", "sat", "sun", "mon"]);
});

test.each<[string, string | undefined, boolean?]>([
  ["8", "08:00"],
  ["08:30", "08:30"],
  ["8.30", "08:30"],
  ["830", "08:30"],
  ["1730", "17:30"],
  ["5 pm", "17:00"],
  ["5:15PM", "17:15"],
  ["12 am", "00:00"],
  ["12 p.m.", "12:00"],
  ["noon", "12:00"],
  ["midnight", "00:00"],
  ["midnight", "24:00", true],
  ["0", "24:00", true],
  ["24", "24:00"],
  ["13 pm", undefined],
  ["25", undefined],
  ["8:61", undefined],
  ["soon", undefined],
  ["", undefined],
])("“%s” is typed for %s", (typed, time, ends) => {
  expect(typedTime(typed, ends)).toBe(time);
});
