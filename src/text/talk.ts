import { spokenTime, sentence, type Args } from "../routing/prompts.ts";
import { zoneFor } from "../callback/tell.ts";
import type { Saying } from "../callback/said-time.ts";
import type { Instant, LanguageCode, PromptId, QueueId, Routing } from "../routing/routing.ts";
import type { Facts, Incoming, Offered } from "./conversation.ts";

/** What an answer goes by. `language` and `zones`: those of whoever has texted; a rep goes by the business's clock. */
export type Talk = {
  readonly text: Incoming;
  readonly language: LanguageCode;
  readonly zones: readonly string[];
  readonly facts: Facts;
  /** What was offered before, and can be taken still. */
  readonly offered?: Offered;
  readonly routing: Routing;
  readonly now: Instant;
};

/** A prompt as a text, in the language of whoever has texted. */
export function write({ language, routing }: Talk, prompt: PromptId, args?: Args): string {
  return sentence(routing, language, prompt, args).text;
}

/** A time by the clock of whoever has texted; `by`: as one that is not passed. */
export function when(talk: Talk, at: Instant, by = false): string {
  const { language, zones, routing, now } = talk;
  const locale = routing.business.languages[language]?.locale ?? "en-US";
  return spokenTime(at, zoneFor({ zones }, routing), locale, now, { by, written: true });
}

/** How a time in the text is to be understood. */
export function saying({ language, zones, routing }: Talk, queue: QueueId): Saying {
  return { zone: zoneFor({ zones }, routing), language, queue };
}
