import { written } from "../../../routing/check/fault.ts";
import type { Path } from "../../../routing/compare.ts";

export type { Path } from "../../../routing/compare.ts";

/** A path as the faults write it, `menus.main.options[1]["a b"]`, step by step. */
export function readPath(writtenPath: string): Path {
  const steps = /\[(?<at>\d+)\]|\[(?<quoted>"(?:[^"\\]|\\.)*")\]|(?<name>[^.[\]]+)/g;
  return Array.from(writtenPath.matchAll(steps), (step) => {
    const { at, quoted, name = "" } = step.groups ?? {};
    if (at !== undefined) return Number(at);
    return quoted === undefined ? name : String(JSON.parse(quoted));
  });
}

/** A path as the faults write it. */
export const writePath = (path: Path): string => written(path);

/** Whether a path is another's, or one within it. */
export function isWithin(path: Path, outer: Path): boolean {
  return outer.length <= path.length && outer.every((step, place) => step === path[place]);
}
