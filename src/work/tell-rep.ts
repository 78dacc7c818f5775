import { repLanguage } from "../call/speech.ts";
import { sentence, type Args } from "../routing/prompts.ts";
import type { LanguageCode, PromptId, RepId, Routing } from "../routing/routing.ts";
import type { NewEffect } from "../store/store.ts";

/** What a notice is about, for the subject of a mail. */
export type About = "promise" | "voicemail" | "abuse";

/** Tells a rep, in a language that the rep speaks: by text where the address takes texts, and by mail where there is one. */
export function tellRep(
  rep: RepId,
  about: About,
  prompt: PromptId,
  args: Args,
  routing: Routing,
): readonly NewEffect[] {
  const { email } = routing.reps[rep] ?? {};
  return [
    ...textToRep(rep, prompt, args, routing),
    ...(email === undefined ? [] : [mailTo(email, repLanguage(routing, rep), about, prompt, args, routing)]),
  ];
}

/** A text to a rep, in a language that the rep speaks; none where the rep's address takes no texts. */
export function textToRep(rep: RepId, prompt: PromptId, args: Args, routing: Routing): readonly NewEffect[] {
  const who = routing.reps[rep];
  if (!who?.address.startsWith("+")) return [];
  const body = sentence(routing, repLanguage(routing, rep), prompt, args).text;
  return [{ lane: `text ${rep}`, effect: { do: "text", to: who.address, from: routing.business.callerId, body } }];
}

/** Tells the admins by mail, where the business has an address for it. */
export function tellAdmins(about: About, prompt: PromptId, args: Args, routing: Routing): readonly NewEffect[] {
  const { email, language } = routing.business;
  return email === undefined ? [] : [mailTo(email, language, about, prompt, args, routing)];
}

function mailTo(
  to: string,
  language: LanguageCode,
  about: About,
  prompt: PromptId,
  args: Args,
  routing: Routing,
): NewEffect {
  const subject = sentence(routing, language, "mail-subject", { about }).text;
  const body = sentence(routing, language, prompt, args).text;
  return { lane: `mail ${to}`, effect: { do: "mail", to, subject, body } };
}
