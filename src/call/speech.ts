import { sentence, type Args } from "../routing/prompts.ts";
import type { LanguageCode, PromptId, RepId, Routing } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import { give, type Step } from "./step.ts";
import type { Effect } from "./effect.ts";
import type { Gather, Heard, LegId, Say, Then } from "./verb.ts";

/** A prompt in the caller's language. */
export function say(call: Call, routing: Routing, prompt: PromptId, args?: Args): Say {
  return { verb: "say", sentence: sentence(routing, call.language, prompt, args) };
}

/** The language a rep is spoken to in: the house's own where the rep has it, else the rep's first. */
export function repLanguage(routing: Routing, rep: RepId): LanguageCode {
  const { language } = routing.business;
  const spoken = routing.reps[rep]?.languages ?? [];
  return spoken.includes(language) ? language : (spoken[0] ?? language);
}

/** A prompt for a rep. */
export function sayToRep(routing: Routing, rep: RepId, prompt: PromptId, args?: Args): Say {
  return { verb: "say", sentence: sentence(routing, repLanguage(routing, rep), prompt, args) };
}

/** The words of a prompt, to stand within another. */
export function wordsOf(routing: Routing, language: LanguageCode, prompt: PromptId): string {
  return sentence(routing, language, prompt).text;
}

/** A question as the caller hears it: twice where the caller asked for more time. */
export function question(call: Call, words: readonly Heard[]): readonly Heard[] {
  return call.moreTime ? [...words, { verb: "pause", seconds: 2 }, ...words] : words;
}

/** Asks a leg for one key. */
export function askKey(then: Then, prompt: readonly Heard[], seconds: number): Gather {
  return { verb: "gather", prompt, keys: 1, seconds, then };
}

/** The last words to a leg, and then the end of it. */
export function endWith(call: Call, leg: LegId, words: readonly Heard[], effects: readonly Effect[] = []): Step {
  return give(call, leg, () => [...words, { verb: "hangup" }], effects);
}
