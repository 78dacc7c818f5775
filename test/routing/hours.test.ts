import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { closesAt, isOpen, localDate, opensAt } from "../../src/routing/hours.ts";
import type { Hours } from "../../src/routing/routing.ts";

const newYork = "America/New_York";
const everyDay = (...open: [string, string][]): Hours => ({
  weekly: { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open },
  holidays: [],
  exceptions: [],
});
const office: Hours = {
  weekly: {
    mon: [["09:00", "17:00"]],
    tue: [
      ["09:00", "12:00"],
      ["13:00", "17:00"],
    ],
    thu: [["18:00", "24:00"]],
    fri: [["00:00", "02:00"]],
  },
  holidays: [{ date: "2026-11-23", name: "Founders' day" }],
  exceptions: [
    { date: "2026-11-22", open: [["10:00", "11:00"]] },
    { date: "2026-11-24", open: [] },
    { date: "2026-12-25", open: [["10:00", "10:30"]] },
  ],
};

/** "2026-11-16 09:00" by the clock in the zone, or an instant with its offset. */
function at(when: string, zone = newYork): number {
  if (/Z|[+-]\d\d:\d\d$/.test(when)) return Temporal.Instant.from(when).epochMilliseconds;
  return Temporal.PlainDateTime.from(when.replace(" ", "T")).toZonedDateTime(zone).epochMilliseconds;
}
function shown(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(instant).toString();
}

const once = (date: string): Hours => ({
  weekly: {},
  holidays: [],
  exceptions: [{ date, open: [["09:00", "10:00"]] }],
});
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

describe("whether it is open", () => {
  test.each([
    ["08:59:59.999 is closed", "2026-11-16 08:59:59.999", false],
    ["09:00:00.000 is open", "2026-11-16 09:00:00.000", true],
    ["16:59:59.999 is open", "2026-11-16 16:59:59.999", true],
    ["17:00:00.000 is closed", "2026-11-16 17:00:00.000", false],
    ["the end of the morning is closed", "2026-11-17 12:00", false],
    ["the lunch break is closed", "2026-11-17 12:59:59.999", false],
    ["the afternoon is open", "2026-11-17 13:00", true],
    ["a weekday without hours is closed", "2026-11-18 10:00", false],
    ["the last millisecond before midnight is open", "2026-11-19 23:59:59.999", true],
    ["midnight carried on is open", "2026-11-20 00:00", true],
    ["after the night it is closed", "2026-11-20 02:00", false],
    ["a holiday is closed at its weekday's hours", "2026-11-23 10:00", false],
    ["the same weekday a week on is open", "2026-11-30 10:00", true],
    ["an exception opens a closed day", "2026-11-22 10:30", true],
    ["and closes it again", "2026-11-22 11:00", false],
    ["an exception without hours closes an open day", "2026-11-24 10:00", false],
  ])("%s", (_, when, open) => {
    expect(isOpen(office, newYork, at(when))).toBe(open);
  });

  test("an exception beats a holiday on the same date", () => {
    const hours: Hours = { ...office, exceptions: [{ date: "2026-11-23", open: [["09:00", "10:00"]] }] };
    expect(isOpen(hours, newYork, at("2026-11-23 09:30"))).toBe(true);
    expect(isOpen(hours, newYork, at("2026-11-23 10:00"))).toBe(false);
  });

  test("without hours it is always open, never closes and never opens", () => {
    const now = at("2026-11-23 03:00");
    expect([
      isOpen(undefined, newYork, now),
      closesAt(undefined, newYork, now),
      opensAt(undefined, newYork, now),
    ]).toEqual([true, undefined, undefined]);
  });

  test("the same hours are kept apart by zone", () => {
    const now = at("2026-11-16T14:30:00Z");
    expect([newYork, "Europe/London", "Asia/Tokyo"].map((zone) => isOpen(office, zone, now))).toEqual([
      true,
      true,
      false,
    ]);
    expect([newYork, "Europe/London", "Asia/Tokyo"].map((zone) => localDate(zone, at("2026-11-16T23:30:00Z")))).toEqual(
      ["2026-11-16", "2026-11-16", "2026-11-17"],
    );
  });
});

