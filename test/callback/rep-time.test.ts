import { describe, expect, test } from "vitest";
import { repTime, type OwedByRep, type Wish } from "../../src/callback/rep-time.ts";
import { at, newYork } from "../routing/calendar.ts";
import { modelRouting } from "../routing/model.ts";

const weekly = (open: string, close: string) =>
  Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [[open, close]]]));
const routing = modelRouting({
  "hours.every-day.weekly": weekly("09:00", "17:00"),
  "hours.mornings": { weekly: weekly("09:00", "12:00") },
  "reps.ben.hours": "mornings",
});
const now = at("2026-11-16 10:00");
const nothing: OwedByRep = () => 0;
const wish = (wished: string, differs: Partial<Wish> = {}): Wish => ({
  rep: "chloe",
  queue: "support",
  zones: [newYork],
  wished: at(wished),
  ...differs,
});

/** What comes of a wish: "fits", or why not and the time that is offered instead. */
function answer(asked: Wish, owed = nothing) {
  const time = repTime(asked, owed, routing, now);
  if (time.fits) return time.by === asked.wished ? "fits" : "fits elsewhere";
  return [time.why, time.by === undefined ? undefined : shown(time.by)];
}
function shown(by: number): string {
  return new Intl.DateTimeFormat("sv", { timeZone: newYork, dateStyle: "short", timeStyle: "short" }).format(by);
}

describe("a rep's word:", () => {
  test.each<[string, Wish, unknown]>([
    ["this afternoon", wish("2026-11-16 15:00"), "fits"],
    ["in two minutes", wish("2026-11-16 10:02"), "fits"],
    ["by the time that we close", wish("2026-11-16 17:00"), "fits"],
    ["a minute after we close", wish("2026-11-16 17:01"), ["closed-then", "2026-11-17 09:15"]],
    ["by the time that we open", wish("2026-11-17 09:00"), ["closed-then", "2026-11-17 09:15"]],
    ["a minute after we open", wish("2026-11-17 09:01"), "fits"],
    ["on Saturday", wish("2026-11-21 12:00"), ["closed-then", "2026-11-23 09:15"]],
    ["now", wish("2026-11-16 10:00"), ["past", "2026-11-16 10:15"]],
    ["yesterday", wish("2026-11-15 10:00"), ["past", "2026-11-16 10:15"]],
    ["in a fortnight", wish("2026-11-30 10:00"), "fits"],
    ["later than that", wish("2026-11-30 10:01"), ["too-far", undefined]],
    [
      "in the customer's early morning",
      wish("2026-11-17 10:00", { zones: ["America/Los_Angeles"] }),
      ["not-daytime", "2026-11-17 12:15"],
    ],
    ["where the rep is off by then", wish("2026-11-16 15:00", { rep: "ben" }), ["off-then", "2026-11-17 09:15"]],
    ["while the rep is still there", wish("2026-11-16 12:00", { rep: "ben" }), "fits"],
  ])("%s", (_, asked, expected) => {
    expect(answer(asked)).toEqual(expected);
  });

  test.each<[string, string, number, unknown]>([
    ["2 owed in that half hour", "2026-11-16 15:10", 2, "fits"],
    ["3 owed in that half hour", "2026-11-16 15:10", 3, ["owes-too-much", "2026-11-16 15:30"]],
    ["the half hour before", "2026-11-16 14:59", 3, "fits"],
    ["the half hour after", "2026-11-16 15:30", 3, "fits"],
  ])("%s", (_, wished, count, expected) => {
    const owed: OwedByRep = (rep, from, until) =>
      rep === "chloe" && from <= at("2026-11-16 15:20") && until > at("2026-11-16 15:20") ? count : 0;
    expect(answer(wish(wished), owed)).toEqual(expected);
    expect(answer(wish(wished, { rep: "diego" }), owed)).toBe("fits");
  });
});
