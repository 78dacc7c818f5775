import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import { asks, isAnswer } from "./asking.ts";
import { hushed } from "./broken-off.ts";
import type { Call, Common } from "./call.ts";
import type { InQueue, Ringing, Wants } from "./waiting.ts";
import { ended } from "./end.ts";
import type { CallEvent } from "./event.ts";
import { enqueue, overflowsAt, overtaken, unasked, waitDocument } from "./in-line.ts";
import { atNotice } from "./notice.ts";
import { answeredInLine } from "./offer.ts";
import { offerInLine } from "./offer-begin.ts";
import { offersNow } from "./offer-possible.ts";
import { outcomeOfWait, recordMessage } from "./recording.ts";
import { isAttended, isClosed, takesIn } from "./refusal.ts";
import { nextRepLeg, ringRep } from "./ring.ts";
import { say, wordsOf } from "./speech.ts";
import { give, go, into, stay, type Going, type StateOf, type Step } from "./step.ts";
import { stepOut, waitKey } from "./wait-keys.ts";

/**
 * at queue  asked what to play     → the next wait document; past `overflow.after`, and when all have gone after
 *                                    closing, out of the queue
 *           1                      → offer: asked about a return call, the place kept
 *           2                      → quiet wait on or off, remembered
 *           3, 0                   → out of Twilio's queue: a message with the place kept; reception
 *           5 (sales)              → the details of the announcement just heard, as a text
 *           *                      → the choices; # more time; any other key: the choices
 *           out of Twilio's queue  → where the caller wanted to go; thrown out by an error: in again, place kept
 *           a rep is assigned      → ringing
 *           hung up                → end: abandoned, or voicemail where a message was left
 */
export const queue: StateOf<InQueue> = (call, event, routing, now) =>
  event.type === "assigned"
    ? ring(call, event.rep, event.overtook, routing, now)
    : whileWaiting(call, event, routing, now);

function ring(call: Common & InQueue, rep: string, overtook: number, routing: Routing, now: Instant): Step {
  if (call.wants !== undefined) return stay(call);
  const leg = nextRepLeg(call);
  const ringing = into(call, { at: "ringing", line: call.line, rep, leg, rungAt: now, overtook });
  return ringRep(ringing, leg, rep, call.line.queue, routing, now);
}

type Waiting = Common & (InQueue | Ringing);

/** What a waiting caller can do, whether or not a rep is being rung meanwhile. */
export function whileWaiting(call: Waiting, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  if (call.line.offer && (isAnswer(event) || event.type === "waited")) return answeredInLine(call, event, routing, now);
  switch (event.type) {
    case "waited":
    case "kept-silent": {
      const wants = ledOut(call, event, routing, now);
      if (wants) return stepOut(call, wants, now);
      return waitDocument(call, event, routing, now, event.type === "kept-silent");
    }
    case "said":
      return waitDocument(call, event, routing, now, false);
    case "pressed":
      if (event.keys === "1") return offerInLine(call, event, routing, now);
      return waitKey(call, event, event.keys, routing, now);
    case "left":
      return left(call, event, routing, now);
    case "overtaken":
      return stay(overtaken(call, event.by, event.cause, now));
    case "failed":
      return call.at === "queue" && call.wants !== undefined
        ? wanted(call, call.wants, event, routing, now)
        : again(call, routing, now);
    case "leg-ended":
      return event.leg === "caller" ? ended(call, outcomeOfWait(call), now) : stay(call);
    default:
      return asks(event) ? enqueue(call, call.line) : stay(call);
  }
}

/** Why a caller who asks for nothing is led out of the line, if at all; never while a rep is rung. */
function ledOut(call: Waiting, event: CallEvent, routing: Routing, now: Instant): Wants | undefined {
  const here = routing.queues[call.line.queue];
  if (!here || call.at !== "queue") return undefined;
  if (isClosed(here, routing, now) && !isAttended(call.line.queue, event)) return "closing";
  const to = here.overflow.after?.to;
  const at = overflowsAt(call.line, routing);
  return to && at !== undefined && now >= at && takesIn(to, event, routing, now) ? "overflow" : undefined;
}

function left(
  call: Waiting,
  event: Extract<CallEvent, { readonly type: "left" }>,
  routing: Routing,
  now: Instant,
): Step | Going {
  const { result } = event;
  if (result === "queue-full") return go(call, whenFull(call.line.queue, routing));
  if (call.at === "queue" && call.wants !== undefined) return wanted(call, call.wants, event, routing, now);
  if (result !== "error" && result !== "system-error") return enqueue(call, call.line);
  return again(call, routing, now);
}

/** In line again after something failed, with the music where it was cut. */
function again(call: Waiting, routing: Routing, now: Instant): Step {
  const silent = hushed(call, now);
  const line = unasked(silent.line);
  return enqueue({ ...silent, line }, line, [say(call, routing, "wait-document-failed")]);
}

function wanted(call: Common & InQueue, wants: Wants, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  const { line } = call;
  switch (wants) {
    case "message":
      return give(into(call, { at: "message", line }), "caller", (turn) => [
        say(call, routing, "message-ask"),
        recordMessage(turn),
      ]);
    case "reception": {
      const { reception } = routing.business;
      if (takesIn(reception, event, routing, now)) return go(call, reception);
      return enqueue(into(call, { at: "queue", line }), line, [say(call, routing, "reception-not-here")]);
    }
    case "overflow": {
      const to = routing.queues[line.queue]?.overflow.after?.to;
      if (!to || !takesIn(to, event, routing, now)) return enqueue(into(call, { at: "queue", line }), line);
      return go(call, to, to.to === "queue" ? [movingOn(call, to.queue, routing)] : []);
    }
    case "closing":
      return closed(call, event, routing, now);
    default:
      return wants satisfies never;
  }
}

/** Those who still waited when all had gone are offered a time, whatever the queue says of others; else they are told. */
function closed(call: Common & InQueue, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  const { queue } = call.line;
  const sorry = [say(call, routing, "left-waiting")];
  return offersNow(call, queue, event, routing, now) === undefined
    ? go(call, { to: "queue", queue }, sorry)
    : atNotice(call, "closed", queue, event, routing, now, sorry);
}

function movingOn(call: Call, to: QueueId, routing: Routing) {
  const queue = wordsOf(routing, call.language, routing.queues[to]?.name ?? "");
  return say(call, routing, "moving-on", { queue });
}

function whenFull(id: QueueId, routing: Routing) {
  return routing.queues[id]?.overflow.whenFull?.to ?? routing.business.reception;
}
