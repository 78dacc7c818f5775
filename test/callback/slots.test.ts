import { describe, expect, test } from "vitest";
import { slots } from "../../src/callback/slots.ts";
import { at, newYork } from "../routing/calendar.ts";
import { ask, bookAll, clock, desk, house, monday, nothing, owedAt } from "./slotting.ts";

/** Times as the clock in New York shows them. */
const shown = (found: ReturnType<typeof slots>) => found.map(({ from }) => clock(from));

describe("which windows are offered:", () => {
  test.each<[string, string, string[]]>([
    ["the first begin five minutes from now", "2026-11-16 10:10", ["2026-11-16 10:15", "2026-11-16 10:30"]],
    ["and no earlier", "2026-11-16 10:10:01", ["2026-11-16 10:30", "2026-11-16 10:45"]],
    ["before opening, from the opening on", "2026-11-16 06:00", ["2026-11-16 09:00", "2026-11-16 09:15"]],
    ["the last of the day ends when it closes", "2026-11-16 16:31", ["2026-11-16 16:45", "2026-11-17 09:00"]],
    ["after that, the next day it is open", "2026-11-16 16:41", ["2026-11-17 09:00", "2026-11-17 09:15"]],
    ["within the days out alone", "2026-11-18 16:31", ["2026-11-18 16:45"]],
  ])("%s", (_, now, expected) => {
    const routing = house({ "queues.support.callbacks.daysOut": 4 });
    expect(shown(slots({ ...ask, most: 2 }, nothing, desk(), routing, at(now)))).toEqual(expected);
  });

  test.each<[string, string[], string[]]>([
    ["the customer's morning, not ours", ["America/Los_Angeles"], ["2026-11-16 12:00", "2026-11-16 12:15"]],
    ["all zones that it may be in", [newYork, "America/Denver"], ["2026-11-16 11:00", "2026-11-16 11:15"]],
    ["no zone is known: our own hours", [], ["2026-11-16 10:15", "2026-11-16 10:30"]],
    ["the evening over there ends it", ["Europe/Paris"], ["2026-11-16 10:15", "2026-11-16 10:30"]],
    ["zones that share no hour of ours", ["Asia/Tokyo"], []],
  ])("%s", (_, zones, expected) => {
    expect(shown(slots({ ...ask, zones, most: 2 }, nothing, desk(), house(), monday))).toEqual(expected);
  });

  test("from the instant that was asked for on", () => {
    const found = slots({ ...ask, after: at("2026-11-17 14:50"), most: 2 }, nothing, desk(), house(), monday);
    expect(shown(found)).toEqual(["2026-11-17 15:00", "2026-11-17 15:15"]);
    expect(found[0]).toMatchObject({ by: at("2026-11-17 15:15") });
  });
});

describe("how many fit into a window:", () => {
  const quarter = at("2026-11-17 10:00");
  const first = (routing: ReturnType<typeof house>, staff: ReturnType<typeof desk>, owed = nothing) =>
    slots({ ...ask, after: quarter, most: 1 }, owed, staff, routing, monday)[0]?.from === quarter;
  /** The most that can be owed in the window for one more to be booked, and one more than that. */
  const fits = (routing: ReturnType<typeof house>, staff: ReturnType<typeof desk>) => {
    for (let many = 0; ; many++)
      if (!first(routing, staff, owedAt(Array.from({ length: many }, () => quarter)))) return many;
  };

  test.each<[string, number, Parameters<typeof house>[2], number, number]>([
    // 900 s × 8 reps × 0.95 ÷ 300 s = 22.8 calls, of which 0.3.
    ["three in ten of what eight reps do", 8, {}, 300, 6],
    ["twice as many where calls take half as long", 8, {}, 150, 13],
    ["half the reps", 4, {}, 300, 3],
    ["long calls", 8, {}, 1_200, 1],
    ["nobody's hours are then", 8, { hours: "office" }, 300, 6],
  ])("%s", (_, reps, hours, handled, expected) => {
    expect(fits(house({}, reps, hours), desk(reps, handled, 1_000))).toBe(expected);
  });

  test("of the team only those whose hours are then, and of those who are there today only those", () => {
    const mornings = house({}, 8, { hours: "mornings" });
    const offered = slots({ ...ask, after: at("2026-11-17 11:40"), most: 2 }, nothing, desk(), mornings, monday);
    expect(shown(offered)).toEqual(["2026-11-17 11:45"]);
    expect(shown(slots({ ...ask, most: 1 }, nothing, desk(0), house(), monday))).toEqual(["2026-11-17 09:00"]);
    expect(shown(slots({ ...ask, most: 1 }, nothing, desk(1), house(), monday))).toEqual(["2026-11-16 10:15"]);
  });

  test("until enough calls are known, one takes six minutes", () => {
    expect(fits(house(), desk(8, 300, 0))).toBe(5);
    expect(fits(house(), desk(8, 3_600, 1))).toBe(2);
  });

  test("what another queue owes counts where the same reps serve it, and only there", () => {
    const quarterFull = owedAt(
      Array.from({ length: 50 }, () => quarter),
      "sales",
    );
    expect(first(house(), desk(), quarterFull)).toBe(true);
    const shared = house({ "queues.sales.ring.pool": [{ after: 0, skills: ["sales", "support"] }] });
    expect(first(shared, desk(), quarterFull)).toBe(false);
  });

  test("a share of all takes what the margin leaves: 1.64 standard deviations", () => {
    // 22.8 calls less 1.64 × √(22.8 × 0.6 + 3² × 8 × 0.95 × 0.05).
    expect(fits(house({ "queues.support.callbacks.share": 1 }), desk(8, 300, 1_000))).toBe(15);
  });
});

describe("a small team:", () => {
  test("one rep is booked now and then: no hour and three quarters holds more than a share of it", () => {
    const booked = bookAll(house({}, 1), desk(1, 600));
    expect(booked.length).toBeGreaterThan(20);
    const days = Map.groupBy(booked, ({ from }) => clock(from).slice(0, 10));
    // Eight hours of ten-minute calls are 48; three in ten of them are 14.
    for (const [day, those] of days) expect([day, those.length <= 14]).toEqual([day, true]);
    expect(new Set(booked.map(({ from }) => from)).size).toBe(booked.length);
  });

  test("outside the hours of the only rep nothing is offered", () => {
    const offered = shown(bookAll(house({}, 1, { hours: "mornings" }), desk(1, 300)));
    expect(offered.length).toBeGreaterThan(3);
    for (const when of offered) expect(when >= "2026-11-17 09:00" && when < "2026-11-17 12:00").toBe(true);
  });
});

test("those who come for the same window come into the line one after the other, within its first nine minutes", () => {
  const booked = bookAll(house({}, 8), desk()).filter(({ from }) => from === at("2026-11-17 10:00"));
  const after = booked.map(({ due, from }) => (due - from) / 1_000);
  expect(after).toEqual([0, 90, 180, 270, 360, 450]);
});
