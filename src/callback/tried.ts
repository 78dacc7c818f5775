import type { Instant, Routing } from "../routing/routing.ts";
import { givenNow, type Callback, type Cause, type RingingOut, type Try } from "./callback.ts";
import type { CallbackEffect } from "./effect.ts";
import { nextNews, rulesOf, timeIsNear } from "./schedule.ts";
import { goBack, miss } from "./stand.ts";
import { close, ending, giveAnew, keptOrLate, type CallbackStep } from "./step.ts";
import { takesTexts, textCustomer, timeFor } from "./tell.ts";

type Came = Exclude<Try["came"], "reached" | "not-now">;
const causes: Readonly<Record<Came, Cause>> = {
  unanswered: "unanswered",
  busy: "unanswered",
  machine: "machine",
  "not-placed": "not-placed",
  "wrong-number": "wrong-number",
};

/**
 * The customer was not reached: a machine's answer is a try, and no success. The next try keeps the place; after the last
 * one the promise is broken, with its cause. A wrong number is not rung again.
 */
export function tried(
  callback: Callback & { readonly state: RingingOut },
  came: Came,
  routing: Routing,
  now: Instant,
): CallbackStep {
  const { call, rep } = callback.state;
  const cause = causes[came];
  const tries = [...callback.tries, { at: now, call, came }];
  const after: Callback = { ...callback, tries, hindrance: cause };
  if (came === "wrong-number") return close(after, { how: "broken", cause }, now);
  const owesNews = isTime(after, now) && (rep === undefined || givenNow(after).rungAt === undefined);
  if (owesNews && takesTexts(after, routing)) return toldByText(after, routing, now);
  return again(after, cause, owesNews ? "news" : "again", routing, now);
}

/** The conversation broke off before anybody spoke: back in line once, then as if the customer had not been reached. */
export function lost(callback: Callback, routing: Routing, now: Instant): CallbackStep {
  if (triesNow(callback) <= 1) return goBack(callback, routing, now);
  return again(callback, callback.hindrance ?? "unanswered", "again", routing, now);
}

function again(callback: Callback, cause: Cause, why: string, routing: Routing, now: Instant): CallbackStep {
  const missed =
    triesNow(callback) < rulesOf(callback, routing).attempts ? miss(callback, routing, now, why) : undefined;
  if (!missed) return giveUp(callback, cause, routing, now);
  return { ...missed, effects: [...missed.effects, ...missedCall(missed.callback, cause, routing, now)] };
}

/** Whoever finds a missed call learns from whom it was, and when the next one comes. */
function missedCall(callback: Callback, cause: Cause, routing: Routing, now: Instant): readonly CallbackEffect[] {
  const { state } = callback;
  if (state.at !== "missed" || (cause !== "unanswered" && cause !== "machine")) return [];
  const at = timeFor(callback, state.again, routing, now, { written: true });
  return textCustomer(callback, "callback-missed-text", routing, { at });
}

/** Tries for the time that counts now; those in which the customer asked for a later one belong to the time before. */
function triesNow(callback: Callback): number {
  const { givenAt } = givenNow(callback);
  return callback.tries.filter(({ at, came }) => at > givenAt && came !== "not-now").length;
}

/** Whether the next try that fails is the last: after it the promise is given up. */
export function isLastTry(callback: Callback, routing: Routing): boolean {
  return triesNow(callback) + 1 >= rulesOf(callback, routing).attempts;
}

function isTime(callback: Callback, now: Instant): boolean {
  return callback.kind === "promised" && now >= (timeIsNear(callback) ?? Infinity);
}

/** Over without the customer having been spoken with, who is told so. */
export function giveUp(callback: Callback, cause: Cause, routing: Routing, now: Instant): CallbackStep {
  const rung = cause === "unanswered" || cause === "machine" ? "yes" : "no";
  return close(
    callback,
    { how: "broken", cause },
    now,
    textCustomer(callback, "callback-gave-up-text", routing, { rung }),
  );
}

/** What would have been said is written, with the next time: nobody picked up, or it is no time to ring. */
export function toldByText(callback: Callback, routing: Routing, now: Instant): CallbackStep {
  const next = { ...nextNews(callback, routing, now), chained: true as const };
  const by = timeFor(callback, next.by ?? now, routing, now, { by: true, written: true });
  const ended = ending(callback, keptOrLate(callback, now, "message"), now);
  return giveAnew(ended, next, routing, now, textCustomer(callback, "no-news-text", routing, { by }));
}
