import { expect, test } from "vitest";
import { callableFrom, callableUntil, notCallable } from "../../src/callback/callable.ts";
import { at, shown } from "../routing/calendar.ts";
import { officeHours, routing, routingWith } from "./promises.ts";

const always = { queue: "support", zones: [] };
const inZones = (...zones: string[]) => ({ queue: "support", zones });

test.each([
  ["08:59:59.999", "not-daytime"],
  ["09:00", undefined],
  ["19:59:59.999", undefined],
  ["20:00", "not-daytime"],
])("at %s by the customer's clock: %s", (time, not) => {
  const zone = "Europe/Madrid";
  expect(notCallable(inZones(zone), routing, at(`2026-11-23 ${time}`, zone))).toBe(not);
});

test.each([
  ["the night the clocks go forward in New York", "America/New_York", "2027-03-13 20:00", "2027-03-14 09:00", 12],
  ["the night the clocks go back in New York", "America/New_York", "2026-10-31 20:00", "2026-11-01 09:00", 14],
  [
    "the night Lord Howe goes forward by half an hour",
    "Australia/Lord_Howe",
    "2026-10-03 20:00",
    "2026-10-04 09:00",
    12.5,
  ],
  [
    "the night Lord Howe goes back by half an hour",
    "Australia/Lord_Howe",
    "2027-04-03 20:00",
    "2027-04-04 09:00",
    13.5,
  ],
  ["an ordinary night in Kathmandu", "Asia/Kathmandu", "2026-11-23 20:00", "2026-11-24 09:00", 13],
])("over %s nobody is rung until nine", (_, zone, evening, morning, hours) => {
  const from = at(evening, zone);
  const until = callableFrom(inZones(zone), routing, from);
  expect(shown(until)).toBe(shown(at(morning, zone)));
  expect(((until ?? 0) - from) / 3_600_000).toBe(hours);
});

test.each([
  ["in the middle of the day", "2026-11-23 12:00", "2026-11-23 17:00"],
  ["at the last moment", "2026-11-23 16:59:59.999", "2026-11-23 17:00"],
  ["when it is closed", "2026-11-23 17:00", undefined],
])("until when, asked %s", (_, when, until) => {
  expect(shown(callableUntil(always, officeHours, at(when)))).toBe(shown(until === undefined ? undefined : at(until)));
});

test("what ends first ends it: the office in New York, or the evening in Madrid", () => {
  const now = at("2026-11-23 10:00");
  expect(shown(callableUntil(inZones("Europe/Madrid"), officeHours, now))).toBe(shown(at("2026-11-23 14:00")));
  expect(shown(callableUntil(inZones("America/Chicago"), officeHours, now))).toBe(shown(at("2026-11-23 17:00")));
});

test("a queue that never closes, and a number of no known zone: always", () => {
  expect(callableFrom(always, routing, 1)).toBe(1);
  expect(callableUntil(always, routing, at("2026-11-23 10:00"))).toBeUndefined();
});

test("a number that may be in several zones is rung when it is day in all of them", () => {
  const both = inZones("America/New_York", "America/Los_Angeles");
  expect(shown(callableFrom(both, routing, at("2026-11-23 09:00")))).toBe(shown(at("2026-11-23 12:00")));
  expect(shown(callableUntil(both, routing, at("2026-11-23 12:00")))).toBe(shown(at("2026-11-23 20:00")));
});

test("over holidays and a weekend nobody is rung", () => {
  const closed = routingWith((source) => ({
    ...source,
    hours: {
      office: {
        weekly: {
          mon: [["09:00", "17:00"]],
          wed: [["09:00", "17:00"]],
          thu: [["09:00", "17:00"]],
          fri: [["09:00", "17:00"]],
        },
        holidays: [
          { date: "2026-11-26", name: "Thanksgiving" },
          { date: "2026-11-27", name: "the day after" },
        ],
        exceptions: [{ date: "2026-11-28", open: [["10:00", "11:00"]] }],
      },
    },
    queues: { ...source.queues, support: { ...source.queues.support, hours: "office" } },
  }));
  expect(shown(callableFrom(always, closed, at("2026-11-25 17:00")))).toBe(shown(at("2026-11-28 10:00")));
  expect(shown(callableFrom(always, closed, at("2026-11-28 11:00")))).toBe(shown(at("2026-11-30 09:00")));
  expect(notCallable(always, closed, at("2026-11-26 12:00"))).toBe("closed");
});

test("more than 14 days without an opening: no time at all, rather than one nobody remembers", () => {
  const holidays = Array.from({ length: 20 }, (_, day) => ({
    date: new Date(Date.UTC(2026, 11, 14 + day)).toISOString().slice(0, 10),
    name: "closed",
  }));
  const closed = routingWith((source) => ({
    ...source,
    hours: { office: { weekly: { mon: [["09:00", "17:00"]] }, holidays } },
    queues: { ...source.queues, support: { ...source.queues.support, hours: "office" } },
  }));
  expect(callableFrom(always, closed, at("2026-12-14 09:00"))).toBeUndefined();
  expect(shown(callableFrom(always, closed, at("2026-12-22 09:00")))).toBe(shown(at("2027-01-04 09:00")));
});

test.each([
  [
    "zones that share an hour: that hour",
    ["Asia/Kamchatka", "Europe/Bucharest"],
    "2026-11-24T07:00:00Z",
    "2026-11-24T08:00:00Z",
  ],
  [
    "zones that share half an hour",
    ["America/St_Johns", "Pacific/Guam"],
    "2026-11-23T23:00:00Z",
    "2026-11-23T23:30:00Z",
  ],
  [
    "zones that share none: our own day",
    ["Asia/Kolkata", "America/Denver"],
    "2026-11-23T14:00:00Z",
    "2026-11-24T01:00:00Z",
  ],
  [
    "zones that share none in summer: our own day",
    ["America/St_Johns", "Pacific/Guam"],
    "2027-06-30T13:00:00Z",
    "2027-07-01T00:00:00Z",
  ],
])("a number in several zones: %s", (_, zones, from, until) => {
  const day = from.slice(0, 10);
  const opens = callableFrom(inZones(...zones), routing, at(`${day}T05:00:00Z`));
  expect(shown(opens)).toBe(shown(at(from)));
  expect(shown(callableUntil(inZones(...zones), routing, opens ?? 0))).toBe(shown(at(until)));
});
