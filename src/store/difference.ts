type Fields = Readonly<Record<string, unknown>>;

/**
 * How a value became another: only what is new. Both are JSON that nobody changes in place, so that a part which is the
 * same object is taken as the same, and is not looked into.
 */
export type Difference = {
  /** Fields that hold something else now. */
  readonly set?: Fields | undefined;
  /** Fields that are there no longer. */
  readonly gone?: readonly string[] | undefined;
  /** Lists that have grown: what came at their ends. */
  readonly more?: Readonly<Record<string, readonly unknown[]>> | undefined;
  /** Fields of which something within has changed. */
  readonly within?: Readonly<Record<string, Difference>> | undefined;
};

/** What is new in `after`. */
export function differenceOf(before: Fields, after: Fields): Difference {
  let set: Record<string, unknown> | undefined;
  let gone: string[] | undefined;
  let more: Record<string, readonly unknown[]> | undefined;
  let within: Record<string, Difference> | undefined;
  for (const name in after) {
    const [was, is] = [before[name], after[name]];
    if (was === is || is === undefined) continue;
    if (hasFields(was) && hasFields(is)) (within ??= {})[name] = differenceOf(was, is);
    else if (Array.isArray(was) && Array.isArray(is) && beginsWith(is, was)) {
      if (is.length > was.length) (more ??= {})[name] = is.slice(was.length);
    } else (set ??= {})[name] = is;
  }
  for (const name in before) if (before[name] !== undefined && after[name] === undefined) (gone ??= []).push(name);
  return { set, gone, more, within };
}

/** The value after a difference. Throws where the difference is none of this value's. */
export function changedBy(before: unknown, { set, gone = [], more = {}, within = {} }: Difference): Fields {
  if (!hasFields(before)) throw new Error("what has changed is not there");
  const after: Record<string, unknown> = { ...before, ...set };
  for (const name of gone) delete after[name];
  for (const [name, items] of Object.entries(more)) after[name] = grownBy(before[name], items);
  for (const [name, difference] of Object.entries(within)) after[name] = changedBy(before[name], difference);
  return after;
}

function hasFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function beginsWith(list: readonly unknown[], beginning: readonly unknown[]): boolean {
  return list.length >= beginning.length && beginning.every((item, at) => item === list[at]);
}

function grownBy(list: unknown, items: readonly unknown[]): readonly unknown[] {
  if (!Array.isArray(list)) throw new Error("the list that has grown is not there");
  return [...list, ...items];
}
