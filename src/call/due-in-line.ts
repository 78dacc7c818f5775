import type { Waiting } from "../acd/line.ts";
import { notCallable } from "../callback/callable.ts";
import { givenNow, type Callback } from "../callback/callback.ts";
import type { Instant, Routing } from "../routing/routing.ts";

/** A return call as the line sees it: undefined when it wants no rep, or when the customer must not be rung now. */
export function waitingFor(callback: Callback, routing: Routing, now: Instant): Waiting | undefined {
  if (callback.state.at !== "due" || notCallable(callback, routing, now) !== undefined) return undefined;
  const { id, queue, joinedAt, language, owner, triedReps, overtaken } = callback;
  const known = owner !== undefined && routing.reps[owner] !== undefined;
  return {
    call: id,
    queue,
    joinedAt,
    language,
    triedReps,
    overtaken,
    ...(known ? { preferred: owner } : {}),
    ...(callback.kind === "promised" ? { word: wordOf(callback, known ? owner : undefined, routing, now) } : {}),
  };
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
