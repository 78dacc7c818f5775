import type { Instant, Routing } from "../routing/routing.ts";
import { asks } from "./asking.ts";
import type { Call, Common, DialledOut } from "./call.ts";
import { ended } from "./end.ts";
import type { CallEvent } from "./event.ts";
import { backInLine, enqueue } from "./in-line.ts";
import { give, into, stay, type StateOf, type Step } from "./step.ts";
import { atNotice } from "./notice.ts";
import { endWith, say } from "./speech.ts";
import type { Heard } from "./verb.ts";

/**
 * at out  the other side was spoken with  → leaving: transferred out
 *         busy, no answer, failed         → told so: in line again where the caller was led on from there, else voicemail
 *         hung up                         → end: transferred out; before anybody answered: abandoned
 */
export const out: StateOf<DialledOut> = (call, event, routing, now) => {
  switch (event.type) {
    case "parted":
      return spoke(event.status)
        ? endWith(into(call, { at: "leaving", outcome: "transferred-out" }), "caller", [say(call, routing, "goodbye")])
        : unanswered(call, event, routing, now);
    case "failed":
      return atNotice(call, "unreachable", undefined, event, routing, now, [say(call, routing, "our-failure")]);
    case "leg-ended":
      return ended(call, event.parted === undefined || spoke(event.parted) ? "transferred-out" : "abandoned", now);
    default:
      return asks(event) ? atNotice(call, "unreachable", undefined, event, routing, now) : stay(call);
  }
};

/** Told so; back in line where one was led on from there, or to a message. */
function unanswered(call: Common & DialledOut, event: CallEvent, routing: Routing, now: Instant): Step {
  if (!call.line) return atNotice(call, "unreachable", undefined, event, routing, now);
  const line = backInLine(call.line);
  return enqueue(into(call, { at: "queue", line }), line, [say(call, routing, "nobody-answered")]);
}

const spoke = (status: string) => status === "completed" || status === "answered";

/** Rings an outside number and connects the caller, showing the number that the caller dialled. */
export function dialOut(call: Call, number: string, routing: Routing, before: readonly Heard[]): Step {
  const callerId = routing.lines.some((line) => line.number === call.to) ? call.to : routing.business.callerId;
  const line = call.at === "queue" && call.wants === "overflow" ? { line: call.line } : {};
  return give(into(call, { at: "out", number, ...line }), "caller", (turn) => [
    ...before,
    { verb: "dial", number, callerId, seconds: 30, then: { asked: "parted", leg: "caller", turn } },
  ]);
}
