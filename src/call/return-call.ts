import type { Instant, Routing } from "../routing/routing.ts";
import { newCall } from "./arrive.ts";
import { dial } from "./dialling.ts";
import type { CallEvent } from "./event.ts";
import { tellReturn } from "./returning.ts";
import { ringRep } from "./ring.ts";
import { also, into, type Step } from "./step.ts";

/**
 * We ring a customer back, in a call of our own.
 *
 * a rep is rung first    → fetching
 * the customer alone is  → dialling
 */
export function beginReturn(
  event: Extract<CallEvent, { readonly type: "calling-back" }>,
  routing: Routing,
  now: Instant,
): Step {
  const { how, rep, sid, callback } = event;
  const { to, from, about, segment, owner, everSupport } = callback;
  const call = {
    ...newCall({ sid, from: to, to: from, known: event.known, legs: {} }, routing, now),
    returns: { callback, ...(how === "first" && rep !== undefined ? { free: rep } : {}) },
    everSupport,
    ...(about === undefined ? {} : { about }),
    ...(segment === undefined ? {} : { segment }),
    ...(owner === undefined || !routing.reps[owner] ? {} : { spokeWith: owner }),
  };
  if (how !== "rep" || rep === undefined)
    return also(dial(call, how, undefined, routing, now), ...tellReturn(call, { type: "dialled", call: sid }));
  const fetching = into(call, { at: "fetching", rep, leg: "r1", rungAt: now });
  const ringing = ringRep(fetching, "r1", rep, callback.queue, routing, now);
  return also(ringing, ...tellReturn(call, { type: "assigned", rep, call: sid }));
}
