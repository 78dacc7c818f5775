import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import { capacity, forecaster, repsOf, type Desk, type Releases } from "./capacity.ts";
import { rulesOf } from "./schedule.ts";

/** How many return calls are owed by a queue from one instant up to, not including, another. */
export type OwedBetween = (queue: QueueId, from: Instant, until: Instant) => number;

/** How many calls fit into a window, and how many are owed in it: full where there are as many. */
export type Room = { readonly fits: number; readonly owes: number };

/** A small team shares out what it can do over so long, in milliseconds, around the window that is asked for. */
const sharedOver = 2 * 3_600_000;

/**
 * Tells how much room the windows of a queue have. Where less than one call fits into a window, it is looked at with so many
 * around it that one does; then no stretch of that length has more than fit into it, so that a small team is offered now
 * and then what a large one is at any time.
 */
export function roomFor(
  queue: QueueId,
  owed: OwedBetween,
  desk: Desk,
  routing: Routing,
  now: Instant,
): (from: Instant) => Room {
  const { share, window } = rulesOf({ queue }, routing);
  const length = window * 1_000;
  const queues = sharingReps(queue, routing);
  const forecast = forecaster(queue, desk, routing, now);
  const releases = remembered((from) => forecast(from, from + length));
  /** One stretch: the windows up to `around` before and after that of `centre`. */
  const stretch = (around: number) =>
    remembered((centre): Room => {
      const windows: Releases[] = [];
      for (let from = centre - around; from <= centre + around; from += length) windows.push(releases(from));
      const [first, end] = [centre - around, centre + around + length];
      return {
        fits: capacity(windows, share),
        owes: queues.reduce((sum, one) => sum + owed(one, first, end), 0),
      };
    });
  const stretches = remembered(stretch);

  return (from) => {
    if (releases(from).expected === 0) return { fits: 0, owes: 0 };
    for (let around = 0; around <= sharedOver; around += length) {
      const of = stretches(around);
      const room = of(from);
      if (room.fits === 0) continue;
      for (let centre = from - around; centre <= from + around; centre += length) {
        const { fits, owes } = of(centre);
        if (owes >= Math.max(fits, 1)) return { fits: room.fits, owes: room.fits };
      }
      return room;
    }
    return { fits: 0, owes: 0 };
  };
}

function remembered<T>(of: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = of(key)));
    return value;
  };
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
