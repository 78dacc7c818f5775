import { promptUses } from "../check/prompts.ts";
import { fault, type Path, type RoutingFault } from "../check/fault.ts";
import { languagesOf, LooseRouting } from "../check/loose.ts";
import { reachOf } from "../prompts/groups.ts";
import { houseLanguage, houseMessage, housePrompts } from "../prompts/house.ts";
import { compile } from "../prompts/message.ts";
import { variantsOf } from "../prompts/sample.ts";
import { spokenSeconds } from "../prompts/spoken.ts";
import { overBudget } from "./budget.ts";
import { stockPhrases } from "./stock-phrases.ts";

/** One prompt in one language, as far as it can be said at all. */
export type Text = {
  readonly path: Path;
  readonly language: string;
  readonly id: string;
  readonly words: string;
  readonly isHeard: boolean;
  /** What it can say, with sample arguments. */
  readonly variants: readonly string[];
};

/** Seconds of one sentence after which the ear has lost its beginning. */
export const longestSentence = 12;

/**
 * What could be said better in a routing's own texts: stock phrases, sentences too long for the ear or for the wait, texts that are the
 * same in two languages, arguments that the usual words tell and these do not. Nothing of it keeps a routing from being published.
 */
export function textWarnings(source: unknown): readonly RoutingFault[] {
  const routing = LooseRouting.parse(source);
  const texts = textsOf(routing);
  return [
    ...texts.flatMap((text) => [...stock(text), ...long(text), ...untold(text)]),
    ...overBudget(routing, texts),
    ...untranslated(routing, texts),
    ...borrowed(routing),
  ];
}

function textsOf(routing: LooseRouting): readonly Text[] {
  const written = new Set(
    promptUses(routing).flatMap(({ path, id }) =>
      id !== undefined && ["body", "details"].includes(String(path.at(-1))) ? [id] : [],
    ),
  );
  return Object.entries(routing.prompts).flatMap(([language, all]) =>
    Object.entries(all).flatMap(([id, prompt]): readonly Text[] => {
      if (prompt === undefined) return [];
      const recorded = typeof prompt !== "string";
      const words = recorded ? prompt.words : prompt;
      const path = ["prompts", language, id, ...(recorded ? ["words"] : [])];
      const variants = sayable(words, language, routing.business.name);
      const isHeard = (reachOf(id) ?? (written.has(id) ? "text" : "ear")) === "ear";
      return variants ? [{ path, language, id, words, isHeard, variants }] : [];
    }),
  );
}

/** What a message can say; undefined where it does not parse, of which the check tells. */
function sayable(words: string, language: string, business = "Bright Kettle"): readonly string[] | undefined {
  try {
    return variantsOf(words, houseLanguage(language)?.locale ?? language, business);
  } catch (cause) {
    if (cause instanceof Error) return undefined;
    throw cause;
  }
}

function stock({ path, language, words }: Text): readonly RoutingFault[] {
  return stockPhrases(words, language).map(({ words: found, instead }) => fault(path, `“${found}”: ${instead}`));
}

function long({ path, isHeard, variants }: Text): readonly RoutingFault[] {
  if (!isHeard) return [];
  const sentences = variants.flatMap((text) => text.match(/[^.!?…]+[.!?…]*/g) ?? []);
  const [longest] = sentences
    .map((text) => ({ text: text.trim(), seconds: spokenSeconds({ text }) }))
    .toSorted((a, b) => b.seconds - a.seconds);
  if (!longest || longest.seconds <= longestSentence) return [];
  const begins = longest.text.split(/\s+/).slice(0, 5).join(" ");
  const seconds = Math.round(longest.seconds);
  return [
    fault(
      path,
      `the sentence “${begins} …” takes about ${seconds} s to say, and the ear forgets how it began: make two of it`,
    ),
  ];
}

/** What the usual words tell, and these do not. */
function untold({ path, language, id, words }: Text): readonly RoutingFault[] {
  const usual = houseMessage(language, id) ?? houseMessage("en", id);
  if (usual === undefined) return [];
  const named = (source: string) => new Set(compile(source, "en").needs.map(({ name }) => name));
  const told = named(words);
  const missing = [...named(usual)].filter((name) => name !== "business" && !told.has(name));
  return missing.map((name) =>
    fault(path, `the usual words go by {${name}}, these do not: see that nothing is missing`),
  );
}

/** The fewest words that two languages do not share by chance, as they do a name. */
const fewestWords = 3;

function untranslated({ business }: LooseRouting, texts: readonly Text[]): readonly RoutingFault[] {
  const bare = ({ words }: Text) =>
    words
      .replace(/https?:\S+|\{[^{}]*\}/g, " ")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const first = new Map<string, Text>();
  const inOrder = texts.toSorted(
    (a, b) => Number(b.language === business.language) - Number(a.language === business.language),
  );
  return inOrder.flatMap((text) => {
    const words = bare(text);
    const key = `${text.id} ${words.join(" ")}`;
    const other = first.get(key);
    if (!other) first.set(key, text);
    if (!other || words.length < fewestWords) return [];
    return [fault(text.path, `this says the same in "${text.language}" as in "${other.language}": translate it`)];
  });
}

/** Languages in which Holdfast has no words of its own, and the routing not all. */
function borrowed(routing: LooseRouting): readonly RoutingFault[] {
  return languagesOf(routing).flatMap((language) => {
    if (houseLanguage(language)) return [];
    const own = routing.prompts[language] ?? {};
    const missing = housePrompts.filter((id) => !Object.hasOwn(own, id)).length;
    if (missing === 0) return [];
    const instead = routing.business.language ?? "en";
    return [
      fault(
        ["prompts", language],
        `${missing} of Holdfast's own sentences have no words in "${language}": callers hear them in "${houseLanguage(instead) ? instead : "en"}"`,
      ),
    ];
  });
}
