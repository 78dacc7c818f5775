import { givenNow, type Callback } from "../callback/callback.ts";
import { isOnTime } from "../callback/schedule.ts";
import { nameOf, timeFor } from "../callback/tell.ts";
import type { Instant, PromptId, Routing } from "../routing/routing.ts";
import { houseOf } from "./asking.ts";
import type { Call } from "./call.ts";
import type { CallEvent } from "./event.ts";
import { say, wordsOf } from "./speech.ts";
import type { Say } from "./verb.ts";

/** Whether the time that was said is past, and nobody has rung by then. */
export function isOverdue(callback: Callback, now: Instant): boolean {
  return !isOnTime(givenNow(callback), now);
}

/** What is owed to a caller: by whom and by when, what about, the place where it stands in line, and the state of the news. */
export function whatIsOwed(
  call: Call,
  callback: Callback,
  event: CallEvent,
  routing: Routing,
  now: Instant,
): readonly Say[] {
  const { kind, owner, news, state } = callback;
  const tell = (prompt: PromptId, args?: Record<string, string | number>) => say(call, routing, prompt, args);
  if (state.at === "ringing") return [tell("owed-ringing")];
  const place = houseOf(event).owed.placeOf(callback.id);
  const rep = nameOf(owner, routing);
  const { time, timed } = timeOwed(call, callback, routing, now);
  const about = callback.about === undefined ? "" : wordsOf(routing, call.language, callback.about);
  const words = { rep, owned: rep === "" ? "no" : "yes", time, timed, about, known: about === "" ? "no" : "yes" };
  return [
    ...(isOverdue(callback, now) ? [tell("owed-late")] : []),
    tell(`owed-${kind}`, words),
    ...(place === undefined ? [] : [tell(place === 1 ? "next" : "place", { place })]),
    ...(news ? [tell("owed-news", { news: news.text })] : kind === "promised" ? [tell("owed-no-news")] : []),
  ];
}

/** The time that was said, by the customer's clock and in the language of whoever is listening. */
export function timeOwed({ language }: Call, callback: Callback, routing: Routing, now: Instant) {
  const { from, by } = givenNow(callback);
  const at = from ?? by;
  const time = at === undefined ? "" : timeFor({ ...callback, language }, at, routing, now, { by: from === undefined });
  return { time, timed: at === undefined ? "no" : "yes" };
}
