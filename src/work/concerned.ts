import type { Callback } from "../callback/callback.ts";
import { dueAt } from "../callback/schedule.ts";
import type { Call } from "../call/call.ts";
import { legOf } from "../call/step.ts";
import type { Instant, Routing } from "../routing/routing.ts";

/** How many people an emergency switch concerns. `soon`: their return call falls due within the hour, or has fallen due. */
export type Concerned = {
  readonly onTheLine: number;
  readonly waiting: number;
  readonly owed: number;
  readonly soon: number;
};

type Now = { readonly calls: Iterable<Call>; readonly owed: Iterable<Callback>; readonly routing: Routing };

const anHour = 3_600_000;

/** Counts callers and customers as they are at an instant; reps who see to themselves by phone are none. */
export function concerned({ calls, owed, routing }: Now, now: Instant): Concerned {
  const there = Array.from(calls).filter((call) => call.at !== "desk" && !legOf(call, "caller").ended);
  const promised = Array.from(owed);
  return {
    onTheLine: there.length,
    waiting: there.filter(({ at }) => at === "queue" || at === "ringing").length,
    owed: promised.length,
    soon: promised.filter((callback) => dueAt(callback, routing) <= now + anHour).length,
  };
}
