import { givenNow, type Callback } from "../callback/callback.ts";
import { nameOf, timeFor } from "../callback/tell.ts";
import type { Args } from "../routing/prompts.ts";
import type { Instant, PromptId, RepId, Routing } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import { repLanguage, sayToRep, wordsOf } from "./speech.ts";
import type { Heard } from "./verb.ts";
import { languageIn, lastDigits, speaks } from "./whisper.ts";

/**
 * What a rep hears before a customer is rung back: what was promised and by whom, who it is, what for, how long that
 * customer has waited, how often we have tried, and the state of the news.
 */
export function returnStory(call: Call, rep: RepId, routing: Routing, now: Instant): readonly Heard[] {
  const callback = call.returns?.callback;
  if (!callback) return [];
  const language = repLanguage(routing, rep);
  const tell = (prompt: PromptId, args?: Args) => sayToRep(routing, rep, prompt, args);
  const { about, waitedSeconds, tries } = callback;
  const tried = tries.filter(({ came }) => came !== "reached").length;
  return [
    tell(...what(callback, rep, routing, now)),
    ...(now > (givenNow(callback).by ?? now) ? [tell("whisper-late")] : []),
    ...lastDigits(call.from).map((digits) => tell("whisper-caller", { digits })),
    ...(about === undefined ? [] : [tell("whisper-about", { about: wordsOf(routing, language, about) })]),
    ...(speaks(routing, rep, call)
      ? []
      : [tell("whisper-language", { language: languageIn(language, call.language) })]),
    ...(waitedSeconds === undefined ? [] : [tell("whisper-waited", { minutes: Math.floor(waitedSeconds / 60) })]),
    ...whatIsKnown(callback, rep, routing),
    ...(tried === 0 ? [] : [tell("whisper-tried", { tries: tried })]),
  ];
}

/**
 * What a rep hears before the story of a caller who is owed a return call and is on the line by now: one who has rung in
 * rather than wait for it, or whom we have rung. What is over by the time has been told.
 */
export function liveStory(call: Call, rep: RepId, routing: Routing, now: Instant): readonly Heard[] {
  if (!call.returns || call.returns.told) return [];
  const { callback, live } = call.returns;
  return [
    sayToRep(routing, rep, ...what(callback, rep, routing, now)),
    sayToRep(routing, rep, live ? "whisper-rang-in" : "whisper-called-back"),
    ...whatIsKnown(callback, rep, routing),
  ];
}

/** What a rep has left as a note, and the news. */
function whatIsKnown({ note, news }: Callback, rep: RepId, routing: Routing): readonly Heard[] {
  const tell = (prompt: PromptId, args?: Args) => sayToRep(routing, rep, prompt, args);
  return [
    ...(note?.text === undefined ? [] : [tell("whisper-note", { note: note.text })]),
    ...(note?.text !== undefined || note?.recording === undefined
      ? []
      : [tell("whisper-note-recorded"), { verb: "playback", recording: note.recording } as const]),
    ...(news === undefined ? [] : [tell("whisper-news", { news: news.text })]),
  ];
}

/** What is owed, by the rep's own clock. */
function what(callback: Callback, rep: RepId, routing: Routing, now: Instant): readonly [PromptId, Args] {
  const { kind, owner } = callback;
  const language = repLanguage(routing, rep);
  const queue = wordsOf(routing, language, routing.queues[callback.queue]?.name ?? callback.queue);
  const { from, by } = givenNow(callback);
  const clock = { zones: [], language };
  const time = (at: Instant) => timeFor(clock, at, routing, now, { by: kind === "promised" });
  if (kind === "promised" && by !== undefined) {
    const whose = owner === undefined ? "nobody" : owner === rep ? "own" : "other";
    return ["whisper-word", { queue, whose, rep: nameOf(owner, routing), by: time(by) }];
  }
  const at = from ?? by;
  return kind === "place" || at === undefined
    ? ["whisper-kept-place", { queue }]
    : ["whisper-booked", { queue, at: time(at) }];
}
