import { describe, expect, test } from "vitest";
import type { Desk } from "../../src/callback/capacity.ts";
import type { SlotAsk } from "../../src/callback/owed.ts";
import { slots, type OwedBetween } from "../../src/callback/slots.ts";
import { at, newYork } from "../routing/calendar.ts";
import { modelRouting } from "../routing/model.ts";

const monday = at("2026-11-16 10:02");
const eight = Array.from({ length: 8 }, (_, index) => [`rep${index}`, rep(index)] as const);
const ask: SlotAsk = { queue: "support", zones: [newYork], after: 0, most: 3 };
const nothing: OwedBetween = () => 0;

function rep(index: number, differs = {}) {
  const address = `+1646555${String(index).padStart(4, "0")}`;
  return { name: `Rep ${index}`, address, skills: ["support"], languages: ["en"], lead: true, ...differs };
}
/** Eight reps for support, who take five minutes for a call; open from nine to five. */
const open = { weekly: { mon: [["09:00", "17:00"]], tue: [["09:00", "17:00"]], wed: [["09:00", "17:00"]] } };
function house(changes: Readonly<Record<string, unknown>> = {}, reps: readonly (readonly [string, unknown])[] = eight) {
  const others = ["sales", "reception"].map((skill, index) => [skill, rep(100 + index, { skills: [skill] })]);
  return modelRouting({
    hours: { office: open, "every-day": open },
    "queues.support.hours": "office",
    reps: Object.fromEntries([...reps, ...others]),
    "queues.reception.ring.pool": [{ after: 0, skills: ["reception"] }],
    "queues.support.ring.pool": [{ after: 0, skills: ["support"] }],
    ...changes,
  });
}
const desk = (there = 8, handled = 300): Desk => ({
  there: new Set(eight.slice(0, there).map(([id]) => id)),
  handled: () => Array.from({ length: 30 }, () => handled),
});
/** Times as the clock in New York shows them. */
const shown = (found: ReturnType<typeof slots>) => found.map(({ from }) => clock(from));
function clock(instant: number): string {
  return new Intl.DateTimeFormat("sv", { timeZone: newYork, dateStyle: "short", timeStyle: "short" }).format(instant);
}

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
