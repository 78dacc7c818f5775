import type { Instant, Routing } from "../routing/routing.ts";
import { callableFrom, callableUntil, notCallable } from "./callable.ts";
import { givenNow, type Callback } from "./callback.ts";
import type { CallbackEffect } from "./effect.ts";
import { dueAt, rulesOf, timeIsNear } from "./schedule.ts";
import { hindered, into, stay, type CallbackStep } from "./step.ts";

/** Nobody is begun to be rung for in the last minute before closing: the customer would be rung after it. In milliseconds. */
const lastMinute = 60_000;
/** Where no time is in sight at which the customer may be rung, that is looked at again so much later, in milliseconds. */
export const lookAgainLater = 86_400_000;

/** Its time has come: it stands in the line, or waits for the time at which the customer may be rung. */
export function stand(callback: Callback, routing: Routing, now: Instant): CallbackStep {
  const not = notCallable(callback, routing, now) ?? notCallable(callback, routing, now + lastMinute);
  const number = callback.given.length;
  if (not === undefined) {
    const until = callableUntil(callback, routing, now);
    const close: readonly CallbackEffect[] =
      until === undefined ? [] : [{ do: "wake", at: until - lastMinute, why: `close ${number}` }];
    const since = callback.state.at === "due" ? callback.state.since : now;
    return stay(into(reachable(callback, now), { at: "due", since }), close);
  }
  const from = callableUntil(callback, routing, now) ?? now;
  const at = callableFrom(callback, routing, from) ?? now + lookAgainLater;
  const waiting = into(hindered(callback, not), { at: "promised" });
  return stay(waiting, [{ do: "wake", at, why: `due ${number}` }]);
}

/** What kept us from ringing at night is no excuse for what comes late by day. */
function reachable(callback: Callback, now: Instant): Callback {
  const { hindrance } = callback;
  const overdue = now > (givenNow(callback).by ?? Infinity);
  return !overdue && (hindrance === "closed" || hindrance === "not-daytime") ? hindered(callback, undefined) : callback;
}

/**
 * Whether the customer is rung before a rep is: where the queue says so, and where somebody else gave the number, for which
 * no rep is used unasked. A rep's word is brought by the rep: there the rep is always first.
 */
export function isRungFirst(callback: Callback, routing: Routing): boolean {
  return (rulesOf(callback, routing).first === "customer" || callback.confirm) && callback.kind !== "promised";
}

/** Rung again after the gap, the place kept; undefined: there is no time in sight at which that may be. */
export function miss(callback: Callback, routing: Routing, now: Instant, why = "again"): CallbackStep | undefined {
  const again = callableFrom(callback, routing, now + rulesOf(callback, routing).gap * 1_000);
  if (again === undefined) return undefined;
  const { given, tries } = callback;
  return stay(into(callback, { at: "missed", since: now, again }), [
    { do: "wake", at: again, why: `${why} ${given.length} ${tries.length}` },
  ]);
}

/**
 * What was being done for it came to nothing, through no fault of the customer's: it is where it would be if that had
 * not been. A promised time that came meanwhile is seen to at once.
 */
export function goBack(callback: Callback, routing: Routing, now: Instant): CallbackStep {
  if (dueAt(callback, routing) > now) return stay(into(callback, { at: "promised" }));
  const back = (isRungFirst(callback, routing) && miss(callback, routing, now)) || stand(callback, routing, now);
  const time = timeIsNear(callback);
  const missed = callback.kind === "promised" && time !== undefined && time <= now;
  if (!missed || givenNow(callback).rungAt !== undefined) return back;
  return stay(back.callback, [...back.effects, { do: "wake", at: now, why: `time ${callback.given.length}` }]);
}
