import { isOpen, opensAt } from "../routing/hours.ts";
import type { Instant, QueueId, RepId, Routing } from "../routing/routing.ts";
import { callableFrom, notCallable } from "./callable.ts";
import type { RepTime } from "./owed.ts";
import { leadTime } from "./schedule.ts";

/** What a rep would promise: when, for which queue, to a customer in one of these zones. */
export type Wish = {
  readonly rep: RepId;
  readonly queue: QueueId;
  readonly zones: readonly string[];
  readonly wished: Instant;
};

/** How many calls a rep owes from one instant up to, not including, another. */
export type OwedByRep = (rep: RepId, from: Instant, until: Instant) => number;

type Why = Extract<RepTime, { readonly fits: false }>["why"];

const minute = 60_000;
const halfHour = 30 * minute;
/** What is offered instead is on a quarter of an hour, and leaves so long to ring and be rung in. */
const quarter = 15 * minute;
const timeToRing = 10 * minute;
/** A word is given for so long ahead at most. */
const furthest = 14 * 86_400_000;

/**
 * Whether a rep can promise a call by the wished time: it is still to come, the customer may be rung then, the rep is
 * there, and does not owe too much in that half hour. Otherwise why not, and the next time that can be promised.
 */
export function repTime(wish: Wish, owed: OwedByRep, routing: Routing, now: Instant): RepTime {
  const { wished } = wish;
  const why = obstacle(wish, wished, owed, routing, now);
  if (why === undefined) return { fits: true, by: wished };
  return { fits: false, by: nextFree(wish, owed, routing, now), why };
}

/** What stands in the way of a call by `by`: it is rung for just before, so opening hours end with that minute in them. */
function obstacle(
  { rep, queue, zones }: Wish,
  by: Instant,
  owed: OwedByRep,
  routing: Routing,
  now: Instant,
): Why | undefined {
  if (by <= now) return "past";
  if (by > now + furthest) return "too-far";
  const rings = by - leadTime;
  const not = notCallable({ queue, zones }, routing, rings);
  if (not !== undefined) return not === "closed" ? "closed-then" : "not-daytime";
  if (!isOpen(hoursOf(rep, routing), routing.business.zone, rings)) return "off-then";
  const from = by - (by % halfHour);
  return owed(rep, from, from + halfHour) >= routing.business.owedPerHalfHour ? "owes-too-much" : undefined;
}

/** The first quarter of an hour, from the wished time on, at which nothing is in the way; undefined: none within 14 days. */
function nextFree(wish: Wish, owed: OwedByRep, routing: Routing, now: Instant): Instant | undefined {
  const { rep, queue, zones } = wish;
  const hours = hoursOf(rep, routing);
  let rings: Instant | undefined = Math.max(wish.wished - timeToRing, now);
  while (rings !== undefined && rings <= now + furthest) {
    const asked: Instant = rings;
    const callable: Instant | undefined = callableFrom({ queue, zones }, routing, asked);
    if (callable === undefined) return undefined;
    if (!isOpen(hours, routing.business.zone, callable)) {
      rings = opensAt(hours, routing.business.zone, callable);
      continue;
    }
    const by = Math.ceil((callable + timeToRing) / quarter) * quarter;
    if (obstacle(wish, by, owed, routing, now) === undefined) return by;
    rings = by + quarter - timeToRing;
  }
  return undefined;
}

function hoursOf(rep: RepId, routing: Routing) {
  const hours = routing.reps[rep]?.hours;
  return hours === undefined ? undefined : routing.hours[hours];
}
