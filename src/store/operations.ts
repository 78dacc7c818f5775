import type { Instant } from "../routing/routing.ts";
import { archivedRecords, monthOf } from "./archive.ts";
import { monthsIn } from "./archive-files.ts";
import { type Change, type Decided, type Document } from "./document.ts";
import type { Waiting } from "./effects.ts";
import type { Kind, Kinds } from "./records.ts";
import type { Erasure, NewEffect, Store, StoredEffect } from "./store.ts";
import type { Watchers } from "./watchers.ts";

type Options = {
  readonly document: Document;
  readonly archiveFolder: string;
  readonly watchers: Watchers;
  readonly now: () => Instant;
  /** Makes a change in memory and sends it on its way to the disk. */
  readonly make: (change: Change) => void;
  /** Resolves when all that was made so far is durable, or the store is failing. */
  readonly durable: () => Promise<void>;
  readonly erase: (erasures: readonly Erasure[]) => Promise<number>;
};

/** What a rule wants of one record. */
type Wished = Omit<Decided, "effects"> & { readonly effects?: readonly NewEffect[] };

/** What can be asked of an open store. Everything is decided in memory, at once; only the answers wait for the disk. */
export function operationsOn(options: Options): Omit<Store, "condition" | "close"> {
  const { document, archiveFolder, watchers, now, make, durable, erase } = options;
  let effectsStored = 0;

  /** The run in the id keeps it apart from those of other runs, also of effects that a failing disk never kept. */
  function planned({ lane, effect, dueAt = now() }: NewEffect) {
    return { id: `${document.run}-${++effectsStored}`, lane, effect, dueAt, claims: 0 };
  }

  /** What there is to change; nothing where a rule left the record as it was. */
  function changed({ kind, id, put, close, forget, effects = [] }: Wished): Decided[] {
    if (put === undefined && close === undefined && !forget && effects.length === 0) return [];
    const what = close !== undefined ? { close } : forget ? { forget } : put !== undefined ? { put } : {};
    return [{ kind, id, ...what, ...(effects.length > 0 ? { effects: effects.map((one) => planned(one)) } : {}) }];
  }

  function tellOf({ kind, id, close }: Decided): void {
    watchers.tell(kind, id, record(kind, id), close);
  }

  return {
    async decide(kind, id, rule) {
      const { also = [], answer, ...decision } = rule(record(kind, id), record);
      const all = [{ kind, id, ...decision }, ...also].flatMap((one) => changed(one));
      const [first, ...others] = all;
      if (first) {
        make({ change: "decided", at: now(), ...first, ...(others.length > 0 ? { also: others } : {}) });
        for (const one of all) if ("close" in one || "put" in one || "forget" in one) tellOf(one);
      }
      // Also when nothing changed: the rule may have seen what is not durable yet.
      await durable();
      return answer;
    },
    get: (kind, id) => Promise.resolve(record(kind, id)),
    open: (kind) => Promise.resolve(Array.from(document.records[kind].values())),
    watch: (kind, seen) => watchers.add(kind, seen),
    async claim(at, most, leaseMs) {
      const due = document.effects.due(at, most);
      if (due.length === 0) return [];
      make({ change: "claimed", ids: due.map(({ id }) => id), until: at + leaseMs });
      await durable();
      return due.map(stored);
    },
    async settle(id, settled) {
      make({ change: "settled", id, settled });
      await durable();
    },
    planned: (kind) =>
      Promise.resolve(
        document.effects
          .all()
          .filter((one) => one.kind === kind)
          .map(stored),
      ),
    nextDue: () => Promise.resolve(document.effects.next()),
    archive: (kind, month) => archivedRecords(archiveFolder, document, kind, month),
    months(kind) {
      const onTheWay = document.closed.filter((closed) => closed.kind === kind).map(({ at }) => monthOf(at));
      return Promise.resolve([...new Set([...monthsIn(document.archived, kind), ...onTheWay])].toSorted());
    },
    erase,
  };

  function record<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    return document.records[kind].get(id);
  }
}

/** The effect alone: for how long somebody is performing it is the store's own affair. */
function stored({ id, kind, of, lane, effect, dueAt, claims }: Waiting): StoredEffect {
  return { id, kind, of, lane, effect, dueAt, claims };
}
