import { isFields, valueAt } from "../../../../routing/edits.ts";
import { promptGroups } from "../../../../routing/prompts/groups.ts";
import { houseMessage } from "../../../../routing/prompts/house.ts";

/** One prompt as a list shows it. */
export type PromptEntry = {
  readonly id: string;
  /** What it says in each language of the business, in their order; undefined where it has no words. */
  readonly words: readonly (string | undefined)[];
  /** One of Holdfast's own, by the title of its group; undefined: the routing's. */
  readonly group: string | undefined;
  /** One of Holdfast's own that says something else in this routing. */
  readonly isReworded: boolean;
  /** The languages in which it has no words. */
  readonly lacks: readonly string[];
};
/** Which prompts a list shows. */
export type Shown = "all" | "own" | "reworded" | "lacking";

/** What a draft says by a prompt in a language: the words, and the file where it is a recording; undefined where it says nothing of its own. */
export function ownWords(
  source: unknown,
  language: string,
  id: string,
): { readonly words: string; readonly file?: string } | undefined {
  const value = valueAt(source, ["prompts", language, id]);
  if (typeof value === "string") return { words: value };
  if (!isFields(value)) return undefined;
  const { words, file } = value;
  return { words: typeof words === "string" ? words : "", ...(typeof file === "string" ? { file } : {}) };
}

/** Every prompt of a draft: the routing's own first, then Holdfast's in their order. */
export function promptEntries(source: unknown, languages: readonly string[]): readonly PromptEntry[] {
  const written = valueAt(source, ["prompts"]);
  const all = Object.values(isFields(written) ? written : {}).flatMap((prompts) =>
    Object.keys(isFields(prompts) ? prompts : {}),
  );
  const house = new Set(promptGroups.flatMap(({ prompts }) => prompts));
  const own = [...new Set(all)].filter((id) => !house.has(id));
  const entry = (id: string, group: string | undefined): PromptEntry => {
    const words = languages.map((language) => ownWords(source, language, id)?.words ?? houseMessage(language, id));
    return {
      id,
      words,
      group,
      isReworded: group !== undefined && languages.some((language) => ownWords(source, language, id) !== undefined),
      lacks: languages.filter((_, place) => words[place] === undefined),
    };
  };
  return [
    ...own.map((id) => entry(id, undefined)),
    ...promptGroups.flatMap(({ title, prompts }) => prompts.map((id) => entry(id, title))),
  ];
}

/** Those entries that a search finds, in their names or their words in any language. Accents and case are the same to it. */
export function foundIn(entries: readonly PromptEntry[], search: string, shown: Shown): readonly PromptEntry[] {
  const sought = plain(search)
    .split(/\s+/)
    .filter((word) => word !== "");
  return entries.filter((entry) => {
    const { id, words, group, isReworded, lacks } = entry;
    const isShown = { all: true, own: group === undefined, reworded: isReworded, lacking: lacks.length > 0 }[shown];
    if (!isShown) return false;
    const text = plain([id, group ?? "", ...words].join(" "));
    return sought.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
