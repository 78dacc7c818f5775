import { isOpen, opensAt } from "../routing/hours.ts";
import { spokenTime } from "../routing/prompts.ts";
import type { Destination, Instant, Queue, QueueId, Routing } from "../routing/routing.ts";
import { houseOf } from "./asking.ts";
import type { Call } from "./call.ts";
import type { CallEvent } from "./event.ts";
import { say } from "./speech.ts";
import type { Say } from "./verb.ts";

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
  if (isClosed(here, routing, now)) return "closed";
  if (here.overflow.whenFull && waiting >= here.overflow.whenFull.size) return "full";
  return signedIn === 0 ? "nobody" : undefined;
}

/** Whether it is outside the queue's hours. */
export function isClosed({ hours }: Queue, routing: Routing, now: Instant): boolean {
  return hours !== undefined && !isOpen(routing.hours[hours], routing.business.zone, now);
}

/** That it is outside the queue's hours, and when it opens, where that is known. */
export function closedNow(call: Call, queue: QueueId | undefined, routing: Routing, now: Instant): Say {
  const hours = routing.queues[queue ?? ""]?.hours;
  const { zone, languages } = routing.business;
  const opens = hours === undefined ? undefined : opensAt(routing.hours[hours], zone, now);
  if (opens === undefined) return say(call, routing, "closed-no-time");
  const locale = languages[call.language]?.locale ?? "en-US";
  return say(call, routing, "closed", { opens: spokenTime(opens, zone, locale, now) });
}

/** Whether anybody is signed in who may be rung for the queue; assumed where the event does not tell. */
export function isAttended(id: QueueId, event: CallEvent): boolean {
  return houseOf(event).queues[id]?.signedIn !== 0;
}

/** Whether a caller who stands in a line loses nothing by going there: no queue that would refuse is worth a place. */
export function takesIn(to: Destination, event: CallEvent, routing: Routing, now: Instant): boolean {
  return to.to !== "queue" || refusal(to.queue, event, routing, now) === undefined;
}
