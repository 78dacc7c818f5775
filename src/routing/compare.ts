/** Where in a JSON value: names of fields, and places in lists. */
export type Path = readonly (string | number)[];

/** One difference between two JSON values: what stood there and what stands there, undefined where nothing does. */
export type Difference = { readonly path: Path; readonly before?: unknown; readonly after?: unknown };

/** A place that both have changed, each in another way. */
export type Conflict = {
  readonly path: Path;
  readonly base?: unknown;
  readonly mine?: unknown;
  readonly theirs?: unknown;
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field of its own: every value has a `constructor`, and a routing may name a queue so. */
const at = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** The differences between two JSON values, down to the smallest that names them; a list of another length is one difference. */
export function differences(before: unknown, after: unknown, path: Path = []): readonly Difference[] {
  if (before === after) return [];
  if (isFields(before) && isFields(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      differences(at(before, name), at(after, name), [...path, name]),
    );
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((item: unknown, place) => differences(item, after[place], [...path, place]));
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }].filter(
    () => !areSame(before, after),
  );
}

/** Whether two JSON values say the same, in whatever order their fields stand. */
export function areSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, place) => areSame(item, other[place]));
  if (!isFields(one) || !isFields(other)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) =>
    areSame(at(one, name), at(other, name)),
  );
}

/**
 * Brings together what two people have made of one JSON value. What only one of them has changed is as that one has it; where both
 * have changed the same place, each in another way, it is as `mine` has it and stands among the conflicts. Lists are taken whole.
 */
export function merge(
  base: unknown,
  mine: unknown,
  theirs: unknown,
): { readonly merged: unknown; readonly conflicts: readonly Conflict[] } {
  const conflicts: Conflict[] = [];
  return { merged: mergeAt([], base, mine, theirs, conflicts), conflicts };
}

function mergeAt(path: Path, base: unknown, mine: unknown, theirs: unknown, conflicts: Conflict[]): unknown {
  if (areSame(mine, theirs) || areSame(base, theirs)) return mine;
  if (areSame(base, mine)) return theirs;
  if (isFields(mine) && isFields(theirs)) {
    const before = isFields(base) ? base : {};
    const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = mergeAt([...path, name], at(before, name), at(mine, name), at(theirs, name), conflicts);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  }
  conflicts.push({
    path,
    ...(base === undefined ? {} : { base }),
    ...(mine === undefined ? {} : { mine }),
    ...(theirs === undefined ? {} : { theirs }),
  });
  return mine;
}
