import { isOpen } from "../routing/hours.ts";
import type { Destination, Instant, QueueId, Routing } from "../routing/routing.ts";
import { houseOf } from "./asking.ts";
import type { CallEvent } from "./event.ts";

/** Why nobody can join a queue now; `undefined` where one can. */
export function refusal(
  id: QueueId,
  event: CallEvent,
  routing: Routing,
  now: Instant,
): "closed" | "full" | "nobody" | undefined {
  const here = routing.queues[id];
  if (!here) return "nobody";
  const { waiting, signedIn } = houseOf(event).queues[id] ?? { waiting: 0, signedIn: 0 };
  const hours = here.hours === undefined ? undefined : routing.hours[here.hours];
  if (!isOpen(hours, routing.business.zone, now)) return "closed";
  if (here.overflow.whenFull && waiting >= here.overflow.whenFull.size) return "full";
  return signedIn === 0 ? "nobody" : undefined;
}

/** Whether a caller who stands in a line loses nothing by going there: no queue that would refuse is worth a place. */
export function takesIn(to: Destination, event: CallEvent, routing: Routing, now: Instant): boolean {
  return to.to !== "queue" || refusal(to.queue, event, routing, now) === undefined;
}
