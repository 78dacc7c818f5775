import type { Path } from "./compare.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at a path of a JSON value; undefined where nothing does. */
export function valueAt(source: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return typeof step === "number" ? (value as readonly unknown[])[step] : undefined;
    return isFields(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, source);
}

/**
 * A JSON value with another value at a path. What is not there on the way comes to be; undefined takes away what stands there, of a
 * list so that the rest moves up, and leaves an object on the way empty rather than taking it away.
 */
export function withValue(source: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (value === undefined && valueAt(source, path) === undefined) return source;
  if (typeof step === "number") return withItem(Array.isArray(source) ? (source as unknown[]) : [], step, rest, value);
  const fields = isFields(source) ? source : {};
  const inner = withValue(Object.hasOwn(fields, step) ? fields[step] : undefined, rest, value);
  if (inner !== undefined) return { ...fields, [step]: inner };
  const { [step]: _, ...others } = fields;
  return others;
}

function withItem(items: readonly unknown[], at: number, rest: Path, value: unknown): readonly unknown[] {
  const inner = withValue(items[at], rest, value);
  return inner === undefined ? items.toSpliced(at, 1) : items.toSpliced(at, 1, inner);
}

/** A list in which an item has moved to another place; the same list where there is no such place. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const [item] = items.slice(from, from + 1);
  if (item === undefined || to < 0 || to >= items.length) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** An object in which one field has another name, at the same place. */
export function withName(fields: Fields, from: string, to: string): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name === from ? to : name, value]));
}

/** The names of what an object at a path holds. */
export function namesAt(source: unknown, path: Path): readonly string[] {
  const value = valueAt(source, path);
  return isFields(value) ? Object.keys(value) : [];
}

/** A name that is not among those that there are: `sales`, then `sales-2`. */
export function freeName(wanted: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.includes(name)) return name;
  }
}
