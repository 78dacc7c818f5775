import { areSame } from "../../../../routing/compare.ts";
import { isFields } from "../../../../routing/edits.ts";

/** What became of an item of a list. `name` is what it is known by there, `was` what it was known by before; places are from 0. */
export type ItemChange =
  | { readonly is: "added" | "removed"; readonly name: string; readonly place: number; readonly value: unknown }
  | {
      readonly is: "changed";
      readonly name: string;
      readonly place: number;
      readonly before: unknown;
      readonly after: unknown;
    }
  | { readonly is: "renamed"; readonly name: string; readonly was: string; readonly place: number }
  | { readonly is: "moved"; readonly name: string; readonly place: number; readonly behind: string | undefined };

type Item = { readonly name: string; readonly place: number; readonly value: unknown };

/** What became of the items of a list, each known by one of its fields, or a word by itself; of a list in which two are known alike, by its place. */
export function itemsChanged(
  before: readonly unknown[],
  after: readonly unknown[],
  knownBy: string | undefined,
): readonly ItemChange[] {
  const named = nameable(before, knownBy) && nameable(after, knownBy);
  const items = (list: readonly unknown[]): readonly Item[] =>
    list.map((value, place) => ({ name: named ? String(nameOf(value, knownBy)) : String(place + 1), place, value }));
  const [from, to] = [items(before), items(after)];
  const here = (all: readonly Item[], name: string) => all.find((one) => one.name === name);
  const gone = from.filter(({ name }) => !here(to, name));
  const come = to.filter(({ name }) => !here(from, name));
  const stayed = to.filter(({ name }) => here(from, name));
  const renamed = come.flatMap((one) => {
    const was = gone.find(
      ({ value }) => isFields(value) && areSame(without(value, knownBy), without(one.value, knownBy)),
    );
    return was ? [{ one, was }] : [];
  });
  const isNew = (one: Item) => !renamed.some((pair) => pair.one === one || pair.was === one);
  return [
    ...gone.filter(isNew).map(({ name, place, value }) => ({ is: "removed", name, place, value }) as const),
    ...renamed.map(({ one, was }) => ({ is: "renamed", name: one.name, was: was.name, place: one.place }) as const),
    ...come.filter(isNew).map(({ name, place, value }) => ({ is: "added", name, place, value }) as const),
    ...stayed.flatMap(({ name, place, value }) => {
      const was = here(from, name)?.value;
      return areSame(was, value) ? [] : [{ is: "changed", name, place, before: was, after: value } as const];
    }),
    ...(named ? movedAmong(stayed, (name) => here(from, name)?.place ?? 0) : []).map(
      ({ name, place }) => ({ is: "moved", name, place, behind: to[place - 1]?.name }) as const,
    ),
  ];
}

function nameable(list: readonly unknown[], knownBy: string | undefined): boolean {
  const names = list.map((value) => nameOf(value, knownBy));
  return names.every((name) => name !== undefined) && new Set(names).size === names.length;
}

function nameOf(value: unknown, knownBy: string | undefined): string | number | undefined {
  const name = isFields(value) ? (knownBy === undefined ? undefined : value[knownBy]) : value;
  return typeof name === "string" || typeof name === "number" ? name : undefined;
}

function without(value: unknown, field: string | undefined): unknown {
  if (!isFields(value) || field === undefined) return value;
  const { [field]: _, ...others } = value;
  return others;
}

/** The fewest that have to be moved for the others to stand in the order of before. */
function movedAmong(items: readonly Item[], placeBefore: (name: string) => number): readonly Item[] {
  // The longest run of items in their old order, by where it ends.
  const runs: (readonly Item[])[] = [];
  for (const item of items) {
    const fits = runs.filter((run) => placeBefore(run.at(-1)?.name ?? "") < placeBefore(item.name));
    runs.push([...longest(fits), item]);
  }
  const kept = new Set(longest(runs));
  return items.filter((item) => !kept.has(item));
}

const longest = (runs: readonly (readonly Item[])[]): readonly Item[] =>
  runs.reduce<readonly Item[]>((best, run) => (run.length > best.length ? run : best), []);
