import type { Instant } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import type { KeptPlace } from "./ringing-in.ts";
import type { CallEvent } from "./event.ts";
import { also, type Step } from "./step.ts";

/**
 * Whoever hangs up in line, or is cut off there, is remembered: who rings back soon has the old place. One whose place a
 * return call keeps needs no memory.
 */
export function rememberPlace(before: Call | undefined, event: CallEvent, step: Step, now: Instant): Step {
  const place = before && hasGone(event) ? placeIn(before, now) : undefined;
  if (!before || !place || before.returns) return step;
  return also(step, { do: "remember", number: before.from, what: { place } });
}

function hasGone(event: CallEvent): boolean {
  if (event.type === "leg-ended") return event.leg === "caller";
  return event.type === "recorded" && event.hungUp;
}

/** The place of a caller whom no rep has spoken with yet. */
function placeIn(call: Call, now: Instant): KeptPlace | undefined {
  const inLine =
    call.at === "queue" || call.at === "ringing" || call.at === "message" || (call.at === "talking" && !call.joined);
  if (!inLine || !call.from.startsWith("+")) return undefined;
  const { about, segment, line } = call;
  return {
    queue: line.queue,
    joinedAt: line.joinedAt,
    at: now,
    ...(about === undefined ? {} : { about }),
    ...(segment === undefined ? {} : { segment }),
  };
}
