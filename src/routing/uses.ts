import { LooseRouting } from "./check/loose.ts";
import { allNameUses, nameUses, type Facts, type NameKind } from "./check/names.ts";
import { promptUses } from "./check/prompts.ts";
import { areSame, type Path } from "./compare.ts";
import { isFields, namesAt, valueAt, withName, withValue } from "./edits.ts";
import { housePrompts } from "./prompts/house.ts";

export type { Facts, NameKind } from "./check/names.ts";

/** Where a source means something by its name, whether or not that is there: the fields that would have to change with it. */
export function usesOf(source: unknown, kind: NameKind, name: string): readonly Path[] {
  if (!isFields(source)) return [];
  const routing = LooseRouting.parse(source);
  const uses = [
    ...nameUses(routing),
    ...promptUses(routing).map(({ path, id }) => ({ path, kind: "prompts", name: id })),
  ];
  return uses.flatMap((use) => (use.kind === kind && use.name === name ? [use.path.map(step)] : []));
}

/** Stands for a name that is still to be chosen: none of a routing is like it. */
export const anyName = "any-name-that-is-none";

/**
 * The names that could stand at a path of a source, such as those of its queues where one is meant; none where no name is asked for.
 * A last step of `anyName` asks for the names that a field there could have.
 */
export function namesFor(source: unknown, path: Path, facts: Facts = {}): readonly string[] {
  const isField = path.at(-1) === anyName;
  const routing = LooseRouting.parse(withValue(source, path, isField ? (valueAt(source, path) ?? []) : anyName));
  const at = (use: { readonly path: readonly PropertyKey[] }) => areSame(use.path, path);
  if (promptUses(routing).some(at)) return promptsOf(source);
  const found = allNameUses(routing, facts).find(at);
  if (found) return found.names.filter((name) => name !== anyName);
  // Every language says the same prompts.
  return isField && path[0] === "prompts" && path.length === 3 ? [...promptsOf(source), ...housePrompts] : [];
}

const promptsOf = (source: unknown): readonly string[] => [
  ...new Set(
    languages(source)
      .flatMap((language) => namesAt(source, language))
      .filter((id) => id !== anyName),
  ),
];

/** A source in which something has another name, at its own place and wherever it is meant; the same source where that name is taken. */
export function renamed(source: unknown, kind: NameKind, from: string, to: string): unknown {
  const homes: readonly Path[] = kind === "prompts" ? languages(source) : [[kind]];
  if (homes.some((home) => namesAt(source, home).includes(to))) return source;
  const meant = usesOf(source, kind, from).reduce((done, path) => withValue(done, path, to), source);
  return homes.reduce((done, home) => {
    const named = valueAt(done, home);
    return isFields(named) && Object.hasOwn(named, from) ? withValue(done, home, withName(named, from, to)) : done;
  }, meant);
}

const languages = (source: unknown): readonly Path[] =>
  namesAt(source, ["prompts"]).map((language) => ["prompts", language]);

const step = (key: PropertyKey) => (typeof key === "number" ? key : String(key));
