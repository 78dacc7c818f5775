import { closesAt, isOpen, opensAt } from "../routing/hours.ts";
import type { Hours, Instant, QueueId, Routing } from "../routing/routing.ts";
import type { Cause } from "./callback.ts";

/** Whom it concerns: the queue whose hours hold, and the zones in which the customer may be. */
export type Reachable = { readonly queue: QueueId; readonly zones: readonly string[] };

const everyDay = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const lookAhead = 14 * 86_400_000;
const daytimes = new WeakMap<Routing, Hours>();

/** The hours in which people are rung, in whatever zone they are. One object a routing: its days are worked out once. */
function daytimeOf(routing: Routing): Hours {
  let hours = daytimes.get(routing);
  if (!hours) {
    const { daytime } = routing.business.outbound;
    hours = { weekly: Object.fromEntries(everyDay.map((day) => [day, [daytime]])), holidays: [], exceptions: [] };
    daytimes.set(routing, hours);
  }
  return hours;
}

const quarter = 15 * 60_000;
const day = 96 * quarter;
const mostRemembered = 1_000;
const sharing = new WeakMap<Routing, Map<string, boolean>>();

/**
 * The zones whose daytime counts: all that the number may be in. Where that day has no moment that is daytime in all of
 * them, as with numbers of a whole continent, it is the business's own.
 */
function zonesThatCount(zones: readonly string[], routing: Routing, at: Instant): readonly string[] {
  if (zones.length < 2) return zones;
  const known = sharing.get(routing) ?? new Map<string, boolean>();
  sharing.set(routing, known);
  const midnight = at - (at % day);
  const key = `${midnight} ${zones.join(" ")}`;
  let share = known.get(key);
  if (share === undefined) {
    const isDaytime = (when: Instant) => zones.every((zone) => isOpen(daytimeOf(routing), zone, when));
    share = Array.from({ length: day / quarter }, (_, index) => midnight + index * quarter).some(isDaytime);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, share);
  }
  return share ? zones : [routing.business.zone];
}

function hoursOf(queue: QueueId, routing: Routing): Hours | undefined {
  const hours = routing.queues[queue]?.hours;
  return hours === undefined ? undefined : routing.hours[hours];
}

/** Why the customer must not be rung at `at`, or undefined: the queue is open, and it is daytime wherever the number may be. */
export function notCallable({ queue, zones }: Reachable, routing: Routing, at: Instant): Cause | undefined {
  if (!isOpen(hoursOf(queue, routing), routing.business.zone, at)) return "closed";
  const counted = zonesThatCount(zones, routing, at);
  return counted.every((zone) => isOpen(daytimeOf(routing), zone, at)) ? undefined : "not-daytime";
}

/** Until when, from `at` on, the customer may be rung without a break; undefined: not at `at`, or for more than 14 days. */
export function callableUntil({ queue, zones }: Reachable, routing: Routing, at: Instant): Instant | undefined {
  if (notCallable({ queue, zones }, routing, at) !== undefined) return undefined;
  const ends = [
    closesAt(hoursOf(queue, routing), routing.business.zone, at),
    ...zonesThatCount(zones, routing, at).map((zone) => closesAt(daytimeOf(routing), zone, at)),
  ].filter((end) => end !== undefined);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** The first instant from `at` on at which the customer may be rung; undefined: none within 14 days. */
export function callableFrom(reachable: Reachable, routing: Routing, at: Instant): Instant | undefined {
  const { queue, zones } = reachable;
  let when: Instant | undefined = at;
  while (when !== undefined && when - at <= lookAhead) {
    const asked: Instant = when;
    if (!isOpen(hoursOf(queue, routing), routing.business.zone, asked)) {
      when = opensAt(hoursOf(queue, routing), routing.business.zone, asked);
      continue;
    }
    const asleep = zonesThatCount(zones, routing, asked).find((zone) => !isOpen(daytimeOf(routing), zone, asked));
    if (asleep === undefined) return asked;
    when = opensAt(daytimeOf(routing), asleep, asked);
  }
  return undefined;
}
