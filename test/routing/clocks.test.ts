import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { closesAt, isOpen, opensAt } from "../../src/routing/hours.ts";
import type { Hours } from "../../src/routing/routing.ts";
import { at, everyDay, newYork, shown } from "./calendar.ts";

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

describe("the nights the clocks change", () => {
  test.each([
    [
      "New York's gap skips 02:30: it opens as the clock jumps",
      newYork,
      ["02:30", "10:00"],
      "2026-03-08T00:00-05:00",
      "2026-03-08T07:00:00Z",
      "2026-03-08T14:00:00Z",
    ],
    [
      "New York's gap begins at 02:00: it opens as the clock jumps",
      newYork,
      ["02:00", "10:00"],
      "2026-03-08T00:00-05:00",
      "2026-03-08T07:00:00Z",
      "2026-03-08T14:00:00Z",
    ],
    [
      "Havana's gap begins at midnight: the day and the opening begin as the clock jumps",
      "America/Havana",
      ["00:00", "10:00"],
      "2026-03-07T23:00-05:00",
      "2026-03-08T05:00:00Z",
      "2026-03-08T14:00:00Z",
    ],
    [
      "New York's overlap is over before 02:30",
      newYork,
      ["02:30", "10:00"],
      "2026-11-01T00:00-04:00",
      "2026-11-01T07:30:00Z",
      "2026-11-01T15:00:00Z",
    ],
    [
      "New York has 01:30 twice: it opens at the first",
      newYork,
      ["01:30", "10:00"],
      "2026-11-01T00:00-04:00",
      "2026-11-01T05:30:00Z",
      "2026-11-01T15:00:00Z",
    ],
    [
      "New York has 01:30 twice: it closes at the first",
      newYork,
      ["00:30", "01:30"],
      "2026-11-01T00:00-04:00",
      "2026-11-01T04:30:00Z",
      "2026-11-01T05:30:00Z",
    ],
    [
      "New York's gap skips the end at 02:30: it closes as the clock jumps",
      newYork,
      ["01:00", "02:30"],
      "2026-03-08T00:00-05:00",
      "2026-03-08T06:00:00Z",
      "2026-03-08T07:00:00Z",
    ],
    [
      "London's gap is over before 02:30",
      "Europe/London",
      ["02:30", "10:00"],
      "2026-03-29T00:00Z",
      "2026-03-29T01:30:00Z",
      "2026-03-29T09:00:00Z",
    ],
    [
      "London's gap skips 01:30",
      "Europe/London",
      ["01:30", "10:00"],
      "2026-03-29T00:00Z",
      "2026-03-29T01:00:00Z",
      "2026-03-29T09:00:00Z",
    ],
    [
      "London's overlap is over before 02:30",
      "Europe/London",
      ["02:30", "10:00"],
      "2026-10-25T00:00+01:00",
      "2026-10-25T02:30:00Z",
      "2026-10-25T10:00:00Z",
    ],
    [
      "Lord Howe's gap of half an hour ends at 02:30",
      "Australia/Lord_Howe",
      ["02:30", "10:00"],
      "2026-10-04T00:00+10:30",
      "2026-10-03T15:30:00Z",
      "2026-10-03T23:00:00Z",
    ],
    [
      "Lord Howe's gap skips 02:15",
      "Australia/Lord_Howe",
      ["02:15", "10:00"],
      "2026-10-04T00:00+10:30",
      "2026-10-03T15:30:00Z",
      "2026-10-03T23:00:00Z",
    ],
    [
      "Lord Howe has 01:45 twice",
      "Australia/Lord_Howe",
      ["01:45", "10:00"],
      "2026-04-05T00:00+11:00",
      "2026-04-04T14:45:00Z",
      "2026-04-04T23:30:00Z",
    ],
    [
      "Lord Howe's overlap is over before 02:30",
      "Australia/Lord_Howe",
      ["02:30", "10:00"],
      "2026-04-05T00:00+11:00",
      "2026-04-04T16:00:00Z",
      "2026-04-04T23:30:00Z",
    ],
    [
      "Casablanca has 02:30 twice as Ramadan begins",
      "Africa/Casablanca",
      ["02:30", "10:00"],
      "2026-02-15T00:00+01:00",
      "2026-02-15T01:30:00Z",
      "2026-02-15T10:00:00Z",
    ],
    [
      "Casablanca's gap skips 02:30 as Ramadan ends",
      "Africa/Casablanca",
      ["02:30", "10:00"],
      "2026-03-22T00:00Z",
      "2026-03-22T02:00:00Z",
      "2026-03-22T09:00:00Z",
    ],
  ] as const)("%s", (_, zone, [from, until], midnight, opens, closes) => {
    const hours = everyDay([from, until]);
    const opening = opensAt(hours, zone, at(midnight)) ?? 0;
    expect(shown(opening)).toBe(opens);
    expect(isOpen(hours, zone, opening - 1)).toBe(false);
    expect(isOpen(hours, zone, opening)).toBe(true);
    expect(shown(closesAt(hours, zone, opening))).toBe(closes);
    expect(isOpen(hours, zone, at(closes))).toBe(false);
  });

  test("a day of 23 hours and a day of 25 hours are open all day from 00:00 to 24:00", () => {
    const hours: Hours = { weekly: { sun: [["00:00", "24:00"]] }, holidays: [], exceptions: [] };
    expect(shown(closesAt(hours, newYork, at("2026-03-08 12:00")))).toBe("2026-03-09T04:00:00Z");
    expect(shown(closesAt(hours, newYork, at("2026-11-01 12:00")))).toBe("2026-11-02T05:00:00Z");
  });

  test("a date that the zone skipped neither opens nor closes anything", () => {
    const now = Temporal.ZonedDateTime.from("2011-12-29T12:00[Pacific/Apia]").epochMilliseconds;
    const hours = everyDay(["09:00", "17:00"]);
    expect(opensAt(hours, "Pacific/Apia", now)).toBe(
      Temporal.ZonedDateTime.from("2011-12-31T09:00[Pacific/Apia]").epochMilliseconds,
    );
  });
});

