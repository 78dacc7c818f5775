import type { Instant, Routing } from "../routing/routing.ts";
import type { Callback } from "./callback.ts";
import { dueAt } from "./schedule.ts";

/**
 * How often the customer was dialled since an instant; one who is about to be counts. Holdfast's own call that says there is
 * no news is no try: it is known by the promise for which the phone has rung.
 */
export function dialsSince({ given, tries, state }: Callback, since: Instant): number {
  const underway = state.at === "ringing" && !tries.some(({ call }) => call === state.call);
  const last = given.length - 1;
  return given.reduce((sum, { givenAt, rungAt }, index) => {
    const from = index === 0 ? -Infinity : givenAt;
    const until = given[index + 1]?.givenAt ?? Infinity;
    const own = tries.filter(({ at }) => at >= since && at > from && at <= until).length;
    const dials = own + (index === last && underway ? 1 : 0);
    const rung = rungAt !== undefined && rungAt >= since ? 1 : 0;
    return sum + Math.max(dials, rung);
  }, 0);
}

/**
 * What a callback takes of the calls that may be placed in a day: each dial, and before the first the one that is owed. So a
 * promise that was made always has its first dial, and only what is dialled again can be too many.
 */
export function weightOn(
  callback: Callback,
  day: { readonly from: Instant; readonly until: Instant },
  routing: Routing,
): number {
  const { madeAt, state } = callback;
  const owed = madeAt >= day.from || (state.at !== "closed" && dueAt(callback, routing) < day.until);
  return Math.max(owed ? 1 : 0, dialsSince(callback, day.from));
}
