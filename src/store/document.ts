import type { Instant } from "../routing/routing.ts";
import { changedBy, differenceOf, type Difference } from "./difference.ts";
import { newEffects, type Effects, type Waiting } from "./effects.ts";
import type { Kind, Kinds } from "./records.ts";
import type { Settled } from "./store.ts";

/** A record that has left what is open, with the time of the decision. */
export type Closed = { readonly kind: Kind; readonly id: string; readonly at: Instant; readonly record: Kinds[Kind] };

type Planned = Omit<Waiting, "kind" | "of">;

/** What was decided about one record: `put` and `close` are whole records, `changed` how one has changed that was put before. */
export type Decided = {
  readonly kind: Kind;
  readonly id: string;
  readonly put?: Kinds[Kind];
  readonly changed?: Difference;
  readonly close?: Kinds[Kind];
  readonly forget?: true;
  readonly effects?: readonly Planned[];
};

/** One change of the document, as a journal keeps it. `also`: what was decided about other records with it. */
export type Change =
  | (Decided & { readonly change: "decided"; readonly at: Instant; readonly also?: readonly Decided[] })
  | { readonly change: "claimed"; readonly ids: readonly string[]; readonly until: Instant }
  | { readonly change: "settled"; readonly id: string; readonly settled: Settled }
  /** The store was opened: `run` counts how often, and makes the ids of this run's effects its own. */
  | { readonly change: "opened"; readonly at: Instant; readonly run: number };

/** What lowdb holds: everything open, and what is closed but not in the archive yet. Records are never changed in place. */
export type Document = {
  readonly records: { readonly [K in Kind]: Map<string, Kinds[K]> };
  readonly effects: Effects;
  readonly closed: Closed[];
  /** How many bytes of each archive file count; what lies beyond was being written in a crash. */
  archived: Readonly<Record<string, number>>;
  run: number;
  /** When the last snapshot was taken, or the store first opened; 0: not yet. */
  takenAt: Instant;
};

/** The document of a store that was never opened. */
export function newDocument(): Document {
  return {
    records: {
      call: new Map(),
      rep: new Map(),
      caller: new Map(),
      queue: new Map(),
      review: new Map(),
      callback: new Map(),
      conversation: new Map(),
      resolution: new Map(),
      switch: new Map(),
      gate: new Map(),
      routing: new Map(),
      user: new Map(),
      session: new Map(),
      link: new Map(),
      token: new Map(),
      audit: new Map(),
      edition: new Map(),
      draft: new Map(),
      recording: new Map(),
      retention: new Map(),
    },
    effects: newEffects(),
    closed: [],
    archived: {},
    run: 0,
    takenAt: 0,
  };
}

/**
 * The change as a journal keeps it: of a record that it knows already, only what is new. To be asked before the change is made.
 * What was decided with it about others is left whole: it is rare, and may be about the same record once more.
 */
export function inShort(document: Document, change: Change): Change {
  if (change.change !== "decided" || change.put === undefined) return change;
  const before = document.records[change.kind].get(change.id);
  if (before === undefined) return change;
  const { put, ...rest } = change;
  return { ...rest, changed: differenceOf(before, put) };
}

/**
 * Makes a change: the one way the document changes, while running and when a journal is read again. Throws where a record has
 * changed that is not there.
 */
export function apply(document: Document, change: Change): void {
  switch (change.change) {
    case "decided": {
      decide(document, change, change.at);
      for (const other of change.also ?? []) decide(document, other, change.at);
      return;
    }
    case "claimed":
      document.effects.lease(change.ids, change.until);
      return;
    case "settled":
      document.effects.settle(change.id, change.settled);
      return;
    case "opened":
      document.run = change.run;
      // Whoever held a lease was a run that has ended: there is only one process at a time.
      document.effects.endLeases();
      document.takenAt ||= change.at;
      return;
    default:
      change satisfies never;
  }
}

function decide(document: Document, decided: Decided, at: Instant): void {
  const { kind, id, changed, close, forget: forgets, effects } = decided;
  // What a difference leads to is a record again: it was made from two of them.
  const put = changed ? (changedBy(document.records[kind].get(id), changed) as Kinds[Kind]) : decided.put;
  if (close !== undefined) {
    document.records[kind].delete(id);
    document.closed.push({ kind, id, at, record: close });
  } else if (forgets) document.records[kind].delete(id);
  else if (put !== undefined) set(document, kind, id, put);
  for (const effect of effects ?? []) document.effects.add({ ...effect, kind, of: id });
}

function set<K extends Kind>(document: Document, kind: K, id: string, record: Kinds[K]): void {
  document.records[kind].set(id, record);
}

/** What is open at one instant: taken quickly, written out slowly. `lines` is how many changes it comes to. */
export type Cut = {
  readonly open: readonly (readonly [kind: Kind, records: readonly (readonly [id: string, record: Kinds[Kind]])[]])[];
  readonly effects: readonly Waiting[];
  readonly lines: number;
};

/** Takes a cut. Records and effects are never changed in place, so that it stays what it is. */
export function cutOf(document: Document): Cut {
  const kinds = Object.keys(document.records) as Kind[];
  const open = kinds.map((kind) => [kind, Array.from<[string, Kinds[Kind]]>(document.records[kind])] as const);
  const effects = document.effects.all();
  return { open, effects, lines: open.reduce((sum, [, records]) => sum + records.length, effects.length) };
}

/** The changes that lead from a new document to what was open at the cut. */
export function* changesIn({ open, effects }: Cut): Generator<Change> {
  for (const [kind, records] of open)
    for (const [id, put] of records) yield { change: "decided", at: 0, kind, id, put };
  for (const { kind, of, ...effect } of effects) yield { change: "decided", at: 0, kind, id: of, effects: [effect] };
}

/** Forgets callers, what was texted with them, sessions and links whose time is over; returns which. */
export function forget(document: Document, now: Instant): readonly (readonly [kind: Forgotten, id: string])[] {
  return kindsForgotten.flatMap((kind) => {
    const records: Map<string, { readonly forgetAt: Instant }> = document.records[kind];
    const over = Array.from(records).filter(([, { forgetAt }]) => forgetAt <= now);
    for (const [id] of over) records.delete(id);
    return over.map(([id]) => [kind, id] as const);
  });
}
const kindsForgotten = ["caller", "conversation", "session", "link"] as const;
type Forgotten = (typeof kindsForgotten)[number];
