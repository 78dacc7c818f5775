import { areSame, differences } from "../../../routing/compare.ts";
import { withValue } from "../../../routing/edits.ts";
import type { Path } from "./path.ts";

/** Something that was done in a form: how all was before and after, and at which field. */
type Done = { readonly before: unknown; readonly after: unknown; readonly at: Path };

/** What was done in the forms, in order, and what of it was undone. */
export type Past = {
  readonly done: readonly Done[];
  readonly undone: readonly Done[];
  /** Whether the last that was done may go on: letters typed into one field are undone together. */
  readonly open: boolean;
};

/** As much as is kept. */
const most = 200;

export const noPast: Past = { done: [], undone: [], open: false };

/** Something more was done. */
export function did(past: Past, { before, after, at }: Done): Past {
  const last = past.done.at(-1);
  const goesOn = past.open && last && areSame(last.after, before) && areSame(last.at, at);
  const done = goesOn ? past.done.toSpliced(-1, 1, { ...last, after }) : [...past.done, { before, after, at }];
  return { done: done.slice(-most), undone: [], open: true };
}

/** The field was left: what is typed next is undone by itself. */
export function paused(past: Past): Past {
  return past.open ? { ...past, open: false } : past;
}

/** What is so once the last was undone; undefined where nothing is left. What others changed meanwhile stays. */
export function undo(past: Past, now: unknown) {
  const last = past.done.at(-1);
  if (!last) return undefined;
  const left = { done: past.done.slice(0, -1), undone: [...past.undone, last], open: false };
  return { past: left, source: swapped(now, last.after, last.before), at: last.at };
}

/** What is so once the last that was undone is done again; undefined where nothing was. */
export function redo(past: Past, now: unknown) {
  const last = past.undone.at(-1);
  if (!last) return undefined;
  const left = { done: [...past.done, last], undone: past.undone.slice(0, -1), open: false };
  return { past: left, source: swapped(now, last.before, last.after), at: last.at };
}

/** `now`, with what differs between one and the other as the other has it. */
function swapped(now: unknown, from: unknown, to: unknown): unknown {
  if (areSame(now, from)) return to;
  return differences(from, to).reduce((source, { path, after }) => withValue(source, path, after), now);
}
