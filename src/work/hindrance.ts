import { notCallable } from "../callback/callable.ts";
import type { Callback, Cause } from "../callback/callback.ts";
import type { Instant, RepId, Routing } from "../routing/routing.ts";
import type { Board } from "./board.ts";

type Circumstances = {
  readonly board: Pick<Board, "signedIn" | "free">;
  readonly routing: Routing;
  readonly now: Instant;
  /** Since when we have been running. */
  readonly startedAt: Instant;
  readonly holdsBack: (callback?: Callback) => boolean;
};

/** What stands in the way of ringing for a return call, whose time came at `at`; undefined: nothing does. */
export function hindranceOf(
  callback: Callback,
  at: Instant,
  { board, routing, now, startedAt, holdsBack }: Circumstances,
): Cause | undefined {
  if (at < startedAt) return "we-were-down";
  const not = notCallable(callback, routing, now);
  if (not !== undefined) return not;
  if (holdsBack(callback)) return "held-back";
  const able = repsFor(callback, routing);
  if (![...board.signedIn()].some((rep) => able.has(rep))) return "nobody-signed-in";
  const free = board.free().filter(({ rep }) => able.has(rep));
  if (free.length === 0) return "nobody-free";
  return free.every(({ rep }) => callback.triedReps[rep] !== undefined) ? "nobody-took-it" : undefined;
}

/** Who may be rung for it, sooner or later: the team, the rep whose word it is, and for a rep's word the leads. */
function repsFor({ queue, kind, owner }: Callback, routing: Routing): ReadonlySet<RepId> {
  const skills = new Set(routing.queues[queue]?.ring.pool.flatMap((level) => level.skills));
  const able = Object.keys(routing.reps).filter((rep) => {
    const who = routing.reps[rep];
    if (who?.skills.some((skill) => skills.has(skill))) return true;
    return kind === "promised" && (rep === owner || who?.lead === true);
  });
  return new Set(able);
}
