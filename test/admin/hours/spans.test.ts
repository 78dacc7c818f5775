import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  cellsOf,
  dayMinutes,
  minutesOf,
  painted,
  readDay,
  timeOf,
  type Interval,
  type Span,
} from "../../../src/admin/pages/routing/hours/spans.ts";

const steps = fc.constantFrom(15, 30);
const span = fc
  .tuple(fc.integer({ min: 0, max: dayMinutes - 1 }), fc.integer({ min: 1, max: dayMinutes }))
  .map(([a, b]): Span => ({ from: Math.min(a, b - 1), until: Math.max(a + 1, b) }));
const interval = span.map(({ from, until }): Interval => [timeOf(from), timeOf(until)]);
const unreadable = fc.constantFrom<Interval>(["9:00", "17:00"], ["18:00", "09:00"], ["", ""], ["08:61", "25:00"]);
const day = fc.array(fc.oneof({ weight: 5, arbitrary: interval }, { weight: 1, arbitrary: unreadable }), {
  maxLength: 6,
});

const isOpenAt = (intervals: readonly Interval[], minute: number) =>
  readDay(intervals).spans.some(({ from, until }) => minute >= from && minute < until);
const minutes = (intervals: readonly Interval[]) =>
  Array.from({ length: dayMinutes }, (_, minute) => isOpenAt(intervals, minute));

test("painting sets every minute of the stretch, and never one outside of it, on the grid or off", () => {
  fc.assert(
    fc.property(day, span, fc.boolean(), (intervals, stretch, open) => {
      const before = minutes(intervals);
      const after = minutes(painted(intervals, stretch, open));
      expect(after).toEqual(
        before.map((was, minute) => (minute >= stretch.from && minute < stretch.until ? open : was)),
      );
    }),
    { numRuns: 200 },
  );
});

test("what cannot be read as an interval is never lost by painting", () => {
  fc.assert(
    fc.property(day, span, fc.boolean(), (intervals, stretch, open) => {
      expect(readDay(painted(intervals, stretch, open)).unreadable).toEqual(readDay(intervals).unreadable);
    }),
  );
});

test("cells painted one by one into an empty day are the cells of the day", () => {
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.boolean()), (step, stream) => {
      const open = [...stream.take(dayMinutes / step)];
      const made = open.reduce<readonly Interval[]>(
        (all, one, place) => painted(all, { from: place * step, until: (place + 1) * step }, one),
        [],
      );
      expect(cellsOf(made, step).map((cell) => cell.open)).toEqual(open.map(Number));
      // And the other way round: the day of those cells is the day that they were read from.
      const again = cellsOf(made, step).reduce<readonly Interval[]>(
        (all, cell, place) => painted(all, { from: place * step, until: (place + 1) * step }, cell.open === 1),
        [],
      );
      expect(again).toEqual(made);
    }),
  );
});

test("the cells of a day together are open for as many minutes as the day", () => {
  fc.assert(
    fc.property(day, steps, (intervals, step) => {
      const shares = cellsOf(intervals, step).reduce((sum, { open }) => sum + open * step, 0);
      expect(Math.round(shares)).toBe(minutes(intervals).filter(Boolean).length);
    }),
  );
});

test.each<[string, readonly Interval[], number, object]>([
  ["closed", [], 16, { open: 0, from: 0, until: 0 }],
  ["open", [["08:00", "09:00"]], 16, { open: 1, from: 0, until: 1 }],
  ["open from its last ten minutes on", [["08:20", "12:00"]], 16, { open: 1 / 3, from: 2 / 3, until: 1 }],
  [
    "open in its first ten and its last ten minutes",
    [
      ["07:00", "08:10"],
      ["08:20", "09:00"],
    ],
    16,
    { open: 2 / 3, from: 0, until: 1 },
  ],
  ["the last before midnight", [["23:45", "24:00"]], 47, { open: 0.5, from: 0.5, until: 1 }],
])("a cell that is %s", (_what, intervals, place, cell) => {
  expect(cellsOf(intervals, 30)[place]).toEqual(cell);
});

test.each([
  ["00:00", 0],
  ["08:07", 487],
  ["24:00", 1_440],
  ["24:01", undefined],
  ["08:60", undefined],
  ["8:00", undefined],
  ["", undefined],
])("%s is minute %s", (time, minute) => {
  expect(minutesOf(time)).toBe(minute);
  expect(minute === undefined ? undefined : timeOf(minute)).toBe(minute === undefined ? undefined : time);
});
