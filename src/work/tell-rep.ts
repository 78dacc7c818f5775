import { sentence, type Args } from "../routing/prompts.ts";
import { repLanguage } from "../call/speech.ts";
import type { PromptId, RepId, Routing } from "../routing/routing.ts";
import type { NewEffect } from "../store/store.ts";

/** A text to a rep, in a language that the rep speaks; none where the rep's address takes no texts. */
export function textToRep(rep: RepId, prompt: PromptId, args: Args, routing: Routing): readonly NewEffect[] {
  const who = routing.reps[rep];
  if (!who?.address.startsWith("+")) return [];
  const body = sentence(routing, repLanguage(routing, rep), prompt, args).text;
  return [{ lane: `text ${rep}`, effect: { do: "text", to: who.address, from: routing.business.callerId, body } }];
}
