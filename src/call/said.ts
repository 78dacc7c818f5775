import type { LanguageCode, MenuOption } from "../routing/routing.ts";

/** Words by which callers ask for a person, whatever the menu. */
const person: Readonly<Record<string, readonly string[]>> = {
  en: ["operator", "reception", "receptionist", "representative", "person", "human", "agent", "somebody", "someone"],
  es: ["operador", "operadora", "recepción", "representante", "persona", "agente", "alguien"],
};

/** The keys as they are called, from 1 to 9. */
const keyNames: Readonly<Record<string, readonly string[]>> = {
  en: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
  es: ["uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
};

/** Lower case, without accents and punctuation, each word between single spaces. */
function plain(words: string): string {
  const letters = words
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ");
  return ` ${letters.trim()} `;
}

function contains(heard: string, phrase: string): boolean {
  const wanted = plain(phrase);
  return wanted.trim() !== "" && heard.includes(wanted);
}

/** The option whose words were said; the longest match wins, two options equally matched are no match. */
export function optionSaid(
  words: string,
  language: LanguageCode,
  options: readonly MenuOption[],
): MenuOption | undefined {
  const heard = plain(words);
  const matches = options
    .map((option) => ({
      option,
      length: Math.max(0, ...matchesOf(option, language, heard).map((phrase) => plain(phrase).length)),
    }))
    .filter(({ length }) => length > 0)
    .toSorted((a, b) => b.length - a.length);
  const [best, second] = matches;
  return best && best.length > (second?.length ?? 0) ? best.option : undefined;
}

function matchesOf(option: MenuOption, language: LanguageCode, heard: string): readonly string[] {
  return [
    ...phrasesOf(option, language).filter((phrase) => contains(heard, phrase)),
    ...namesOf(option.key, language).filter((name) => heard === plain(name)),
  ];
}

function namesOf(key: string, language: LanguageCode): readonly string[] {
  const name = keyNames[language]?.[Number(key) - 1];
  return name === undefined ? [key] : [key, name];
}

/** What an option can be called in a language; another language may be asked for in any. */
export function phrasesOf(option: MenuOption, language: LanguageCode): readonly string[] {
  return option.language === undefined ? (option.says[language] ?? []) : Object.values(option.says).flat();
}

/** Whether the caller asked for a person, in words that are not those of an option: "travel agent" may be one. */
export function personSaid(words: string, language: LanguageCode, options: readonly MenuOption[]): boolean {
  const heard = options
    .flatMap((option) => matchesOf(option, language, plain(words)))
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, phrase) => rest.replaceAll(plain(phrase), " "), plain(words));
  return [...(person["en"] ?? []), ...(person[language] ?? [])].some((phrase) => contains(heard, phrase));
}
