import type { Instant } from "../routing/routing.ts";
import type { Callback, Try } from "./callback.ts";

/** The callback after the customer has been spoken with, with how long that took. */
export function timed(before: Callback, after: Callback, now: Instant): Callback {
  const { state } = before;
  if (state.at !== "talking" || after.state.at === "talking") return after;
  const index = after.tries.findLastIndex(({ call, came }) => call === state.call && came === "reached");
  const spoken = after.tries[index];
  if (!spoken) return after;
  const seconds = Math.ceil((now - spoken.at) / 1_000);
  return { ...after, tries: after.tries.with(index, { ...spoken, seconds }) };
}

/**
 * The minutes of the calls that were placed for a callback since an instant, as they are charged: each call that was
 * answered, by whomever, is so many whole minutes. A conversation that goes on counts as far as it has gone.
 */
export function minutesPlaced({ tries, state }: Callback, since: Instant, now: Instant): number {
  const goesOn = (one: Try) => state.at === "talking" && state.call === one.call;
  return tries.reduce((sum, one) => {
    if (one.at < since || !answered.has(one.came)) return sum;
    const seconds = one.seconds ?? (one.came === "reached" && goesOn(one) ? (now - one.at) / 1_000 : 0);
    return sum + Math.max(Math.ceil(seconds / 60), 1);
  }, 0);
}

const answered: ReadonlySet<Try["came"]> = new Set<Try["came"]>(["reached", "machine", "not-now", "wrong-number"]);
