import type { Desk } from "../../src/callback/capacity.ts";
import type { Slot, SlotAsk } from "../../src/callback/owed.ts";
import type { OwedBetween } from "../../src/callback/room.ts";
import { slots } from "../../src/callback/slots.ts";
import type { Routing } from "../../src/routing/routing.ts";
import { at, newYork } from "../routing/calendar.ts";
import { modelRouting } from "../routing/model.ts";

export const monday = at("2026-11-16 10:02");
export const ask: SlotAsk = { queue: "support", zones: [newYork], after: 0, most: 3 };
export const nothing: OwedBetween = () => 0;

type Changes = Readonly<Record<string, unknown>>;
const open = { weekly: { mon: [["09:00", "17:00"]], tue: [["09:00", "17:00"]], wed: [["09:00", "17:00"]] } };

/** A rep for support, but for what differs. */
function rep(index: number, differs: Changes = {}) {
  const address = `+1646555${String(index).padStart(4, "0")}`;
  return { name: `Rep ${index}`, address, skills: ["support"], languages: ["en"], lead: true, ...differs };
}

/** So many reps, for support and for nothing else, by the hours that they have; open Monday to Wednesday, nine to five. */
export function house(changes: Changes = {}, reps = 8, hours: Changes = {}): Routing {
  const team = Array.from({ length: reps }, (_, index) => [`rep${index}`, rep(index, hours)] as const);
  const others = ["sales", "reception"].map((skill, index) => [skill, rep(100 + index, { skills: [skill] })] as const);
  return modelRouting({
    hours: { office: open, "every-day": open, mornings: { weekly: { tue: [["09:00", "12:00"]] } } },
    "queues.support.hours": "office",
    reps: Object.fromEntries([...team, ...others]),
    "queues.reception.ring.pool": [{ after: 0, skills: ["reception"] }],
    "queues.support.ring.pool": [{ after: 0, skills: ["support"] }],
    ...changes,
  });
}

/** So many of the reps are there, and the last calls took so long, in seconds. */
export function desk(there = 8, handled = 300, calls = 30): Desk {
  return {
    there: new Set(Array.from({ length: there }, (_, index) => `rep${index}`)),
    handled: () => Array.from({ length: calls }, () => handled),
  };
}

/** Callbacks that are owed at these instants by support. */
export function owedAt(times: readonly number[], of = "support"): OwedBetween {
  return (queue, from, until) => (queue === of ? times.filter((time) => time >= from && time < until).length : 0);
}

/** Books every window that is offered for the next days, one after the other, until none is left. */
export function bookAll(routing: Routing, staff: Desk, now = monday): readonly Slot[] {
  const booked: Slot[] = [];
  for (;;) {
    const owed = owedAt(booked.map(({ from }) => from));
    const found = slots({ ...ask, most: 1 }, owed, staff, routing, now);
    if (found.length === 0) return booked;
    booked.push(...found);
  }
}

/** An instant as the clock in New York shows it. */
export function clock(instant: number): string {
  return new Intl.DateTimeFormat("sv", { timeZone: newYork, dateStyle: "short", timeStyle: "short" }).format(instant);
}
