import type { Instant, Routing } from "../routing/routing.ts";
import { callableFrom } from "./callable.ts";
import { givenNow, type Callback, type Cause, type Try } from "./callback.ts";
import { textCustomer, timeFor } from "./tell.ts";
import { leadTime, nextNews, rulesOf } from "./schedule.ts";
import { close, ending, giveAnew, into, keptOrLate, type CallbackStep } from "./step.ts";

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
export function tried(callback: Callback, call: string, came: Came, routing: Routing, now: Instant): CallbackStep {
  const after: Callback = {
    ...callback,
    tries: [...callback.tries, { at: now, call, came }],
    hindrance: causes[came],
  };
  if (came === "wrong-number") return close(after, { how: "broken", cause: "wrong-number" }, now);
  if (owesNews(after, now) && after.texts) return toldByText(after, routing, now);
  const { attempts, gap } = rulesOf(callback, routing);
  const last = givenNow(after).givenAt;
  const failed = after.tries.filter((one) => one.at >= last && one.came !== "reached" && one.came !== "not-now").length;
  const again = callableFrom(callback, routing, now + gap * 1_000);
  if (failed >= attempts || again === undefined)
    return close(
      after,
      { how: "broken", cause: causes[came] },
      now,
      textCustomer(after, "callback-gave-up-text", routing),
    );
  return {
    callback: into(after, { at: "missed", since: now, again }),
    effects: [{ do: "wake", at: again, why: `again ${after.given.length} ${after.tries.length}` }],
  };
}

/** The promised time is here, and the customer was rung to be told that there is no news. */
function owesNews(callback: Callback, now: Instant): boolean {
  const { by } = givenNow(callback);
  const { state } = callback;
  const byRep = state.at === "ringing" && state.rep !== undefined;
  return callback.kind === "promised" && !byRep && by !== undefined && now >= by - leadTime;
}

/** What would have been said is written, with the next time: nobody picked up, or it is no time to ring. */
export function toldByText(callback: Callback, routing: Routing, now: Instant): CallbackStep {
  const next = nextNews(callback, routing, now);
  const by = timeFor(callback, next.by ?? now, routing, now, { by: true, written: true });
  const ended = ending(callback, keptOrLate(callback, now, "message"), now);
  return giveAnew(ended, next, routing, now, textCustomer(callback, "no-news-text", routing, { by }));
}
