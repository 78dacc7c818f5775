import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import type { AtNotice, Call } from "./call.ts";
import type { KeptPlace } from "./ringing-in.ts";
import { cameBack } from "./case.ts";
import type { CallEvent } from "./event.ts";
import { enqueue, newLine } from "./in-line.ts";
import { atNotice, why } from "./notice.ts";
import { refusal } from "./refusal.ts";
import { say } from "./speech.ts";
import { go, into, type Going, type Step } from "./step.ts";
import type { Heard } from "./verb.ts";

/**
 * Joins a queue: closed, full and nobody there are told first. A caller who comes from another line keeps what was
 * waited for and heard there.
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
  const cause = refusal(id, event, routing, now);
  if (cause) return refused(call, cause, id, event, routing, now, before);
  const fresh = newLine(call, id, now, "line" in call ? call.line : undefined);
  const told = { ...call, story: [...call.story, { at: now, what: "joined", queue: id } as const] };
  const { call: caller, line, words, effects } = cameBack(told, fresh, id, routing, now);
  const everSupport = call.everSupport || here.kind === "support";
  return enqueue(into({ ...caller, everSupport }, { at: "queue", line }), line, [...before, ...words], effects);
}

/** Joins a line again at a place that was lost with an earlier call. However long the line is, that place was in it. */
export function joinAgain(
  call: Call,
  { queue, joinedAt }: KeptPlace,
  event: CallEvent,
  routing: Routing,
  now: Instant,
): Step | Going {
  const cause = refusal(queue, event, routing, now);
  if (cause === "closed" || cause === "nobody") return refused(call, cause, queue, event, routing, now, []);
  const line = { ...newLine(call, queue, now), joinedAt };
  const story = [...call.story, { at: joinedAt, what: "back", queue } as const];
  const everSupport = call.everSupport || routing.queues[queue]?.kind === "support";
  return enqueue(into({ ...call, everSupport, story }, { at: "queue", line }), line, [
    say(call, routing, "place-back"),
  ]);
}

const instead = { closed: "whenClosed", full: "whenFull", nobody: "whenNobody" } as const;

/** Where the queue says that its refused callers go. A voicemail with no words of its own would not say why. */
function refused(
  call: Call,
  cause: keyof typeof instead,
  id: QueueId,
  event: CallEvent,
  routing: Routing,
  now: Instant,
  before: readonly Heard[],
): Step | Going {
  const to = routing.queues[id]?.overflow[instead[cause]]?.to;
  if (!to) return atNotice(call, cause, id, event, routing, now, before);
  const unsaid = to.to === "voicemail" && to.prompt === undefined;
  const at: Call & AtNotice = into(call, { at: "notice", cause, queue: id, misses: 0 });
  return go(unsaid ? at : call, to, unsaid ? [...before, why(at, routing, now)] : before);
}
