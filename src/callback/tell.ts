import { localeOf, sentence, spokenTime, type Args, type TimeForm } from "../routing/prompts.ts";
import type { Instant, PromptId, RepId, Routing } from "../routing/routing.ts";
import { givenNow, type Callback, type CallbackFacts } from "./callback.ts";
import type { CallbackEffect } from "./effect.ts";
import type { NewGiven } from "./event.ts";
import { rulesOf } from "./schedule.ts";

/** The zone by whose clock a customer is told a time: the number's, where it lies in one alone; else the business's. */
export function zoneFor({ zones }: Pick<CallbackFacts, "zones">, routing: Routing): string {
  const [only, another] = zones;
  return only !== undefined && another === undefined ? only : routing.business.zone;
}

/** A time as the customer is told it, by the customer's own clock and in the customer's language. */
export function timeFor(
  callback: Pick<CallbackFacts, "zones" | "language">,
  at: Instant,
  routing: Routing,
  now: Instant,
  form: TimeForm = {},
): string {
  return spokenTime(at, zoneFor(callback, routing), localeOf(routing, callback.language), now, form);
}

/** A rep's name, as it is said; empty where there is none. */
export function nameOf(rep: RepId | undefined, routing: Routing): string {
  return rep === undefined ? "" : (routing.reps[rep]?.name ?? rep);
}

/** Whether the customer is texted: the queue sends texts, and the number takes them. */
export function takesTexts(callback: CallbackFacts, routing: Routing): boolean {
  return callback.texts && rulesOf(callback, routing).texts;
}

type Told = Pick<CallbackFacts, "kind" | "zones" | "language" | "owner" | "code">;

/** What a promise is told with as it is made: the time where one was said, and the receipt. */
export function confirmationArgs(callback: Told, { from, by }: NewGiven, routing: Routing, now: Instant): Args {
  const { kind, owner, code } = callback;
  const said = from ?? by;
  const at = said === undefined ? "" : timeFor(callback, said, routing, now, { by: from === undefined, written: true });
  return { kind, at, code, rep: nameOf(owner, routing), owned: owner === undefined ? "no" : "yes" };
}

/** Tells the customer of a promise as it is made; who has asked for it by text is answered anyway. */
export function confirmation(callback: Callback, routing: Routing, now: Instant): readonly CallbackEffect[] {
  const { madeBy } = callback;
  if (madeBy.who === "caller" && madeBy.via === "text") return [];
  const args = confirmationArgs(callback, givenNow(callback), routing, now);
  return textCustomer(callback, "callback-made-text", routing, args);
}

/** Texts that leave nothing to be looked at: the call is over, or is about to come. */
const unlinked = new Set(["callback-cancelled-text", "callback-gave-up-text", "callback-reminder-text"]);

/** Texts the customer, where the queue sends texts and the number takes them; otherwise nothing. */
export function textCustomer(
  callback: Callback,
  prompt: PromptId,
  routing: Routing,
  args: Args = {},
): readonly CallbackEffect[] {
  if (!takesTexts(callback, routing)) return [];
  const { to, from, language, code, owner } = callback;
  const rep = nameOf(owner, routing);
  const body = sentence(routing, language, prompt, { code, rep, owned: rep === "" ? "no" : "yes", ...args }).text;
  return [{ do: "text", to, from, body, ...(unlinked.has(prompt) ? {} : { page: code }) }];
}
