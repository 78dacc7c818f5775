import { localDay } from "../routing/hours.ts";
import type { Instant } from "../routing/routing.ts";
import type { Slot } from "./owed.ts";

/** What was read out already: from when on, and which times, by their beginnings. */
export type Read = { readonly after: Instant; readonly times: readonly Instant[] };

/** The soonest free window that begins at an instant or after it; undefined: there is none. */
type FreeFrom = (after: Instant) => Slot | undefined;

const minute = 60_000;
const hour = 60 * minute;

/**
 * Up to three free windows that differ enough for one of them to suit: the soonest, one an hour later, and one of the next
 * morning by the clock of `zone`. Where there is none then, one of the next half-day. Read on, what is near to a time that was
 * refused comes last: first three hours from all of them, then one, and so on until all were read. Empty: they were.
 */
export function spread(free: FreeFrom, { after, times }: Read, zone: string): readonly Slot[] {
  const first = free(after);
  if (!first) return [];
  const window = first.by - first.from;
  for (const gap of gaps(window)) {
    const apart = (from: Instant) => freeApart(free, from, times, gap);
    const soonest = apart(after);
    if (soonest) return [soonest, ...laterThan(soonest, apart, Math.min(gap, Math.max(hour, 2 * window)), zone)];
  }
  return [];
}

/** How far from a time that was read the next ones are, ever less, down to the very next window. In milliseconds. */
function gaps(window: number): readonly number[] {
  const halves: number[] = [];
  for (let gap = hour / 2; gap > window; gap /= 2) halves.push(gap);
  return [...[3 * hour, hour].filter((gap) => gap > window), ...halves, window];
}

/** The soonest free window from an instant on that begins no nearer than `gap` to any of `times`. */
function freeApart(free: FreeFrom, from: Instant, times: readonly Instant[], gap: number): Slot | undefined {
  let slot = free(from);
  for (;;) {
    const { from: begins } = slot ?? {};
    const near = begins === undefined ? undefined : times.find((time) => Math.abs(time - begins) < gap);
    if (near === undefined) return slot;
    slot = free(near + gap);
  }
}

/** One that begins so much later, and one of the next morning. */
function laterThan(soonest: Slot, apart: FreeFrom, step: number, zone: string): readonly Slot[] {
  const later = apart(soonest.from + step) ?? apart(soonest.by + 1);
  if (!later) return [];
  if (later.from < soonest.from + step) return [later];
  const morning = localDay(zone, soonest.from).until;
  const onward = [morning, halfDayAfter(later.from, zone), later.from + step].filter((at) => at >= later.from + step);
  const third = onward.map(apart).find((slot) => slot !== undefined);
  return third ? [later, third] : [later];
}

/** The noon or the midnight that comes next. On a day of 23 or 25 hours noon is half an hour off, which matters to nobody. */
function halfDayAfter(at: Instant, zone: string): Instant {
  const { from, until } = localDay(zone, at);
  const noon = (from + until) / 2;
  return at < noon ? noon : until;
}
