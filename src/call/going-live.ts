import type { Callback } from "../callback/callback.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import type { InLine } from "./waiting.ts";
import { enqueue } from "./in-line.ts";
import { atPlace } from "./meeting.ts";
import { isOverdue } from "./owed-words.ts";
import { tellReturn } from "./returning.ts";
import { say } from "./speech.ts";
import { into, type Step } from "./step.ts";
import type { Say } from "./verb.ts";

/**
 * The caller would rather speak now than be called back: in the line, at the place that was kept, and for the rep who
 * knows the case. Overdue: in front of everybody, with an apology; and in front, where we have no news at the time that we
 * said. Nobody rings back meanwhile.
 */
export function goLive(
  call: Call,
  callback: Callback,
  routing: Routing,
  now: Instant,
  inFront: readonly Say[] = isOverdue(callback, now) ? [say(call, routing, "owed-front")] : [],
): Step {
  const { owner, about = call.about, segment = call.segment } = callback;
  const returning: Call = {
    ...call,
    returns: { callback, live: true },
    everSupport: call.everSupport || callback.everSupport,
    ...(owner !== undefined && routing.reps[owner] ? { spokeWith: owner } : {}),
    ...(about === undefined ? {} : { about }),
    ...(segment === undefined ? {} : { segment }),
  };
  const { line: kept, call: back } = atPlace(returning, routing, now);
  const line: InLine = inFront.length > 0 ? { ...kept, front: true } : kept;
  return enqueue(
    into(back, { at: "queue", line }),
    line,
    inFront,
    tellReturn(back, { type: "went-live", call: call.sid }),
  );
}
