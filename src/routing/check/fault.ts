/** Something in a routing that does not hold: where, such as "menus.main.options[1].to.queue", and what to do about it. */
export type RoutingFault = { readonly path: string; readonly sentence: string };
export type Path = readonly PropertyKey[];

/** A fault at a path. */
export function fault(path: Path, sentence: string): RoutingFault {
  return { path: written(path), sentence };
}

/** A path as people write it. Keys that are no plain name stand in brackets and quotes. */
export function written(path: Path): string {
  return path.map(step).join("").replace(/^\./, "");
}

function step(key: PropertyKey): string {
  if (typeof key === "number") return `[${key}]`;
  return /^[\w$-]+$/.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(String(key))}]`;
}

/** "there is no queue "suport"; did you mean "support"?", or what there is instead. */
export function unknown(what: string, name: string, names: readonly string[]): string {
  const likely = nearest(name, names);
  if (likely !== undefined) return `there is no ${what} "${name}"; did you mean "${likely}"?`;
  if (names.length === 0) return `there is no ${what} "${name}": add it, or take this out`;
  return `there is no ${what} "${name}": add it, or use ${oneOf(names)}`;
}

/** The name that `name` was most likely meant to be, if any is near enough. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const begun = names.filter((candidate) => name.length > 2 && candidate.startsWith(name));
  if (begun.length === 1) return begun[0];
  const ranked = names
    .map((candidate) => ({ candidate, edits: editsBetween(name.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits);
  const [best] = ranked;
  return best && best.edits <= Math.max(1, Math.floor(name.length / 3)) ? best.candidate : undefined;
}

/** "a, b or c"; at most eight, then "…". */
export function oneOf(names: readonly string[]): string {
  const quoted = names.slice(0, 8).map((name) => `"${name}"`);
  if (names.length > 8) return `${quoted.join(", ")} …`;
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

/** How many letters must be added, taken away, changed or swapped with their neighbour to turn one into the other. */
function editsBetween(a: string, b: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const ways = [at(above, column) + 1, at(line, column - 1) + 1, at(above, column - 1) + (same ? 0 : 1)];
      if (swapped) ways.push(at(twoAbove, column - 2) + 1);
      line.push(Math.min(...ways));
    }
    [twoAbove, above] = [above, line];
  }
  return at(above, b.length);
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? Infinity;
}
