import { describe, expect, test } from "vitest";
import { closesAt, isOpen, localDate, opensAt } from "../../src/routing/hours.ts";
import type { Hours } from "../../src/routing/routing.ts";
import { at, everyDay, newYork, shown } from "./calendar.ts";

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

const once = (date: string): Hours => ({
  weekly: {},
  holidays: [],
  exceptions: [{ date, open: [["09:00", "10:00"]] }],
});

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