describe("at any moment of any year, in any of these zones", () => {
  const zone = fc.constantFrom(newYork, "Europe/London", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata");
  const now = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });
  const minute = fc.integer({ min: 0, max: 24 * 60 });
  const intervals = fc
    .uniqueArray(minute, { minLength: 2, maxLength: 8 })
    .map((ends) => ends.toSorted((a, b) => a - b))
    .map((ends) =>
      ends.flatMap((end, i): [string, string][] => (i % 2 ? [[clock(ends[i - 1] ?? 0), clock(end)]] : [])),
    );
  const seed = { seed: 20_261_122, numRuns: 200 };

  test("it is open until it closes, and closed from then on", () => {
    fc.assert(
      fc.property(intervals, zone, now, (open, zone, now) => {
        const hours = everyDay(...open);
        const closes = closesAt(hours, zone, now);
        if (closes === undefined) return;
        expect(isOpen(hours, zone, now)).toBe(true);
        expect(isOpen(hours, zone, closes - 1)).toBe(true);
        expect(isOpen(hours, zone, closes)).toBe(false);
      }),
      seed,
    );
  });

  test("it opens next at a moment when it was closed just before, and nothing opens in between", () => {
    fc.assert(
      fc.property(intervals, zone, now, fc.double({ min: 0, max: 1, noNaN: true }), (open, zone, now, share) => {
        const hours = everyDay(...open);
        const opens = opensAt(hours, zone, now);
        if (opens === undefined) return;
        expect(opens).toBeGreaterThan(now);
        expect(isOpen(hours, zone, opens)).toBe(true);
        expect(isOpen(hours, zone, opens - 1)).toBe(false);
        const between = Math.floor(now + share * (opens - 1 - now));
        expect(isOpen(hours, zone, now) || !isOpen(hours, zone, between)).toBe(true);
      }),
      seed,
    );
  });
});
