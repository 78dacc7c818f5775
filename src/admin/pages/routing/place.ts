import { parser } from "@lezer/json";
import type { Path } from "./path.ts";

/** A stretch of a text, in characters from its beginning. */
export type Stretch = { readonly from: number; readonly to: number };

type Tree = ReturnType<typeof parser.parse>;
export type Node = Tree["topNode"];

/** Many places are looked up in one text. */
let last: { readonly text: string; readonly tree: Tree } | undefined;
/** The tree of a text that need not be JSON yet. */
export function parse(text: string): Tree {
  if (last?.text !== text) last = { text, tree: parser.parse(text) };
  return last.tree;
}

/** Where a path leads to in the text of a JSON value: the name of the last field that there is on the way, or the item itself. */
export function placeOf(text: string, path: Path): Stretch {
  let value = parse(text).topNode.firstChild;
  let found: Stretch = { from: 0, to: value?.name === "Object" ? 1 : 0 };
  for (const step of path) {
    const next: Node | null = value && stepInto(value, step, text);
    if (!next) break;
    const named = next.name === "Property" ? next.firstChild : next;
    found = { from: (named ?? next).from, to: (named ?? next).to };
    value = next.name === "Property" ? next.lastChild : next;
  }
  // A whole object or list would be all too much to point at.
  const line = text.indexOf("\n", found.from);
  return line === -1 || line >= found.to ? found : { from: found.from, to: line };
}

function stepInto(value: Node, step: string | number, text: string): Node | null {
  if (typeof step === "number") return value.name === "Array" ? (childrenOf(value)[step] ?? null) : null;
  if (value.name !== "Object") return null;
  return value.getChildren("Property").find((one) => nameOf(one, text) === step) ?? null;
}

const punctuation = new Set(["[", "]", "{", "}", ",", "⚠"]);

/** What stands in a list. */
export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!punctuation.has(child.name)) children.push(child);
  return children;
}

/** The name of a field; undefined while it is half typed. */
export function nameOf(property: Node, text: string): string | undefined {
  const name = property.getChild("PropertyName");
  if (!name) return undefined;
  try {
    return String(JSON.parse(text.slice(name.from, name.to)));
  } catch {
    return undefined;
  }
}

/** What a text says as JSON; or where it ceases to be JSON. */
export function readJson(text: string): { readonly source: unknown } | { readonly broken: Stretch } {
  try {
    return { source: JSON.parse(text) as unknown };
  } catch {
    return { broken: brokenAt(text) };
  }
}

function brokenAt(text: string): Stretch {
  let broken: Stretch | undefined;
  parse(text).iterate({
    enter(node) {
      if (!broken && node.type.isError)
        broken = { from: node.from, to: Math.min(text.length, Math.max(node.to, node.from + 1)) };
    },
  });
  return broken ?? { from: 0, to: Math.min(1, text.length) };
}

/** The line of a place in a text, from 1. */
export function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}
