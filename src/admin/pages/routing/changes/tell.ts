import { areSame } from "../../../../routing/compare.ts";
import { isFields } from "../../../../routing/edits.ts";
import type { Path } from "../path.ts";
import { ruleAt } from "../rules.ts";
import { itemsChanged } from "./lists.ts";
import { itemsOf, labelOf } from "./labels.ts";
import { placesIn, type Place } from "./places.ts";
import { isDestination, valueInWords } from "./value-in-words.ts";
import { wordsChanged, type Piece } from "./words.ts";

/** One thing that became another, in words. `from` and `to`: of what changed; `words`: of a text, word by word. */
export type Line = {
  readonly is: "added" | "removed" | "moved" | "changed";
  /** What of the place it is; empty: the whole of it. */
  readonly what: string;
  readonly from?: string;
  readonly to?: string;
  readonly words?: readonly Piece[];
};

/** All that changed in one place of the routing, such as a menu, a rep or a prompt in a language. */
export type Told = { readonly path: Path; readonly name: string; readonly lines: readonly Line[] };

/** What differs between two routings, place by place, in words. */
export function tell(before: unknown, after: unknown): readonly Told[] {
  const told = placesIn(before, after).flatMap(({ path, name, from, to, was }: Place): readonly Told[] => {
    if (was !== undefined)
      return [{ path, name, lines: [{ is: "changed", what: "name", from: was, to: String(path.at(-1)) }] }];
    const lines = linesOf({ path, from, to, what: "" }, { before, after });
    return lines.length === 0 ? [] : [{ path, name, lines }];
  });
  return told;
}

type Pair = { readonly path: Path; readonly from: unknown; readonly to: unknown; readonly what: string };
type Wholes = { readonly before: unknown; readonly after: unknown };

function linesOf(pair: Pair, wholes: Wholes): readonly Line[] {
  const { path, what } = pair;
  const [from, to] = [plainPrompt(pair.from, path), plainPrompt(pair.to, path)];
  if (areSame(from, to)) return [];
  const said = (value: unknown) => valueInWords(value, path);
  if (from === undefined || to === undefined) {
    const usual = what === "" ? undefined : ruleAt(from === undefined ? wholes.after : wholes.before, path)?.usual;
    if (usual !== undefined && !isFields(usual)) {
      const words = (value: unknown) => (value === undefined ? `${said(usual)} (as usual)` : said(value));
      return areSame(from ?? usual, to ?? usual) ? [] : [{ is: "changed", what, from: words(from), to: words(to) }];
    }
    return from === undefined
      ? [{ is: "added", what, to: said(pair.to) }]
      : [{ is: "removed", what, from: said(pair.from) }];
  }
  if (isList(from) && isList(to) && !isWhole(path)) return listLines({ ...pair, from, to }, wholes);
  if (isFields(from) && isFields(to) && !isDestination(from) && !isDestination(to))
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((name) => {
      const inner = [...path, name];
      return linesOf({ path: inner, from: from[name], to: to[name], what: joined(what, labelOf(inner)) }, wholes);
    });
  if (typeof from === "string" && typeof to === "string" && /\s/.test(from) && /\s/.test(to))
    return [{ is: "changed", what, words: wordsChanged(from, to) }];
  return [{ is: "changed", what, from: said(from), to: said(to) }];
}

function listLines(
  pair: Pair & { readonly from: readonly unknown[]; readonly to: readonly unknown[] },
  wholes: Wholes,
): readonly Line[] {
  const { path, from, to, what } = pair;
  const { knownBy, called } = itemsOf(path);
  // What every item is called by itself needs no name of the list besides.
  const named = (name: string) =>
    knownBy === undefined ? joined(what, name) : joined(what === "options" ? "" : what, called(name));
  return itemsChanged(from, to, knownBy).flatMap((item): readonly Line[] => {
    const inner = [...path, item.place];
    switch (item.is) {
      case "added":
      case "removed": {
        const words = isFields(item.value)
          ? { [item.is === "added" ? "to" : "from"]: valueInWords(item.value, inner) }
          : {};
        return [{ is: item.is, what: named(item.name), ...words }];
      }
      case "renamed":
        return [{ is: "changed", what: named(item.was), to: called(item.name) }];
      case "moved":
        return [
          {
            is: "moved",
            what: named(item.name),
            to: item.behind === undefined ? "first" : `behind ${called(item.behind)}`,
          },
        ];
      case "changed":
        return linesOf({ path: inner, from: item.before, to: item.after, what: named(item.name) }, wholes);
      default:
        return item satisfies never;
    }
  });
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
/** Lists that are one thing: the openings of a day, from when to when. */
const isWhole = (path: Path) => path.at(-2) === "weekly" || ["open", "daytime"].includes(String(path.at(-1)));

/** A prompt with a recording and one without are compared by both. */
function plainPrompt(value: unknown, path: Path): unknown {
  return path[0] === "prompts" && path.length === 3 && typeof value === "string" ? { words: value } : value;
}

const joined = (...parts: readonly string[]) => parts.filter((part) => part !== "").join(", ");
