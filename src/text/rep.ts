import { givenNow, type Callback } from "../callback/callback.ts";
import type { RepDid } from "../call/effect.ts";
import type { RepId } from "../routing/routing.ts";
import type { Answered } from "./conversation.ts";
import { promise, takePromise } from "./rep-promise.ts";
import { when, write, type Talk } from "./talk.ts";

/** The words of a rep's text, whatever the case, in every language of the house. */
const presences: readonly (readonly [RegExp, RepDid, state: string])[] = [
  [/^(in|entrar|dentro)\W*$/iu, "signed-in", "in"],
  [/^(out|salir|fuera)\W*$/iu, "signed-out", "out"],
  [/^(break|pausa|descanso)\W*$/iu, "on-break", "break"],
];
const orders = {
  promise: /^(?:promise|prometo|prometer)(?!\p{L})(?<rest>.*)$/isu,
  news: /^(?:news|noticias?|novedad(?:es)?)(?!\p{L})(?<rest>.*)$/isu,
  owe: /^(?:owe|debo)(?!\p{L})/iu,
  yes: /^(?:yes|si|sí)\W*$/iu,
} as const;
/** So many of what is owed are listed. */
const listed = 8;

/** What a rep's text does, and what is answered. */
export function repText(talk: Talk, rep: RepId): Answered {
  const body = talk.text.body.trim();
  const [, did, state] = presences.find(([words]) => words.test(body)) ?? [];
  if (did !== undefined) return { answer: write(talk, "desk-state", { state: state ?? "" }), did };
  const promised = orders.promise.exec(body)?.groups?.["rest"];
  if (promised !== undefined) return promise(talk, rep, promised.trim());
  const told = orders.news.exec(body)?.groups?.["rest"];
  if (told !== undefined) return news(talk, rep, told.trim());
  if (orders.owe.test(body)) return { answer: owed(talk, rep) };
  if (orders.yes.test(body) && talk.offered) return takePromise(talk, rep, talk.offered);
  return { answer: write(talk, "desk-text-help") };
}

/** The state of the news that a customer waits for: whoever rings the customer, or is rung, has it. */
function news(talk: Talk, rep: RepId, rest: string): Answered {
  const [, code, words = ""] = /^(\d{6})(?!\d)[\s:,.]*(.*)$/su.exec(rest) ?? [];
  if (code === undefined || words === "") return { answer: write(talk, "text-news-help") };
  const callback = talk.facts.owed.ofCode(code);
  if (!callback) return { answer: write(talk, "text-no-receipt") };
  if (!talk.facts.durable) return { answer: write(talk, "text-not-noted") };
  const event = { type: "news", news: { rep, text: words } } as const;
  return {
    answer: write(talk, "text-news-noted", { caller: callback.to, code }),
    tellings: [{ id: callback.id, event }],
  };
}

function owed(talk: Talk, rep: RepId): string {
  const all = talk.facts.owes(rep);
  const lines = all.slice(0, listed).map((callback) => line(talk, callback));
  const more = all.length - lines.length;
  return [write(talk, "text-owed", { many: all.length, more }), ...lines].join("\n");
}

function line(talk: Talk, callback: Callback): string {
  const { to, code, note, about, language } = callback;
  const { by } = givenNow(callback);
  const at = by === undefined ? "" : when(talk, by, true);
  const what = note?.text ?? (about === undefined ? "" : write({ ...talk, language }, about));
  return write(talk, "text-owed-line", { at, caller: to, what, known: what === "" ? "no" : "yes", code });
}
