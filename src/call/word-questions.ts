import type { NumberFault, Verdict } from "../callback/owed.ts";
import { timeFor } from "../callback/tell.ts";
import type { Instant, LanguageCode, Routing } from "../routing/routing.ts";
import type { Call, Common } from "./call.ts";
import type { Draft, Talking, WrappingUp } from "./with-rep.ts";
import { askKey, repLanguage, say, sayToRep, wordsOf } from "./speech.ts";
import { give, type Step } from "./step.ts";
import type { Heard, Say } from "./verb.ts";
import { lastDigits } from "./whisper.ts";

/** Why a time or a number does not do, in a word that a prompt can choose by. */
const whyNotThen: Readonly<Record<NonNullable<Draft["why"]>, string>> = {
  "owes-too-much": "full",
  "off-then": "off",
  "closed-then": "closed",
  "not-daytime": "night",
  past: "past",
  "too-far": "far",
};
const whyNotThere: Readonly<Partial<Record<NumberFault, string>>> = {
  "not-a-number": "none",
  "too-often": "often",
  "asked-not-to": "unwanted",
};

/** What is said for times, for the ear that listens. */
const hints: Readonly<Record<string, readonly string[]>> = {
  en: ["in an hour", "in two hours", "tomorrow", "tomorrow at ten", "at half past three", "noon", "on Monday"],
  es: ["en una hora", "en dos horas", "mañana", "mañana a las diez", "a las tres y media", "mediodía", "el lunes"],
};

/** How times are said in a language. */
export function timeHints(language: LanguageCode): readonly string[] {
  return hints[language] ?? [];
}

/** A rep who gives a word: in mid-call, the caller held, or at the wrap-up. */
export type Giving = Common & (Talking | WrappingUp);

/** What a promised call is for takes at most so long to say, in seconds. */
const longestNote = 60;

/** Asks the rep what the draft of a promise still lacks, on the rep's leg. */
export function question(
  giving: Giving,
  draft: Draft,
  number: Extract<Verdict, { readonly ok: true }>,
  routing: Routing,
  now: Instant,
  before: readonly Say[] = [],
): Step {
  const call: Giving = { ...giving, draft };
  const tell = (prompt: string, args?: Record<string, string>) => sayToRep(routing, call.rep, prompt, args);
  switch (draft.asks) {
    case "when":
      return askTime(call, 1, [...before, tell("promise-when")], routing);
    case "time":
      return askTime(call, 4, [...before, tell("promise-time")], routing);
    case "instead": {
      const free = draft.by === undefined ? "no" : "yes";
      return askOne(call, [
        tell("promise-instead", {
          why: whyNotThen[draft.why ?? "too-far"],
          free,
          by: byFor(call, draft, routing, now),
        }),
      ]);
    }
    case "about":
      return give(call, call.leg, (turn) => [
        tell("promise-about"),
        { verb: "record", seconds: longestNote, silence: 4, then: { asked: "recorded", leg: call.leg, turn } },
      ]);
    case "keep":
      return askOne(call, [
        tell("promise-keep", {
          digits: lastDigits(number.number).join(""),
          by: byFor(call, draft, routing, now),
          ...whatFor(call, draft, routing),
        }),
        ...played(draft).map((recording) => ({ verb: "playback", recording }) as const),
        tell("promise-keep-keys", { caller: call.at === "talking" ? "here" : "gone" }),
      ]);
    default:
      return draft.asks satisfies never;
  }
}

function askOne(call: Giving, words: readonly Heard[]): Step {
  return give(call, call.leg, (turn) => [askKey({ asked: "answer", leg: call.leg, turn }, words, 8)]);
}

/** Why the caller's number is not called back. */
export function noNumber(call: Giving, why: NumberFault, routing: Routing): Say {
  return sayToRep(routing, call.rep, "promise-no-number", { why: whyNotThere[why] ?? "other" });
}

/** Asks for keys or for a time that is said. */
function askTime(call: Giving, keys: number, prompt: readonly Say[], routing: Routing): Step {
  const language = repLanguage(routing, call.rep);
  const locale = routing.business.languages[language]?.locale ?? "en-US";
  const listensFor = { locale, hints: timeHints(language) };
  return give(call, call.leg, (turn) => [
    { verb: "gather", prompt, keys, seconds: 8, listensFor, then: { asked: "answer", leg: call.leg, turn } },
  ]);
}

/** The time, by the rep's clock and in the rep's language. */
function byFor({ rep }: { readonly rep: string }, { by }: Draft, routing: Routing, now: Instant): string {
  const language = repLanguage(routing, rep);
  return by === undefined ? "" : timeFor({ zones: [], language }, by, routing, now, { by: true });
}

/** The note, where the rep has not heard it yet: what the ear has caught is heard before it counts. */
function played({ note, played: before }: Draft): readonly string[] {
  return note?.recording === undefined || before ? [] : [note.recording];
}

/** What it is about, as the caller chose it, and whether the rep has left a note, which is `new` until it was played. */
function whatFor({ rep, about }: Common & { readonly rep: string }, draft: Draft, routing: Routing) {
  const words = about === undefined ? "" : wordsOf(routing, repLanguage(routing, rep), about);
  const note = played(draft).length > 0 ? "new" : draft.note?.recording === undefined ? "no" : "yes";
  return { about: words, known: words === "" ? "no" : "yes", note };
}

/** What the caller hears of the promise, where Holdfast tells it. */
export function toldToCaller(call: Call & Talking, routing: Routing, now: Instant): readonly Say[] {
  if (!call.tells || !call.promised) return [];
  const { zones, by: at } = call.promised;
  const by = timeFor({ zones, language: call.language }, at, routing, now, { by: true });
  return [say(call, routing, "promise-told", { rep: routing.reps[call.rep]?.name ?? call.rep, by })];
}
