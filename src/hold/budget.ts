import type { Instant } from "../routing/routing.ts";
import type { Spoken } from "./heard.ts";

/** At most `seconds` of speech in any stretch of `within` seconds. */
export type SpeechBudget = { readonly seconds: number; readonly within: number };

/** What the caller needs to know at first, and what a key has asked for, is outside the budget; a gap follows it too. */
const uncounted = new Set(["opening", "answer"]);
const endOf = ({ at, seconds }: Spoken) => at + seconds * 1_000;

/** Seconds of music that follow what was said so far into the wait: the gap grows with the wait. */
export function gapAfter(waitedSeconds: number): number {
  return Math.min(50 + waitedSeconds / 5, 240);
}

/** Seconds from now until something may be said again, in a wait that began at `since`. */
export function gapLeft(spoken: readonly Spoken[], since: Instant, now: Instant): number {
  const last = spoken.at(-1);
  if (!last) return 0;
  const gap = gapAfter((endOf(last) - since) / 1_000);
  return Math.max((endOf(last) - now) / 1_000 + gap, 0);
}

/** Whether `seconds` more may be spoken now: every stretch that ends with them stays within the budget. */
export function fits(spoken: readonly Spoken[], seconds: number, budget: SpeechBudget, now: Instant): boolean {
  const opens = now + seconds * 1_000 - budget.within * 1_000;
  const counted = spoken.filter((one) => !uncounted.has(one.what) && endOf(one) > opens);
  return counted.reduce((sum, one) => sum + one.seconds, 0) + seconds <= budget.seconds;
}

/** Speech that can still matter to a budget, and the last one in any case. */
export function stillCounting(spoken: readonly Spoken[], budget: SpeechBudget, now: Instant): readonly Spoken[] {
  const opens = now - budget.within * 1_000;
  return spoken.filter((one, index) => index === spoken.length - 1 || (!uncounted.has(one.what) && endOf(one) > opens));
}
