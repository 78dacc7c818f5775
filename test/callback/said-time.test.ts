import { describe, expect, test } from "vitest";
import { keyedTime, saidTime } from "../../src/callback/said-time.ts";
import { at, newYork } from "../routing/calendar.ts";
import { english, monday, routing, said, shown } from "./saying.ts";

test.each([
  ["es", "at three thirty", "11-16 15:30"],
  ["en", "mañana a las diez", "11-17 10:00"],
  ["fr", "15:30", "11-16 15:30"],
])("to a caller in %s, %s is understood all the same", (language, words, expected) => {
  expect(said(words, { ...english, language })).toBe(expected);
});

describe("which of several times is meant:", () => {
  const friday = at("2026-11-20 16:30");
  const saturday = at("2026-11-21 11:00");
  test.each<[string, string, number, string, string | undefined]>([
    ["the next that is open", "at nine", friday, "support", "11-23 09:00"],
    ["the next that is open, with its half of the day", "at 9 am", saturday, "support", "11-23 09:00"],
    ["the next in daytime where it is always open", "at nine", monday, "reception", "11-17 09:00"],
    ["today, where a time later on is open", "at ten to five", friday, "support", "11-20 16:50"],
    ["the day that was said, open or not", "Saturday at ten", monday, "support", "11-21 10:00"],
    ["the half of the day that was said, open or not", "tomorrow at 7 pm", monday, "support", "11-17 19:00"],
    ["in daytime where neither is open", "tomorrow at seven", monday, "support", "11-17 19:00"],
    ["the weekday of today is a week from now", "Friday at four forty five", friday, "support", "11-27 16:45"],
  ])("%s", (_, words, now, queue, expected) => {
    expect(said(words, { ...english, queue }, now)).toBe(expected);
  });

  test("hours are the business's, the clock the caller's", () => {
    const angeles = { ...english, zone: "America/Los_Angeles" };
    expect(said("at two", angeles)).toBe("11-16 14:00");
    expect(said("at three", angeles)).toBe("11-16 15:00");
    expect(said("tomorrow at eight", angeles)).toBe("11-17 08:00");
    expect(said("in two hours", angeles)).toBe("11-16 09:03");
  });
});

describe("by keys:", () => {
  test.each([
    ["1530", "11-16 15:30"],
    ["0330", "11-16 15:30"],
    ["330", "11-16 15:30"],
    ["1030", "11-16 10:30"],
    ["1000", "11-17 10:00"],
    ["0900", "11-17 09:00"],
    ["1200", "11-16 12:00"],
    ["2015", "11-16 20:15"],
    ["45", "11-16 10:48"],
    ["5", "11-16 10:08"],
    ["0", undefined],
    ["00", undefined],
    ["", undefined],
    ["2560", undefined],
    ["9999", undefined],
    ["12345", undefined],
    ["#", undefined],
    ["*3", undefined],
    ["3#", undefined],
  ])("%j", (keys, expected) => {
    expect(shown(keyedTime(keys, english, routing, monday))).toBe(expected);
  });
});

describe("in the nights when the clocks change:", () => {
  const lordHowe = "Australia/Lord_Howe";
  test.each<[string, string, string, string, string]>([
    // The clock goes from 2:00 to 3:00 there.
    [
      "a time that is skipped is the moment of the jump",
      "tomorrow at 2:30 am",
      newYork,
      "2027-03-13 12:00",
      "2027-03-14T07:00:00Z",
    ],
    ["the last moment before it", "tomorrow at 1:59 am", newYork, "2027-03-13 12:00", "2027-03-14T06:59:00Z"],
    ["the morning after", "tomorrow at ten", newYork, "2027-03-13 12:00", "2027-03-14T14:00:00Z"],
    ["an hour across it is an hour", "in an hour", newYork, "2027-03-14T01:30:00-05:00", "2027-03-14T07:30:00Z"],
    // From 2:00 back to 1:00.
    [
      "a time that comes twice is the first",
      "tomorrow at 1:30 am",
      newYork,
      "2026-10-31 12:00",
      "2026-11-01T05:30:00Z",
    ],
    ["unless that is past", "today at 1:30 am", newYork, "2026-11-01T01:45:00-04:00", "2026-11-01T06:30:00Z"],
    ["the morning after", "tomorrow at ten", newYork, "2026-10-31 12:00", "2026-11-01T15:00:00Z"],
    ["an hour across it is an hour", "in an hour", newYork, "2026-11-01T01:30:00-04:00", "2026-11-01T06:30:00Z"],
    // By half an hour: from 2:00 to 2:30, and from 2:00 back to 1:30.
    ["half an hour is skipped", "tomorrow at 2:15 am", lordHowe, "2026-10-03T12:00:00+10:30", "2026-10-03T15:30:00Z"],
    [
      "and the morning after is half an hour earlier",
      "tomorrow at ten",
      lordHowe,
      "2026-10-03T12:00:00+10:30",
      "2026-10-03T23:00:00Z",
    ],
    ["half an hour comes twice", "tomorrow at 1:45 am", lordHowe, "2027-04-03T12:00:00+11:00", "2027-04-03T14:45:00Z"],
    ["the second of them", "today at 1:45 am", lordHowe, "2027-04-04T01:50:00+11:00", "2027-04-03T15:15:00Z"],
    [
      "and the morning after is half an hour later",
      "tomorrow at ten",
      lordHowe,
      "2027-04-03T12:00:00+11:00",
      "2027-04-03T23:30:00Z",
    ],
  ])("%s: %s in %s", (_, words, zone, now, expected) => {
    const instant = saidTime(words, { zone, language: "en", queue: "reception" }, routing, at(now));
    expect(instant === undefined ? undefined : new Date(instant).toISOString().replace(".000", "")).toBe(expected);
  });
});
