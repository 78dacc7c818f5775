import { isOpen } from "../routing/hours.ts";
import type { Destination, Instant, QueueId, Routing } from "../routing/routing.ts";
import { houseOf } from "./asking.ts";
import type { Call, InLine } from "./call.ts";
import type { CallEvent } from "./event.ts";
import { enqueue, newLine } from "./in-line.ts";
import { atNotice } from "./notice.ts";
import { go, into, type Going, type Step } from "./step.ts";
import type { Heard } from "./verb.ts";

/**
 * Joins a queue: closed, full and nobody there are told first. A caller who comes from another line keeps the time at
 * which the first one was joined, and the music where it stopped.
 */
export function enterQueue(
  call: Call,
  id: QueueId,
  event: CallEvent,
  routing: Routing,
  now: Instant,
  before: readonly Heard[] = [],
): Step | Going {
  const here = routing.queues[id];
  if (!here) return go(call, routing.business.reception, before);
  const facts = houseOf(event).queues[id] ?? { waiting: 0, signedIn: 0 };
  const hours = here.hours === undefined ? undefined : routing.hours[here.hours];
  const refused = (cause: "closed" | "full" | "nobody", to: { readonly to: Destination } | undefined) =>
    to ? go(call, to.to, before) : atNotice(call, cause, id, routing, now, before);
  if (!isOpen(hours, routing.business.zone, now)) return refused("closed", here.overflow.whenClosed);
  if (here.overflow.whenFull && facts.waiting >= here.overflow.whenFull.size)
    return refused("full", here.overflow.whenFull);
  if (facts.signedIn === 0) return refused("nobody", here.overflow.whenNobody);
  const earlier = "line" in call ? call.line : undefined;
  const line: InLine = {
    ...newLine(call, id, now, earlier?.heard.music),
    ...(earlier ? { joinedAt: earlier.joinedAt, overflowed: true } : {}),
  };
  const joined: Call = into(
    {
      ...call,
      everSupport: call.everSupport || here.kind === "support",
      story: [...call.story, { at: now, what: "joined", queue: id }],
    },
    { at: "queue", line },
  );
  return enqueue(joined, line, before);
}
