import type { Waiting } from "../acd/line.ts";
import { notCallable, type Reachable } from "../callback/callable.ts";
import { givenNow, type Callback } from "../callback/callback.ts";
import type { Instant, Routing } from "../routing/routing.ts";

/** What a return call that is due wants, as far as the time does not change it. `where` is one object for all who share it. */
export type Wanting = { readonly waiting: Waiting; readonly where: Reachable; readonly promise?: Callback };

const everywhere = new WeakMap<Routing, Map<string, Reachable>>();

function whereOf({ queue, zones }: Callback, routing: Routing): Reachable {
  const known = everywhere.get(routing) ?? new Map<string, Reachable>();
  everywhere.set(routing, known);
  const key = [queue, ...zones].join(" ");
  const where = known.get(key) ?? { queue, zones };
  known.set(key, where);
  return where;
}

/** What a return call wants now that it is due; undefined: it is not. */
export function wanting(callback: Callback, routing: Routing): Wanting | undefined {
  if (callback.state.at !== "due") return undefined;
  const { id, queue, joinedAt, language, owner, triedReps, overtaken } = callback;
  const preferred = owner !== undefined && routing.reps[owner] ? { preferred: owner } : {};
  return {
    waiting: { call: id, queue, joinedAt, language, triedReps, overtaken, ...preferred },
    where: whereOf(callback, routing),
    ...(callback.kind === "promised" ? { promise: callback } : {}),
  };
}

/**
 * Return calls that are due as the line sees them, without those whose customers must not be rung now. The line is looked at
 * every second, and ten thousand may be due: the hour is looked at once for all who share it.
 */
export function dueLine(due: Iterable<Wanting>, routing: Routing, now: Instant): readonly Waiting[] {
  const callable = new Map<Reachable, boolean>();
  const line: Waiting[] = [];
  for (const { waiting, where, promise } of due) {
    let may = callable.get(where);
    if (may === undefined) callable.set(where, (may = notCallable(where, routing, now) === undefined));
    if (!may) continue;
    line.push(promise ? { ...waiting, word: wordOf(promise, waiting.preferred, routing, now) } : waiting);
  }
  return line;
}

/** Whose word it is, and for whom it is by now: each step of the ladder that tells more people lets them keep it as well. */
function wordOf(
  callback: Callback,
  owner: string | undefined,
  routing: Routing,
  now: Instant,
): NonNullable<Waiting["word"]> {
  if (owner === undefined) return { reach: reachBy(callback, routing, now) ?? "team" };
  return { owner, reach: reachBy(callback, routing, now) ?? "owner" };
}

function reachBy(callback: Callback, routing: Routing, now: Instant): "team" | "leads" | undefined {
  const { by = now } = givenNow(callback);
  const told = routing.business.ladder.filter(({ before }) => by - before * 1_000 <= now).flatMap(({ tell }) => tell);
  if (told.includes("lead")) return "leads";
  return told.includes("backup") || by <= now ? "team" : undefined;
}

/**
 * Whether it stands in the line that live callers are told their place in: it is due or being rung for, or its caller has
 * just hung up to keep the place.
 */
export function keepsPlace(callback: Callback, routing: Routing, now: Instant): boolean {
  const { at } = callback.state;
  if (at === "ringing") return true;
  const justKept = at === "promised" && callback.kind === "place" && givenNow(callback).from === undefined;
  return (at === "due" || justKept) && notCallable(callback, routing, now) === undefined;
}
