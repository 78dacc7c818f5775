import "../../no-eval.ts";
import { createContext, useContext } from "react";
import { renamed, type NameKind } from "../../../routing/uses.ts";
import { areSame } from "../../../routing/compare.ts";
import type { Desk, DeskState } from "./draft-desk.ts";
import { textOf } from "./draft-desk.ts";
import { namesAt, valueAt, withValue } from "../../../routing/edits.ts";
import { isWithin, readPath, type Path } from "./path.ts";
import { writtenOut } from "./rules.ts";
import { did, redo, undo, type Past } from "./undo.ts";
import type { Fault } from "./wire.ts";

/** The draft as the forms see it: what stands where, what is wrong with it, and how it is changed. */
export type Draft = {
  /** The whole, as it was parsed. */
  readonly source: unknown;
  readonly value: (path: Path) => unknown;
  /** The names of what stands at a path, such as those of all queues. */
  readonly names: (path: Path) => readonly string[];
  /** Puts a value at a path, or with undefined takes away what stands there. It is saved by itself, and can be undone. */
  readonly change: (path: Path, value: unknown) => void;
  /** Puts another whole in its place, once for all that belongs together; `at` is where that is to be seen. */
  readonly become: (source: unknown, at: Path) => void;
  /** Gives something another name, and all that name it too. */
  readonly rename: (kind: NameKind, from: string, to: string) => void;
  /** What the server's last check says of exactly this path. */
  readonly faultsAt: (path: Path) => readonly Fault[];
  /** What it says of this path and all within it. */
  readonly faultsWithin: (path: Path) => readonly Fault[];
  /** Takes back what was done last in a form, and says where that was; undefined where there is nothing. */
  readonly undo: (() => Path) | undefined;
  readonly redo: (() => Path) | undefined;
};

type Made = {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly source: unknown;
  readonly past: Past;
  readonly remember: (change: (past: Past) => Past) => void;
};

/** The draft of a desk for the forms. `source` is what its text says. */
export function draftOf({ desk, state, source, past, remember }: Made): Draft {
  const faults = (state.there.draft?.draft.faults ?? []).map((fault) => ({ fault, path: readPath(fault.path) }));
  /** What stands there by now: more than one field can be changed before the page is drawn again. */
  const now = (): unknown => (desk.state().text === state.text ? source : (JSON.parse(desk.state().text) as unknown));
  const become = (after: unknown, at: Path) => {
    const before = now();
    if (areSame(before, after)) return;
    remember((past) => did(past, { before, after, at }));
    desk.type(textOf(after));
  };
  const back = (way: ReturnType<typeof undo>) =>
    way &&
    (() => {
      remember(() => way.past);
      desk.type(textOf(way.source));
      return way.at;
    });
  return {
    source,
    value: (path) => valueAt(source, path),
    names: (path) => namesAt(source, path),
    become,
    change: (path, value) => become(withValue(writtenOut(now(), path), path, value), path),
    rename: (kind, from, to) => become(renamed(now(), kind, from, to), [kind, to]),
    faultsAt: (at) =>
      faults.flatMap(({ fault, path }) => (path.length === at.length && isWithin(path, at) ? [fault] : [])),
    faultsWithin: (at) => faults.flatMap(({ fault, path }) => (isWithin(path, at) ? [fault] : [])),
    undo: back(undo(past, source)),
    redo: back(redo(past, source)),
  };
}

/** Given by the frame of the routing's page to what stands in it. */
export const DraftContext = createContext<Draft | undefined>(undefined);

/** The draft that is edited. Throws outside of the routing's page. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error("there is a draft only within the routing's page");
  return draft;
}
