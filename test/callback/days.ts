import { seeded } from "../../audio/render/random.ts";
import { assign } from "../../src/acd/assign.ts";
import type { Waiting } from "../../src/acd/line.ts";
import type { Desk } from "../../src/callback/capacity.ts";
import type { Slot } from "../../src/callback/owed.ts";
import type { OwedBetween } from "../../src/callback/room.ts";
import type { Routing } from "../../src/routing/routing.ts";
import { localDay } from "../../src/routing/hours.ts";
import { at, newYork } from "../routing/calendar.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How a window is found for a caller who wants one from an instant on, and whether it goes ahead of those who joined later. */
export type Policy = {
  readonly window: (after: number, now: number, owed: OwedBetween, desk: Desk) => Slot | undefined;
  readonly ahead: boolean;
};
/** What came of some days: windows that were asked for and given, those of them that were kept, and the latest, in seconds. */
export type Came = { readonly asked: number; readonly given: number; readonly kept: number; readonly latest: number };

/** Some days of a team: calls come by the hour, each takes so long, and some of those who would wait long choose a window. */
export function days(routing: Routing, reps: readonly string[], handle: number, policy: Policy, seed: number): Came {
  const chance = seeded(seed);
  const exponential = (mean: number) => Math.ceil(-mean * Math.log(1 - chance()));
  const takes = () =>
    handle * Math.exp(0.7 * Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(6.283 * chance()) - 0.245);
  const events: { at: number; run: (now: number) => void }[] = [];
  const line = new Map<string, Waiting>();
  const free = new Map(reps.map((rep) => [rep, 0]));
  const handled: number[] = [];
  const booked: (Slot & { rungAt?: number })[] = [];
  const bookings = new Map<string, (typeof booked)[number]>();
  let asked = 0;
  let calls = 0;

  function on(when: number, run: (now: number) => void): void {
    let index = events.length;
    while (index > 0 && (events[index - 1]?.at ?? 0) < when) index -= 1;
    events.splice(index, 0, { at: when, run });
  }
  const desk: Desk = { there: new Set(reps), handled: () => handled.slice(-30) };
  const owed: OwedBetween = (queue, from, until) =>
    queue === "support" ? booked.filter((one) => one.from >= from && one.from < until).length : 0;
  const joins = (call: string, joinedAt: number) =>
    line.set(call, { call, queue: "support", joinedAt, triedReps: {}, overtaken: 0 });

  function give(now: number): void {
    const idle = Array.from(free, ([rep, idleSince]) => ({ rep, idleSince }));
    for (const { call, rep } of assign([...line.values()], idle, new Set(reps), routing, now)) {
      line.delete(call);
      free.delete(rep);
      const booking = bookings.get(call);
      if (booking) booking.rungAt = now;
      const seconds = takes();
      on(now + Math.ceil(seconds * second), (over) => {
        handled.push(seconds);
        free.set(rep, over);
      });
    }
  }

  function arrive(now: number): void {
    const call = `call ${calls++}`;
    const wait = ((line.size + 1) * handle * second) / reps.length;
    if (free.size === 0 && wait > 3 * minute && chance() < 0.35) {
      asked += 1;
      // Four in ten want the end of the day, the others some time soon.
      const evening = localDay(newYork, now).from + 16 * hour;
      const soon = now + 10 * minute + exponential(hour);
      const slot = policy.window(chance() < 0.4 ? Math.max(evening, soon) : soon, now, owed, desk);
      if (slot) {
        const booking = { ...slot };
        booked.push(booking);
        bookings.set(call, booking);
        on(slot.due, (due) => void joins(call, policy.ahead ? now : due));
        return;
      }
    }
    joins(call, now);
    on(now + exponential(20 * minute), () => void line.delete(call));
  }

  for (const day of ["16", "17", "18"]) {
    const opens = at(`2026-11-${day} 09:00`);
    for (let time = opens; time < opens + 8 * hour;) {
      const rush = time >= opens + 2 * hour && time < opens + 4 * hour ? 1.5 : 0.9;
      time += exponential((handle * second) / reps.length / rush);
      on(time, arrive);
    }
  }
  for (let next = events.pop(); next; next = events.pop()) {
    next.run(next.at);
    give(next.at);
  }
  const late = booked.map(({ by, rungAt = Infinity }) => (rungAt - by) / second).filter((seconds) => seconds > 0);
  return { asked, given: booked.length, kept: booked.length - late.length, latest: Math.max(0, ...late) };
}
