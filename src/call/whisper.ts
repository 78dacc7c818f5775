import { timeFor } from "../callback/tell.ts";
import type { Instant, LanguageCode, PromptId, QueueId, RepId, Routing } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import { repLanguage, sayToRep, wordsOf } from "./speech.ts";
import { give, type Step } from "./step.ts";
import type { Heard, LegId, Say } from "./verb.ts";

/** A whisper that gets no key is said this often; after that nobody is there, or a machine. */
export const whispers = 2;

/** Who is coming, what for, how long they have waited and what they were told: nobody repeats the story. */
export function story(call: Call, queue: QueueId, rep: RepId, routing: Routing, now: Instant): readonly Say[] {
  const language = repLanguage(routing, rep);
  const tell = (prompt: string, args?: Record<string, string | number>) => sayToRep(routing, rep, prompt, args);
  const name = routing.queues[queue]?.name;
  const handed = call.story.findLast((one) => one.what === "transferred" || one.what === "escalated");
  const dropped = call.story.findLast((one) => one.what === "cut-off");
  const unsolved = call.story.findLast((one) => one.what === "unsolved");
  const named = (id: RepId) => ({ rep: routing.reps[id]?.name ?? id });
  return [
    tell("whisper-call", { queue: name === undefined ? queue : wordsOf(routing, language, name) }),
    ...lastDigits(call.from).map((digits) => tell("whisper-caller", { digits })),
    ...(call.about === undefined ? [] : [tell("whisper-about", { about: wordsOf(routing, language, call.about) })]),
    ...(speaks(routing, rep, call)
      ? []
      : [tell("whisper-language", { language: languageIn(language, call.language) })]),
    tell("whisper-waited", { minutes: Math.floor(waited(call, now) / 60_000) }),
    ...(handed && "rep" in handed
      ? [tell(handed.what === "escalated" ? "whisper-escalated" : "whisper-transferred", named(handed.rep))]
      : []),
    ...(dropped && "rep" in dropped ? [tell("whisper-cut-off", named(dropped.rep))] : []),
    ...(unsolved && "rep" in unsolved
      ? [tell("whisper-unsolved", { ...named(unsolved.rep), same: unsolved.rep === rep ? "yes" : "no" })]
      : []),
    ...(call.spokeWith === undefined || unsolved
      ? []
      : [tell("whisper-returning", { ...named(call.spokeWith), same: call.spokeWith === rep ? "yes" : "no" })]),
    ...(call.story.some(({ what }) => what === "message") ? [tell("whisper-message")] : []),
    ...(call.promised
      ? [
          tell("whisper-promised", {
            by: timeFor({ zones: [], language }, call.promised.by, routing, now, { by: true }),
          }),
        ]
      : []),
  ];
}

/** The end of the caller's number, digit by digit, where it shows one: the rep's own telephone shows ours. */
export function lastDigits(from: string): readonly string[] {
  return /^\+\d{5,}$/.test(from) ? [from.slice(-4).split("").join(" ")] : [];
}

/** How long the caller has stood in line in all, in milliseconds: talking does not count. */
function waited(call: Call, now: Instant): number {
  let sum = 0;
  let since: Instant | undefined;
  for (const { at, what } of [...call.story, { at: now, what: "answered" }]) {
    if (what === "message") continue;
    if (what !== "answered") since ??= at;
    else if (since !== undefined) {
      sum += at - since;
      since = undefined;
    }
  }
  return sum;
}

export function speaks(routing: Routing, rep: RepId, { language }: Call): boolean {
  return routing.reps[rep]?.languages.includes(language) === true;
}

/** A language's name, as another says it. */
export function languageIn(language: LanguageCode, named: LanguageCode): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(named) ?? named;
}

/** The whisper, on the leg of a rep who has just picked up: the story, and the keys to take or pass. */
export function whisper(
  call: Call,
  leg: LegId,
  rep: RepId,
  words: readonly Heard[],
  routing: Routing,
  keys: PromptId = "whisper-keys",
): Step {
  return give(call, leg, (turn) => [
    {
      verb: "gather",
      prompt: [...words, sayToRep(routing, rep, keys)],
      keys: 1,
      seconds: 6,
      then: { asked: "answer", leg, turn },
    },
  ]);
}
