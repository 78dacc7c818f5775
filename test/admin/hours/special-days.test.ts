import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isDate, readHours, soundHours, type DraftHours } from "../../../src/admin/pages/routing/hours/read.ts";
import {
  specialDays,
  withChangedDay,
  withoutSpecialDay,
  withSpecialDay,
} from "../../../src/admin/pages/routing/hours/special-days.ts";

const christmas = { date: "2026-12-25", name: "Christmas" };
const eve = { date: "2026-12-24", name: "Christmas Eve", open: [["08:00", "12:00"]] as const };
const newYear = { date: "2027-01-01", name: "New Year" };
const hours: DraftHours = { weekly: {}, holidays: [christmas, newYear], exceptions: [eve] };

test("special days are in one list by date, whichever list of the routing they stand in", () => {
  expect(specialDays(hours).map(({ date, list, at }) => [date, list, at])).toEqual([
    ["2026-12-24", "exceptions", 0],
    ["2026-12-25", "holidays", 0],
    ["2027-01-01", "holidays", 1],
  ]);
});

test("one that is added stands at its place by date", () => {
  const added = withSpecialDay(hours, { date: "2026-12-26", name: "Boxing Day" });
  expect(added.holidays.map(({ date }) => date)).toEqual(["2026-12-25", "2026-12-26", "2027-01-01"]);
});

test("an exception needs no name, and has none rather than an empty one", () => {
  const added = withSpecialDay(hours, { date: "2026-12-31", name: "", open: [["08:00", "12:00"]] });
  expect(added.exceptions).toEqual([eve, { date: "2026-12-31", open: [["08:00", "12:00"]] }]);
});

test("a holiday that is opened becomes an exception, and the other way round", () => {
  const opened = withChangedDay(hours, { list: "holidays", at: 0 }, { ...christmas, open: [["10:00", "12:00"]] });
  expect(opened).toEqual({
    weekly: {},
    holidays: [newYear],
    exceptions: [eve, { ...christmas, open: [["10:00", "12:00"]] }],
  });
  expect(withChangedDay(opened, { list: "exceptions", at: 1 }, christmas)).toEqual(hours);
});

test("whatever is removed, the other days stay as they were", () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 }), (which) => {
      const all = specialDays(hours);
      const gone = all[which] ?? all[0];
      if (!gone) throw new Error("there are special days");
      const left = specialDays(withoutSpecialDay(hours, gone));
      expect(left.map(({ date }) => date)).toEqual(all.filter((day) => day !== gone).map(({ date }) => date));
    }),
  );
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["a day that is none", { weekly: { noday: [] } }],
  ["a time that is no text", { weekly: { mon: [[9, 17]] } }],
  ["an opening without an end", { weekly: { mon: [["09:00"]] } }],
  ["a holiday without a date", { weekly: {}, holidays: [{ name: "Christmas" }] }],
  ["an exception without openings", { weekly: {}, exceptions: [{ date: "2026-12-24" }] }],
])("a form does not show hours of another shape, which it would write over: %s", (_what, value) => {
  expect(readHours(value)).toBeUndefined();
});

test("hours that hold in part are judged by that part, and the rest stays to be mended", () => {
  const read = readHours({
    weekly: {
      mon: [
        ["9", "17:00"],
        ["18:00", "20:00"],
      ],
      tue: [["12:00", "11:00"]],
    },
    holidays: [{ date: "soon", name: "Someday" }],
  });
  expect(read?.weekly.mon?.length).toBe(2);
  expect(read && soundHours(read)).toEqual({
    weekly: { mon: [["18:00", "20:00"]], tue: [] },
    holidays: [],
    exceptions: [],
  });
});

test.each([
  ["2026-02-28", true],
  ["2026-02-29", false],
  ["2028-02-29", true],
  ["2026-13-01", false],
  ["26-01-01", false],
  ["", false],
])("%s is a date: %s", (text, is) => {
  expect(isDate(text)).toBe(is);
});