describe("when it closes and opens", () => {
  test.each([
    ["within a day", "2026-11-16 09:00", "2026-11-16 17:00"],
    ["at lunch", "2026-11-17 09:00", "2026-11-17 12:00"],
    [
      "past midnight, where an interval ends at 24:00 and the next begins at 00:00",
      "2026-11-19 20:00",
      "2026-11-20 02:00",
    ],
    ["after midnight", "2026-11-20 00:00", "2026-11-20 02:00"],
    ["not at all when it is closed", "2026-11-20 02:00", undefined],
  ])("it closes %s", (_, now, closes) => {
    expect(shown(closesAt(office, newYork, at(now)))).toBe(closes && shown(at(closes)));
  });

  test.each([
    ["later the same day", "2026-11-16 08:00", "2026-11-16 09:00"],
    ["the next time when it has just opened", "2026-11-16 09:00", "2026-11-17 09:00"],
    ["after lunch", "2026-11-17 11:00", "2026-11-17 13:00"],
    ["over a weekday without hours", "2026-11-17 17:00", "2026-11-19 18:00"],
    ["not at a midnight that only carries on", "2026-11-19 20:00", "2026-11-22 10:00"],
    [
      "not at a midnight that only carries on, asked the moment before it",
      "2026-11-19 23:59:59.999",
      "2026-11-22 10:00",
    ],
    ["after a holiday and a day closed by exception", "2026-11-22 11:00", "2026-11-26 18:00"],
    ["on a day that only an exception opens", "2026-12-25 02:00", "2026-12-25 10:00"],
  ])("it opens %s", (_, now, opens) => {
    expect(shown(opensAt(office, newYork, at(now)))).toBe(shown(at(opens)));
  });

  test("hours that never open have no next opening", () => {
    expect(opensAt({ weekly: {}, holidays: [], exceptions: [] }, newYork, at("2026-11-16 09:00"))).toBeUndefined();
  });

  test("an opening 400 days away is found, one 401 days away is not", () => {
    const now = at("2026-11-16T14:00:00Z");
    expect(shown(opensAt(once("2027-12-21"), newYork, now))).toBe("2027-12-21T14:00:00Z");
    expect(opensAt(once("2027-12-22"), newYork, now)).toBeUndefined();
  });

  test("hours around the clock never close, and never open anew", () => {
    const always = everyDay(["00:00", "24:00"]);
    expect(closesAt(always, newYork, at("2026-11-16 09:00"))).toBeUndefined();
    expect(opensAt(always, newYork, at("2026-11-16 09:00"))).toBeUndefined();
  });

  test("hours around the clock close where a holiday interrupts them within 14 days", () => {
    const hours: Hours = { ...everyDay(["00:00", "24:00"]), holidays: [{ date: "2026-11-26", name: "Thanksgiving" }] };
    expect(shown(closesAt(hours, newYork, at("2026-11-13 00:00")))).toBe("2026-11-26T05:00:00Z");
    expect(closesAt(hours, newYork, at("2026-11-11 23:59"))).toBeUndefined();
    expect(shown(opensAt(hours, newYork, at("2026-11-13 00:00")))).toBe("2026-11-27T05:00:00Z");
  });

  test("adjoining intervals of a day are one opening", () => {
    const hours = everyDay(["09:00", "12:00"], ["12:00", "17:00"]);
    expect(shown(closesAt(hours, newYork, at("2026-11-16 10:00")))).toBe(shown(at("2026-11-16 17:00")));
    expect(shown(opensAt(hours, newYork, at("2026-11-16 10:00")))).toBe(shown(at("2026-11-17 09:00")));
  });
});

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
