import { localDay } from "../routing/hours.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import { callableFrom, notCallable } from "./callable.ts";
import type { Desk } from "./capacity.ts";
import type { Slot, SlotAsk } from "./owed.ts";
import { roomFor, type OwedBetween } from "./room.ts";
import { rulesOf } from "./schedule.ts";

/** The first window begins so much later at the earliest, in milliseconds: it has to be said and chosen first. */
const notBefore = 5 * 60_000;
/** Bookings are spread over this much of their window: the last one still has time to be rung in. */
const spreadOver = 0.6;

/**
 * The next windows that can be booked: as many return calls as staffing can keep, by forecast capacity, and no more than
 * the queue's share of it. Where that is less than one call in a window, it is looked at together with those around it.
 */
export function slots(
  { queue, zones, after, most }: SlotAsk,
  owed: OwedBetween,
  desk: Desk,
  routing: Routing,
  now: Instant,
): readonly Slot[] {
  const { window, daysOut } = rulesOf({ queue }, routing);
  const length = window * 1_000;
  const room = roomFor(queue, owed, desk, routing, now);
  const { zone } = routing.business;
  const last = localDay(zone, now, daysOut).until;
  const found: Slot[] = [];
  let from = onGrid(Math.max(after, now + notBefore), length, zone);
  while (from < last && found.length < most) {
    if (notCallable({ queue, zones }, routing, from) !== undefined) {
      const opens = callableFrom({ queue, zones }, routing, from);
      if (opens === undefined) break;
      from = onGrid(opens, length, zone);
      continue;
    }
    const by = from + length;
    if (notCallable({ queue, zones }, routing, by - 1) === undefined) {
      const { fits, owes } = room(from);
      const part = (spreadOver * length * owes) / fits;
      if (owes < fits) found.push({ from, by, due: from + Math.floor(part / 1_000) * 1_000 });
    }
    from = onGrid(by, length, zone);
  }
  return found;
}

/** The first window's beginning at or after an instant: windows follow each other from midnight on. */
function onGrid(at: Instant, length: number, zone: string): Instant {
  const day = localDay(zone, at);
  const start = day.from + Math.ceil((at - day.from) / length) * length;
  return Math.min(start, day.until);
}
