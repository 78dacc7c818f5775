import { expect, test } from "vitest";
import { clockChanges } from "../../src/routing/clock-changes.ts";
import { at, everyDay, newYork } from "./calendar.ts";

const from = at("2026-11-29 10:00");

test("the next two nights in which the clocks change are said, with the openings that get longer or shorter", () => {
  expect(clockChanges(everyDay(["00:00", "04:00"], ["08:00", "20:00"]), newYork, from)).toEqual([
    {
      at: at("2027-03-14T07:00Z"),
      date: "2027-03-14",
      forward: 60,
      from: "02:00",
      to: "03:00",
      touches: [{ open: ["00:00", "04:00"], longer: -60 }],
    },
    {
      at: at("2027-11-07T06:00Z"),
      date: "2027-11-07",
      forward: -60,
      from: "02:00",
      to: "01:00",
      touches: [{ open: ["00:00", "04:00"], longer: 60 }],
    },
  ]);
});

test.each<[string, [string, string], string, readonly number[][]]>([
  ["hours by day are not touched", ["08:00", "20:00"], newYork, [[], []]],
  ["an opening that begins in the hour that is skipped is shorter", ["02:30", "04:00"], newYork, [[-30], [0].slice(1)]],
  ["an opening within the hour that is skipped is none", ["02:15", "02:45"], newYork, [[-30], []]],
  ["an opening within the hour that comes twice is had once", ["01:00", "01:30"], newYork, [[], []]],
  ["clocks that change at midnight", ["00:00", "24:00"], "America/Havana", [[-60], [60]]],
  [
    "clocks that change by half an hour, back first from November on",
    ["00:00", "24:00"],
    "Australia/Lord_Howe",
    [[30], [-30]],
  ],
])("%s", (_what, open, zone, longer) => {
  const changes = clockChanges(everyDay(open), zone, from);
  expect(changes.map(({ touches }) => touches.map((touch) => touch.longer))).toEqual(longer);
});

test("where clocks never change there is nothing to say", () => {
  expect(clockChanges(everyDay(["00:00", "24:00"]), "America/Phoenix", from)).toEqual([]);
});

test("an exception on that date goes before the week", () => {
  const hours = { ...everyDay(["00:00", "24:00"]), holidays: [{ date: "2027-03-14", name: "Fair" }] };
  expect(clockChanges(hours, newYork, from).map(({ touches }) => touches.length)).toEqual([0, 1]);
});
