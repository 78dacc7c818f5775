import type { Callback } from "../callback/callback.ts";
import { givenNow } from "../callback/callback.ts";
import type { CallbackEffect } from "../callback/effect.ts";
import { nameOf, timeFor } from "../callback/tell.ts";
import { leadsOf, repsToTell, type AtWork } from "../callback/told.ts";
import { repLanguage } from "../call/speech.ts";
import { sentence, type Args } from "../routing/prompts.ts";
import type { Instant, RepId, Routing } from "../routing/routing.ts";
import type { NewEffect } from "../store/store.ts";
import { tellRep } from "./tell-rep.ts";

/** So many calls that are owed are named. */
const named = 5;

/** The reminder of a promise to those whom it reaches, each in a language of theirs. */
export function reminders(
  callback: Callback,
  { whom, prompt }: Extract<CallbackEffect, { readonly do: "tell-reps" }>,
  atWork: AtWork,
  routing: Routing,
  now: Instant,
): readonly NewEffect[] {
  return repsToTell(callback, whom, atWork, routing).flatMap(({ rep, as }) =>
    tellRep(rep, "promise", prompt, { as, ...wordsOf(callback, rep, routing, now) }, routing),
  );
}

/** A rep has gone home and owes calls: the rep is told which, and so are the leads. */
export function leftOwing(rep: RepId, owed: readonly Callback[], routing: Routing, now: Instant): readonly NewEffect[] {
  if (owed.length === 0) return [];
  const others = leadsOf(routing).filter((lead) => lead !== rep);
  return [rep, ...others].flatMap((one) => {
    const lines = owed.slice(0, named).map((callback) => {
      const words = wordsOf(callback, one, routing, now);
      return sentence(routing, repLanguage(routing, one), "text-owed-line", words).text;
    });
    const more = owed.length - lines.length;
    const args = { rep: nameOf(rep, routing), own: one === rep ? "yes" : "no", many: owed.length, more };
    return tellRep(one, "promise", "left-owing-text", { ...args, calls: lines.join("\n") }, routing);
  });
}

/** Whom, by when by the business's clock, and what for, in words for a rep. */
function wordsOf(callback: Callback, rep: RepId, routing: Routing, now: Instant): Args {
  const language = repLanguage(routing, rep);
  const { by } = givenNow(callback);
  const { note, about, to, code, owner } = callback;
  const what = note?.text ?? (about === undefined ? "" : sentence(routing, language, about).text);
  return {
    caller: to,
    rep: nameOf(owner, routing),
    at: by === undefined ? "" : timeFor({ zones: [], language }, by, routing, now, { by: true, written: true }),
    what,
    known: what === "" ? "no" : "yes",
    spoken: note?.recording === undefined ? "no" : "yes",
    code,
  };
}
