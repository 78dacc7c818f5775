import type { Path } from "../path.ts";
import { childrenOf, nameOf, parse, type Node, type Stretch } from "../place.ts";

/** Where in the text of a JSON value the cursor stands. */
export type Where = {
  /** What is being written: the name of a field, or a value. */
  readonly writes: "name" | "value";
  /** Of a name, the object that it is in; of a value, its own place. */
  readonly path: Path;
  /** What of it is written so far, with its quotes. */
  readonly stretch: Stretch;
  /** The fields that the object has besides. */
  readonly others: readonly string[];
};

/** What a text says as JSON as far as it says anything: what is half typed is undefined. */
export function readLoosely(text: string): unknown {
  const { firstChild } = parse(text).topNode;
  return firstChild ? valueOf(firstChild, text) : undefined;
}

function valueOf(node: Node, text: string): unknown {
  switch (node.name) {
    case "Object":
      return Object.fromEntries(
        node.getChildren("Property").flatMap((property) => {
          const name = nameOf(property, text);
          const value = property.lastChild;
          return name === undefined || !value || value.name === "PropertyName" ? [] : [[name, valueOf(value, text)]];
        }),
      );
    case "Array":
      return childrenOf(node).map((item) => valueOf(item, text));
    case "String":
    case "Number":
    case "True":
    case "False":
    case "Null":
      return JSON.parse(text.slice(node.from, node.to));
    default:
      return undefined;
  }
}

/** What is written at a place of a text; undefined where nothing could be. */
export function whereIs(text: string, at: number): Where | undefined {
  const stretch = tokenAt(text, at);
  const before = text.slice(0, stretch.from).trimEnd();
  const node = parse(text).resolveInner(before.length, -1);
  const outer = enclosing(node);
  if (!outer) return undefined;
  if (before.endsWith(":")) {
    const property = upTo(node, ["Property"]);
    const name = property && nameOf(property, text);
    return name === undefined || !property?.parent
      ? undefined
      : { writes: "value", path: [...pathOf(property.parent, text), name], stretch, others: [] };
  }
  const path = pathOf(outer, text);
  if (outer.name === "Array" && /[[,]$/.test(before)) {
    const place = childrenOf(outer).filter(({ to }) => to <= stretch.from).length;
    return { writes: "value", path: [...path, place], stretch, others: [] };
  }
  if (outer.name !== "Object" || !/[{,]$/.test(before)) return undefined;
  const others = outer
    .getChildren("Property")
    .flatMap((one) => (one.from === stretch.from ? [] : (nameOf(one, text) ?? [])));
  return { writes: "name", path, stretch, others };
}

/** The path of what stands at a place, be it a name or a value; undefined between two. */
export function pathAt(text: string, at: number): { readonly path: Path; readonly stretch: Stretch } | undefined {
  const inner = parse(text).resolveInner(at, 1);
  const node = leaves.includes(inner.name) ? inner : parse(text).resolveInner(at, -1);
  return leaves.includes(node.name)
    ? { path: pathOf(node, text), stretch: { from: node.from, to: node.to } }
    : undefined;
}

const leaves = ["PropertyName", "String", "Number", "True", "False", "Null"];

/** The word, or the text in quotes, that the cursor is in; an empty stretch where it is in none. */
function tokenAt(text: string, at: number): Stretch {
  const node = parse(text).resolveInner(at, -1);
  const quoted = node.name === "PropertyName" || node.name === "String";
  if (quoted && node.from < at && at < node.to) return { from: node.from, to: node.to };
  if (quoted && at === node.to) return { from: at, to: at };
  const begun = /"?[\w.+-]*$/.exec(text.slice(0, at))?.[0] ?? "";
  const rest = /^[\w.+-]*"?/.exec(text.slice(at))?.[0] ?? "";
  const from = at - begun.length;
  // Where no quote was opened, one that follows belongs to something else.
  return { from, to: at + (begun.startsWith('"') ? rest : rest.replace('"', "")).length };
}

function upTo(node: Node, names: readonly string[]): Node | undefined {
  for (let one: Node | null = node; one; one = one.parent) if (names.includes(one.name)) return one;
  return undefined;
}

/** The object or list that a place is in: after its end it is in the one around. */
function enclosing(node: Node): Node | undefined {
  const outer = upTo(node, ["Object", "Array"]);
  const closed = outer && (node.name === "}" || node.name === "]") && node.parent?.from === outer.from;
  return closed ? (outer.parent ? upTo(outer.parent, ["Object", "Array"]) : undefined) : outer;
}

function pathOf(node: Node, text: string): Path {
  const path: (string | number)[] = [];
  for (let one: Node = node; one.parent; one = one.parent) {
    if (one.name === "Property") path.unshift(nameOf(one, text) ?? "");
    if (one.parent.name === "Array") path.unshift(childrenOf(one.parent).findIndex(({ from }) => from === one.from));
  }
  return path;
}
