import { localDay } from "../routing/hours.ts";
import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import { callableFrom, notCallable } from "./callable.ts";
import { capacity, forecaster, repsOf, type Desk, type Releases } from "./capacity.ts";
import type { Slot, SlotAsk } from "./owed.ts";
import { rulesOf } from "./schedule.ts";

/** How many return calls are owed by a queue from one instant up to, not including, another. */
export type OwedBetween = (queue: QueueId, from: Instant, until: Instant) => number;

/** The first window begins so much later at the earliest, in milliseconds: it has to be said and chosen first. */
const notBefore = 5 * 60_000;
/** Bookings are spread over this much of their window: the last one still has time to be rung in. */
const spreadOver = 0.6;
/** A small team shares out what it can do over so long, in milliseconds, around the window that is asked for. */
const sharedOver = 2 * 3_600_000;

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
  const { share, window: seconds, daysOut } = rulesOf({ queue }, routing);
  const length = seconds * 1_000;
  const releases = forecaster(queue, desk, routing, now);
  const queues = sharingReps(queue, routing);
  const owedIn = (from: Instant, until: Instant) => queues.reduce((sum, one) => sum + owed(one, from, until), 0);

  /** How many are booked already, and how many can be; more of the one than of the other: it is full. */
  function room(from: Instant): { readonly booked: number; readonly fits: number } {
    let sum: Releases = { expected: 0, variance: 0 };
    for (let around = 0; around * length <= sharedOver; around += 1) {
      sum = plus(sum, releases(from + around * length, from + (around + 1) * length));
      if (around > 0) sum = plus(sum, releases(from - around * length, from - (around - 1) * length));
      const fits = capacity(sum, share);
      if (fits > 0) return { fits, booked: owedIn(from - around * length, from + (around + 1) * length) };
    }
    return { booked: 0, fits: 0 };
  }

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
      const { booked, fits } = room(from);
      const part = (spreadOver * length * booked) / fits;
      if (booked < fits) found.push({ from, by, due: from + Math.floor(part / 1_000) * 1_000 });
    }
    from = onGrid(by, length, zone);
  }
  return found;
}

function plus(a: Releases, b: Releases): Releases {
  return { expected: a.expected + b.expected, variance: a.variance + b.variance };
}

/** The first window's beginning at or after an instant: windows follow each other from midnight on. */
function onGrid(at: Instant, length: number, zone: string): Instant {
  const day = localDay(zone, at);
  const start = day.from + Math.ceil((at - day.from) / length) * length;
  return Math.min(start, day.until);
}

const sharing = new WeakMap<Routing, Map<QueueId, readonly QueueId[]>>();

/** The queues that the same reps serve: what one of them owes, another cannot have. */
function sharingReps(queue: QueueId, routing: Routing): readonly QueueId[] {
  const known = sharing.get(routing) ?? new Map<QueueId, readonly QueueId[]>();
  sharing.set(routing, known);
  let found = known.get(queue);
  if (!found) {
    const reps = new Set(repsOf(queue, routing));
    found = Object.keys(routing.queues).filter(
      (other) => other === queue || repsOf(other, routing).some((rep) => reps.has(rep)),
    );
    known.set(queue, found);
  }
  return found;
}
