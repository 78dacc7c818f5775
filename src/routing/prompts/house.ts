import { en } from "./en.ts";
import { es } from "./es.ts";

type HouseLanguage = {
  readonly locale: string;
  readonly voice: string;
  readonly prompts: Readonly<Record<string, string>>;
};

/** The languages that Holdfast's own sentences are written in. Locale and voice serve where the business has set none. */
const house: Readonly<Record<string, HouseLanguage>> = {
  en: { locale: "en-US", voice: "Polly.Joanna-Neural", prompts: en },
  es: { locale: "es-US", voice: "Polly.Lupe-Neural", prompts: es },
};

/** Holdfast's own language under this code, if it has one. */
export function houseLanguage(language: string): HouseLanguage | undefined {
  return Object.hasOwn(house, language) ? house[language] : undefined;
}

/** Holdfast's own message in that language, if it has one. */
export function houseMessage(language: string, prompt: string): string | undefined {
  const prompts = houseLanguage(language)?.prompts;
  return prompts && Object.hasOwn(prompts, prompt) ? prompts[prompt] : undefined;
}

/** The ids of everything that Holdfast itself says. */
export const housePrompts: readonly string[] = Object.keys(en);
