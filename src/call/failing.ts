import type { Routing } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import type { CallEvent } from "./event.ts";
import { endWith, say } from "./speech.ts";
import { also, go, hangUp, into, type Going, type Step } from "./step.ts";

/** So many of our documents may fail in one call before we stop asking Twilio to come back for more. */
const mostFailures = 3;
/** Where a failure leaves the caller alone with us; elsewhere there is a rep, or nothing more to say. */
const alone = new Set<Call["at"]>([
  "menu",
  "notice",
  "offer",
  "owed",
  "receipt",
  "dropped",
  "queue",
  "ringing",
  "message",
  "voicemail",
  "out",
  "cut-off",
]);

/** Whether the event says that Twilio could not get or run a document of ours. */
export function isFailure(event: CallEvent): boolean {
  return event.type === "failed" || (event.type === "left" && ["error", "system-error"].includes(event.result));
}

/** Whether this call has failed so often that its caller needs somebody who does not depend on us. */
export function isFailing(call: Call): boolean {
  return call.failures > mostFailures && alone.has(call.at);
}

/**
 * An apology, and the number for when we have failed; without one, a voicemail. A caller whom even these failed is
 * let go: better than a circle without end.
 */
export function lastResort(call: Call, routing: Routing): Step | Going {
  const { fallbackNumber } = routing.business;
  const effects = call.at === "ringing" ? hangUp(call, call.leg) : [];
  if (call.at === "out" || call.at === "voicemail")
    return endWith(into(call, { at: "leaving", outcome: "turned-away" }), "caller", [
      say(call, routing, "our-failure"),
      say(call, routing, "goodbye"),
    ]);
  return fallbackNumber === undefined
    ? also(go(call, { to: "voicemail" }, [say(call, routing, "our-failure")]), ...effects)
    : also(go(call, { to: "number", number: fallbackNumber }, [say(call, routing, "apology")]), ...effects);
}
