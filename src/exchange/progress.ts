import { callParams, isOver, setStatus, talked, type Leg } from "./leg.ts";
import { rfc2822, type Plant } from "./plant.ts";
import type { CallProgressEvent, CallStatus } from "./records/call.ts";
import { send } from "./webhook.ts";

/** Answers an incoming call that still rings; nothing to an answered one. */
export function answer(plant: Plant, leg: Leg): void {
  if (leg.direction !== "inbound" || leg.answeredAt !== undefined || isOver(leg)) return;
  leg.ear.hush(false);
  leg.answeredAt = plant.clock.now();
  setStatus(plant.clock, leg, "in-progress");
}

/** Ends a call: what runs on it stops at once, and who asked for it is told. */
export function end(plant: Plant, leg: Leg, status: CallStatus, because: string): void {
  if (isOver(leg)) return;
  leg.endedAt = plant.clock.now();
  leg.endedBecause = because;
  leg.status = status;
  leg.updatedAt = plant.clock.now();
  leg.pickup.give(status === "busy" || status === "no-answer" || status === "failed" ? status : "canceled");
  leg.life.stop("hangup");
  leg.ear.hush(true);
  setStatus(plant.clock, leg, status);
  report(plant, leg, "completed");
}

/** Hangs up on a call: one that was answered is completed, one that was not has no answer. */
export function hangUp(plant: Plant, leg: Leg, because: string): void {
  const inbound = leg.direction === "inbound";
  end(plant, leg, leg.answeredAt === undefined ? (inbound ? "no-answer" : "canceled") : "completed", because);
}

/** The call's status as its callback says it. */
function progressParams(plant: Plant, leg: Leg, event: CallProgressEvent) {
  const seconds = talked(leg, plant.clock.now());
  return {
    ...callParams(plant.accountSid, leg),
    CallStatus: event === "answered" ? "in-progress" : event === "completed" ? leg.status : event,
    CallbackSource: "call-progress-events",
    SequenceNumber: String(leg.sequence++),
    Timestamp: rfc2822(plant.clock.now()),
    // The one is seconds, the other minutes begun.
    ...(event === "completed" ? { CallDuration: String(seconds), Duration: String(Math.ceil(seconds / 60)) } : {}),
  };
}

/** Tells the call's status callback of an event it asked for; whether that works changes nothing. */
export function report(plant: Plant, leg: Leg, event: CallProgressEvent): void {
  const callback = leg.statusCallback;
  if (!callback?.events.includes(event)) return;
  const params = progressParams(plant, leg, event);
  tellLater(plant, leg, () =>
    send(plant.post, {
      purpose: "call-status",
      method: callback.method,
      url: callback.url,
      params,
      callSid: leg.sid,
    }),
  );
}

/**
 * Sends a status callback. Those of one call leave one after another, each when the one before it was answered, so that
 * they arrive in order as long as nobody breaks that on purpose; Twilio promises no order.
 */
export function tellLater(plant: Plant, leg: Pick<Leg, "reporting">, tell: () => Promise<unknown>): void {
  const late = plant.post.breakage.statusDelay();
  if (late > 0) {
    plant.clock.after(late, () => void tell());
    return;
  }
  // What is being sent counts as in flight by itself; one that leaves late by the clock must not hold the clock up.
  const over = () => undefined;
  leg.reporting = leg.reporting.then(tell).then(over, over);
}
