import { localeOf } from "../routing/prompts.ts";
import type { LanguageCode, Routing } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import type { Heard } from "./verb.ts";

/** What everybody who calls is told first while something is wrong, by language. */
export type StormMessage = Readonly<Record<LanguageCode, string>>;

/** The storm message in the caller's language, else in the business's; nothing where there is none. */
export function stormWords({ language }: Call, storm: StormMessage = {}, routing: Routing): readonly Heard[] {
  const { business } = routing;
  const spoken = storm[language] === undefined ? business.language : language;
  const [text, voice] = [storm[spoken], business.languages[spoken]?.voice];
  if (text === undefined || voice === undefined) return [];
  return [{ verb: "say", sentence: { text, locale: localeOf(routing, spoken), voice } }];
}
