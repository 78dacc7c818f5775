import { houseLanguage, houseMessage } from "./prompts/house.ts";
export type { Args } from "./prompts/message.ts";
export { spokenNumber, spokenSeconds } from "./prompts/spoken.ts";
export { spokenTime, type TimeForm } from "./prompts/time.ts";
import { compile, type Args, type Message } from "./prompts/message.ts";
import type { LanguageCode, PromptId, Routing } from "./routing.ts";

/** A sentence ready to be said or played: `file` is a recording that says `text`. */
export type Sentence = {
  readonly text: string;
  readonly locale: string;
  readonly voice: string;
  readonly file?: string;
};

type Ready = { readonly message: Message; readonly fixed: Sentence };
const readyByRouting = new WeakMap<Routing, Map<string, Ready>>();

/** How a language of the business is written there: its locale. */
export function localeOf({ business }: Routing, language: LanguageCode): string {
  return own(business.languages, language)?.locale ?? "en-US";
}

/**
 * What a prompt says in a language: the routing's words, else Holdfast's own, else the same in the business's language,
 * else Holdfast's English. `{business}` is always given. Throws, as for any bug, where the prompt exists nowhere or an
 * argument is missing.
 */
export function sentence(routing: Routing, language: LanguageCode, prompt: PromptId, args: Args = {}): Sentence {
  let ofRouting = readyByRouting.get(routing);
  if (!ofRouting) readyByRouting.set(routing, (ofRouting = new Map()));
  const key = `${language} ${prompt}`;
  let ready = ofRouting.get(key);
  if (!ready) ofRouting.set(key, (ready = prepare(routing, language, prompt)));
  if (ready.message.needs.length === 0) return ready.fixed;
  return { ...ready.fixed, text: ready.message.format({ business: routing.business.name, ...args }) };
}

function prepare(routing: Routing, language: LanguageCode, prompt: PromptId): Ready {
  const found =
    wordsIn(routing, language, prompt) ??
    wordsIn(routing, routing.business.language, prompt) ??
    wordsIn(routing, "en", prompt);
  if (!found) throw new Error(`there is no prompt "${prompt}", neither in the routing nor among Holdfast's own`);
  const { words, ...voice } = found;
  const message = compile(words, voice.locale);
  return { message, fixed: { text: message.needs.length === 0 ? message.format({}) : words, ...voice } };
}

function wordsIn(routing: Routing, language: LanguageCode, prompt: PromptId) {
  const voice = own(routing.business.languages, language) ?? houseLanguage(language);
  const ours = own(own(routing.prompts, language) ?? {}, prompt) ?? houseMessage(language, prompt);
  if (!voice || ours === undefined) return undefined;
  const { words, ...file } = typeof ours === "string" ? { words: ours } : ours;
  return { words, locale: voice.locale, voice: voice.voice, ...file };
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
