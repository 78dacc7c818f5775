import { LooseRouting } from "./check/loose.ts";
import { nameUses, type NameKind } from "./check/names.ts";
import { promptUses } from "./check/prompts.ts";
import type { Path } from "./compare.ts";
import { isFields, namesAt, valueAt, withName, withValue } from "./edits.ts";

export type { NameKind } from "./check/names.ts";

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
