import { sentence, spokenSeconds, type Args, type Sentence } from "../routing/prompts.ts";
import type { LanguageCode, PromptId, Routing } from "../routing/routing.ts";
import type { Heard, WaitRange } from "./heard.ts";

/** Something worth saying to a waiting caller, and what will have been heard once it is said. */
export type News = {
  readonly what: string;
  readonly sentences: readonly Sentence[];
  readonly seconds: number;
  readonly heard: Partial<Heard>;
};

/** Where the caller stands. `worseBecause` is the true cause where the place has become worse. */
export type Standing = {
  readonly place: number;
  readonly expectedWait: WaitRange | "unknown";
  readonly worseBecause?: string | undefined;
};

type Speaker = { readonly routing: Routing; readonly language: LanguageCode };

/** News made of prompts, with its length. */
export function saying(
  { routing, language }: Speaker,
  what: string,
  prompts: readonly (readonly [PromptId, Args?])[],
  heard: Partial<Heard> = {},
): News {
  const sentences = prompts.map(([id, args]) => sentence(routing, language, id, args));
  return { what, sentences, seconds: secondsOf(sentences), heard };
}

/** How long sentences take to say, one after the other. */
export function secondsOf(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, one) => sum + spokenSeconds(one), 0);
}

/** A range in whole minutes outwards, in steps of five beyond fifteen. */
export function minutesOf(range: WaitRange): { readonly from: number; readonly to: number } {
  const from = Math.floor(range.from / 60);
  const to = Math.max(Math.ceil(range.to / 60), 1);
  return {
    from: from > 15 ? Math.floor(from / 5) * 5 : from,
    to: to > 15 ? Math.ceil(to / 5) * 5 : to,
  };
}

/** How a range is said. */
export function waitPrompt(range: WaitRange): readonly [PromptId, Args?] {
  const { from, to } = minutesOf(range);
  if (to <= 1) return ["wait-less"];
  if (from === to) return ["wait-about", { minutes: to }];
  return from < 1 ? ["wait-up-to", { minutes: to }] : ["wait-between", { from, to }];
}

/** A wait is news when none was said yet, or when what would be said is better by two minutes and a fifth. */
function waitIsNews(said: WaitRange | undefined, wait: WaitRange): boolean {
  if (said === undefined) return true;
  const before = minutesOf(said).to;
  return before - minutesOf(wait).to >= Math.max(2, before / 5);
}

/** A wait is worse news when what would be said is longer by two minutes and a fifth. */
export function isMuchWorse(than: WaitRange, wait: WaitRange): boolean {
  const before = minutesOf(than).to;
  return minutesOf(wait).to - before >= Math.max(2, before / 5);
}

/** Place and wait, when they are news: never a worse number without its cause. */
export function standingNews(speaker: Speaker, heard: Heard, standing: Standing): News | undefined {
  const { place, expectedWait, worseBecause } = standing;
  const better = heard.place === undefined || place < heard.place;
  const worse = heard.place !== undefined && place > heard.place && worseBecause !== undefined;
  const wait = expectedWait !== "unknown" && !worse && waitIsNews(heard.wait, expectedWait) ? expectedWait : undefined;
  const prompts: (readonly [PromptId, Args?])[] = [];
  if (better) prompts.push(place === 1 ? ["next"] : ["place", { place }]);
  if (worse) prompts.push(["place-worse", { place, cause: worseBecause }]);
  if (wait) prompts.push(waitPrompt(wait));
  if (prompts.length === 0) return undefined;
  return saying(speaker, better || worse ? "place" : "wait", prompts, {
    ...(better || worse ? { place } : {}),
    ...(wait ? { wait } : {}),
  });
}
