import type { LanguageCode } from "../routing.ts";

const wordsASecond = 2.5;
const sentenceEnd = 0.3;
const kept = 5_000;
const secondsByText = new Map<string, number>();

/** How long a text takes to say, in seconds, rather too long than too short. A digit counts as a word: "2026" as four. */
export function spokenSeconds({ text }: { readonly text: string }): number {
  const known = secondsByText.get(text);
  if (known !== undefined) return known;
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const wordCount = words.reduce((sum, word) => sum + Math.max(1, word.match(/\p{N}/gu)?.length ?? 0), 0);
  const ends = text.match(/[.!?…:;]+(?=\s|$)/g)?.length ?? 0;
  const seconds = wordCount / wordsASecond + ends * sentenceEnd;
  if (secondsByText.size >= kept) secondsByText.clear();
  secondsByText.set(text, seconds);
  return seconds;
}

const plus: Readonly<Record<string, string>> = { en: "plus", es: "más" };

/**
 * A phone number digit by digit, with a comma where a speaker breathes. A North American number is said without its
 * country code, any other with "plus" and all of it; what has no digits (a client, a withheld number) comes back as it is.
 */
export function spokenNumber(number: string, language: LanguageCode): string {
  const digits = number.replace(/\D/g, "");
  if (digits === "" || /[a-z]/i.test(number)) return number;
  const northAmerican = /^\+?1([2-9]\d{2})(\d{3})(\d{4})$/.exec(number.replace(/[^\d+]/g, ""));
  const groups = northAmerican ? northAmerican.slice(1) : threes(digits);
  const spoken = groups.map((group) => group.split("").join(" ")).join(", ");
  return number.startsWith("+") && !northAmerican ? `${plus[language] ?? "+"} ${spoken}` : spoken;
}

/** In groups of three, the last of two to four digits: a single digit at the end is easily missed. */
function threes(digits: string): readonly string[] {
  return digits.match(/\d{3}(?=\d{2})|\d+/g) ?? [];
}
