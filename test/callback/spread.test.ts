import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spread } from "../../src/callback/spread.ts";
import { at, newYork } from "../routing/calendar.ts";
import { clock } from "./slotting.ts";

const quarter = 15 * 60_000;
const from = at("2026-11-16 10:00");

/** Every quarter of an hour from nine to five on these days, but for those that are taken. */
function free(days: readonly string[], taken: (shown: string) => boolean = () => false) {
  const windows = days.flatMap((day) =>
    Array.from({ length: 32 }, (_, index) => at(`${day} 09:00`) + index * quarter).filter((one) => !taken(clock(one))),
  );
  return (after: number) => {
    const begins = windows.find((one) => one >= after);
    return begins === undefined ? undefined : { from: begins, by: begins + quarter, due: begins };
  };
}
const week = ["2026-11-16", "2026-11-17", "2026-11-18"];
const shown = (found: ReturnType<typeof spread>) => found.map(({ from: begins }) => clock(begins).slice(8));

describe("three times to choose from:", () => {
  test.each<[string, string, string[]]>([
    ["the soonest, an hour later, and the next morning", "2026-11-16 10:00", ["16 10:00", "16 11:00", "17 09:00"]],
    ["before the opening: that morning, and the next", "2026-11-16 07:00", ["16 09:00", "16 10:00", "17 09:00"]],
    ["towards noon, past it", "2026-11-16 11:40", ["16 11:45", "16 12:45", "17 09:00"]],
    ["late, the morning and the afternoon after", "2026-11-16 16:20", ["16 16:30", "17 09:00", "17 12:00"]],
    ["at night, two mornings", "2026-11-16 22:00", ["17 09:00", "17 10:00", "18 09:00"]],
    ["on the last day, its afternoon", "2026-11-18 09:00", ["18 09:00", "18 10:00", "18 12:00"]],
    ["on the last afternoon, an hour apart", "2026-11-18 13:00", ["18 13:00", "18 14:00", "18 15:00"]],
    ["in the last hour, not the very next", "2026-11-18 16:00", ["18 16:00", "18 16:30"]],
    ["the last one alone", "2026-11-18 16:45", ["18 16:45"]],
    ["none", "2026-11-18 16:46", []],
  ])("%s", (_, after, expected) => {
    expect(shown(spread(free(week), { after: at(after), times: [] }, newYork))).toEqual(expected);
  });

  test.each<[string, (one: string) => boolean, string[]]>([
    ["the mornings are taken", (one) => one.slice(11) < "12:00", ["16 12:00", "16 13:00", "17 12:00"]],
    ["today is taken", (one) => one.startsWith("2026-11-16"), ["17 09:00", "17 10:00", "18 09:00"]],
    ["tomorrow is taken", (one) => one.startsWith("2026-11-17"), ["16 10:00", "16 11:00", "18 09:00"]],
    [
      "one in an hour is free",
      (one) => !one.endsWith("20") && !one.endsWith(":45"),
      ["16 10:45", "16 11:45", "17 09:45"],
    ],
  ])("where %s", (_, taken, expected) => {
    expect(shown(spread(free(week, taken), { after: from, times: [] }, newYork))).toEqual(expected);
  });

  test("the next day is that of the customer's clock", () => {
    const found = spread(free(week), { after: at("2026-11-16 09:00"), times: [] }, "Asia/Kolkata");
    expect(shown(found)).toEqual(["16 09:00", "16 10:00", "16 13:30"]);
  });
});

describe("more times:", () => {
  function reading(free: Parameters<typeof spread>[0], readings: number) {
    const all: string[][] = [];
    let times: readonly number[] = [];
    for (let reading = 0; reading < readings; reading++) {
      const found = spread(free, { after: from, times }, newYork);
      times = [...times, ...found.map(({ from: begins }) => begins)];
      all.push(shown(found));
    }
    return all;
  }

  test("far from those that were refused, as long as there are such, and nearer after that", () => {
    expect(reading(free(week), 5)).toEqual([
      ["16 10:00", "16 11:00", "17 09:00"],
      ["16 14:00", "16 15:00", "17 12:00"],
      ["17 15:00", "17 16:00", "18 09:00"],
      ["18 12:00", "18 13:00", "18 14:00"],
      ["16 12:00", "16 13:00", "17 10:00"],
    ]);
  });

  test("never three windows in a row, never one that is not free or was read; and in the end all were", () => {
    fc.assert(
      fc.property(
        fc.subarray(
          Array.from({ length: 96 }, (_, index) => index),
          { minLength: 1 },
        ),
        (open) => {
          const grid = week.flatMap((day) =>
            Array.from({ length: 32 }, (_, index) => at(`${day} 09:00`) + index * quarter),
          );
          const isOpen = new Set(open.map((index) => clock(grid[index] ?? 0)));
          const all = reading(
            free(week, (one) => !isOpen.has(one)),
            97,
          ).filter((read) => read.length > 0);
          const inARow = all.filter((read) => {
            const [a = 0, b = 0, c = 0] = read.map((one) => at(`2026-11-${one}`));
            return read.length === 3 && b - a === quarter && c - b === quarter;
          });
          expect(inARow).toEqual([]);
          const wanted = [...isOpen].filter((one) => at(one) >= from).map((one) => one.slice(8));
          expect(all.flat().toSorted()).toEqual(wanted.toSorted());
        },
      ),
      { seed: 20_261_129, numRuns: 60 },
    );
  });
});
