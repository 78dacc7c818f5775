import { callableFrom } from "../callback/callable.ts";
import { givenNow, type Callback } from "../callback/callback.ts";
import { nameOf } from "../callback/tell.ts";
import type { Instant } from "../routing/routing.ts";
import { when, write, type Talk } from "./talk.ts";

/** How a return call stands, in words for its customer. */
export function howItStands(talk: Talk, callback: Callback): string {
  const { code, owner } = callback;
  const { facts, routing, now } = talk;
  const rep = nameOf(owner, routing);
  const place = facts.owed.placeOf(callback.id);
  const opens = callableFrom(callback, routing, now) ?? now;
  const owned = rep === "" ? "no" : "yes";
  const what = whatOf(callback, place, opens > now);
  return write(talk, "text-stands", { what, place: place ?? 0, at: timeSaid(talk, callback, opens), rep, owned, code });
}

function whatOf({ state, kind }: Callback, place: number | undefined, opensLater: boolean): string {
  if (state.at === "ringing" || state.at === "talking") return "now";
  if (state.at === "live" || state.at === "missed") return state.at;
  if (kind !== "place") return kind;
  return opensLater ? "later" : place === undefined ? "soon" : "place";
}

/** The time that was said to the customer, or at which the next try comes; for a kept place, when we open. */
function timeSaid(talk: Talk, callback: Callback, opens: Instant): string {
  const { state, kind } = callback;
  if (state.at === "missed") return when(talk, state.again);
  const { from, by } = givenNow(callback);
  if (kind === "place") return when(talk, opens);
  return from === undefined ? when(talk, by ?? opens, true) : when(talk, from);
}
