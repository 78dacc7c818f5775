import type { Instant } from "../routing/routing.ts";
import type { Spoken } from "./heard.ts";

/** At most `seconds` of speech in any stretch of `within` seconds. */
export type SpeechBudget = { readonly seconds: number; readonly within: number };

/** Seconds of music that must lie between two spoken things after so long a wait: the gap grows with the wait. */
export function gapAfter(waitedSeconds: number): number {
  return Math.min(45 + waitedSeconds / 6, 240);
}

/** Seconds from now until the gap since the last speech is long enough. */
export function gapLeft(spoken: readonly Spoken[], waitedSeconds: number, now: Instant): number {
  const last = spoken.at(-1);
  if (!last) return 0;
  const silentFor = (now - last.at) / 1_000 - last.seconds;
  return Math.max(gapAfter(waitedSeconds) - silentFor, 0);
}

/** Whether `seconds` more may be spoken now: every stretch that ends with them stays within the budget. */
export function fits(spoken: readonly Spoken[], seconds: number, budget: SpeechBudget, now: Instant): boolean {
  const opens = now + seconds * 1_000 - budget.within * 1_000;
  const counted = spoken.filter((one) => one.what !== "opening" && one.at + one.seconds * 1_000 > opens);
  return counted.reduce((sum, one) => sum + one.seconds, 0) + seconds <= budget.seconds;
}

/** Speech that can still matter to a budget, and the last one in any case. */
export function stillCounting(spoken: readonly Spoken[], budget: SpeechBudget, now: Instant): readonly Spoken[] {
  const opens = now - budget.within * 1_000;
  return spoken.filter((one, index) => index === spoken.length - 1 || one.at + one.seconds * 1_000 > opens);
}
