import { callableFrom, type Reachable } from "../callback/callable.ts";
import { minutesOf } from "../hold/news.ts";
import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import { houseOf, standingOf } from "./asking.ts";
import type { Common } from "./call.ts";
import type { CallEvent } from "./event.ts";

/** What a caller can be promised. `place`: the minutes within which we call, 0 where no time can be said; unset: none can be kept. */
export type Possible = { readonly place?: number; readonly booked: boolean };

/**
 * What can be promised to a number now: a place only while the queue is open and it is daytime where the number is, also
 * at the end of the expected wait; a time only where one is free.
 */
export function possible(reach: Reachable, event: CallEvent, routing: Routing, now: Instant): Possible {
  const rules = routing.queues[reach.queue]?.callbacks;
  const minutes = minutesWithin(event);
  const callable = (at: Instant) => callableFrom(reach, routing, at) === at;
  const place = rules?.place === true && callable(now) && callable(now + minutes * 60_000);
  const slots = rules?.booked ? houseOf(event).owed.slots({ ...reach, after: now, most: 1 }) : [];
  return { ...(place ? { place: minutes } : {}), booked: slots.length > 0 };
}

/** The upper end of the wait as it is said, in minutes: what we promise. 0: nothing can be said. */
function minutesWithin(event: CallEvent): number {
  const { expectedWait = "unknown" } = standingOf(event) ?? {};
  return expectedWait === "unknown" ? 0 : minutesOf(expectedWait).to;
}

/** The number of a caller who can be offered a return call unasked: it is seen, may be rung, and no call is owed to it yet. */
function offeredNumber({ from, to, returns }: Common, queue: QueueId, event: CallEvent, routing: Routing) {
  const { owed } = houseOf(event);
  const rules = routing.queues[queue]?.callbacks;
  if (returns || (!rules?.place && !rules?.booked)) return undefined;
  const verdict = owed.judge(from, to, queue, "unasked");
  return verdict.ok && owed.ofNumber(verdict.number) === undefined ? verdict : undefined;
}

/** Whether a waiting caller can be offered a return call unasked. */
export function mayOffer(call: Common, queue: QueueId, event: CallEvent, routing: Routing): boolean {
  return offeredNumber(call, queue, event, routing) !== undefined;
}

/** What can be offered unasked to a caller, in a line or where none takes the caller in: the place kept, or a time. */
export function offersNow(
  call: Common,
  queue: QueueId | undefined,
  event: CallEvent,
  routing: Routing,
  now: Instant,
): "place" | "time" | undefined {
  const verdict = queue === undefined ? undefined : offeredNumber(call, queue, event, routing);
  if (queue === undefined || !verdict) return undefined;
  const { place, booked } = possible({ queue, zones: verdict.zones }, event, routing, now);
  return place !== undefined ? "place" : booked ? "time" : undefined;
}
