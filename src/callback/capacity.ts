import { isOpen, localDay } from "../routing/hours.ts";
import type { Instant, QueueId, RepId, Routing } from "../routing/routing.ts";

/** Who can be counted on, and how long a call takes: what the capacity of a time to come is forecast from. */
export type Desk = {
  /** Reps who are signed in now, or on a break. */
  readonly there: ReadonlySet<RepId>;
  /** The last handle times of a queue, in seconds. */
  readonly handled: (queue: QueueId) => readonly number[];
};

/**
 * What reps can do in a stretch of time: how many calls they are expected to end, and by how many it may be out because
 * somebody stays away, as a standard deviation. Whoever stays away does so all day: over several stretches both add up.
 */
export type Releases = { readonly expected: number; readonly absence: number };

/** A call takes so long until we know better, in seconds; what we believe weighs as much as so many calls. */
const usualHandleTime = 360;
const weightOfUsual = 5;
/** The variance of how many calls end, for one that is expected to: handle times vary less than if they had no memory. */
const varianceOfOne = 0.6;
/** The chance that a rep who is not there yet comes. */
const comes = 0.95;
/** Callbacks never take the last of what the reps can do: 1.64 standard deviations stay free, so 19 windows in 20 hold. */
const marginOf = 1.64;

/** Reps of one queue who work the same hours. */
type Crew = { readonly hours: string | undefined; readonly reps: readonly RepId[] };
const crewsOf = new WeakMap<Routing, Map<QueueId, readonly Crew[]>>();

function crews(queue: QueueId, routing: Routing): readonly Crew[] {
  const known = crewsOf.get(routing) ?? new Map<QueueId, readonly Crew[]>();
  crewsOf.set(routing, known);
  let found = known.get(queue);
  if (!found) {
    const byHours = Map.groupBy(repsOf(queue, routing), (rep) => routing.reps[rep]?.hours);
    found = Array.from(byHours, ([hours, reps]) => ({ hours, reps }));
    known.set(queue, found);
  }
  return found;
}

/** The reps who may be rung for a queue, sooner or later. */
export function repsOf(queue: QueueId, routing: Routing): readonly RepId[] {
  const skills = new Set(routing.queues[queue]?.ring.pool.flatMap((level) => level.skills));
  return Object.keys(routing.reps).filter((rep) => routing.reps[rep]?.skills.some((skill) => skills.has(skill)));
}

/**
 * What the reps of a queue can do in a stretch of time. Today those count who are there by now, where they should be; of a
 * time in which nobody is there yet, whoever has hours then, and whoever has none at all.
 */
export function forecaster(
  queue: QueueId,
  desk: Desk,
  routing: Routing,
  now: Instant,
): (from: Instant, until: Instant) => Releases {
  const { zone } = routing.business;
  const open = (hours: string | undefined, at: Instant) =>
    isOpen(hours === undefined ? undefined : routing.hours[hours], zone, at);
  const ofQueue = routing.queues[queue]?.hours;
  const endOfToday = localDay(zone, now).until;
  const handleTime = meanHandleTime(desk.handled(queue));
  const staff = crews(queue, routing).map(({ hours, reps }) => ({
    hours,
    size: reps.length,
    there: reps.filter((rep) => desk.there.has(rep)).length,
    worksNow: open(ofQueue, now) && open(hours, now),
  }));

  return (from, until) => {
    const calls = (until - from) / 1_000 / handleTime;
    const whole = (hours: string | undefined) => open(hours, from) && open(hours, until - 1);
    let expected = 0;
    let absence = 0;
    if (!whole(ofQueue)) return { expected, absence };
    for (const { hours, size, there, worksNow } of staff) {
      if (!whole(hours)) continue;
      const known = worksNow && from < endOfToday;
      expected += calls * (known ? there : size * comes);
      if (!known) absence += calls * calls * size * comes * (1 - comes);
    }
    return { expected, absence: Math.sqrt(absence) };
  };
}

/** How many return calls fit into what reps can do: their share of it, and never so many that the rest is no margin. */
export function capacity(stretches: readonly Releases[], share: number): number {
  const expected = stretches.reduce((sum, one) => sum + one.expected, 0);
  const absence = stretches.reduce((sum, one) => sum + one.absence, 0);
  const margin = marginOf * Math.sqrt(expected * varianceOfOne + absence ** 2);
  return Math.max(Math.floor(Math.min(expected * share, expected - margin)), 0);
}

/** The mean handle time in seconds: what is usual, until enough calls are known. */
function meanHandleTime(handled: readonly number[]): number {
  const sum = handled.reduce((all, one) => all + one, 0);
  return (sum + usualHandleTime * weightOfUsual) / (handled.length + weightOfUsual);
}
