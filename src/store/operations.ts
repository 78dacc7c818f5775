import type { Instant } from "../routing/routing.ts";
import { archivedRecords } from "./archive.ts";
import { type Change, type Document } from "./document.ts";
import type { Kind, Kinds, NewEffect, Store } from "./store.ts";
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
};

/** What can be asked of an open store. Everything is decided in memory, at once; only the answers wait for the disk. */
export function operationsOn(options: Options): Omit<Store, "condition" | "close"> {
  const { document, archiveFolder, watchers, now, make, durable } = options;
  let effectsStored = 0;

  /** The run in the id keeps it apart from those of other runs, also of effects that a failing disk never kept. */
  function planned({ lane, effect, dueAt = now() }: NewEffect) {
    return { id: `${document.run}-${++effectsStored}`, lane, effect, dueAt, claims: 0 };
  }

  return {
    async decide(kind, id, rule) {
      const { put, close, effects = [], answer } = rule(record(kind, id));
      if (put !== undefined || close !== undefined || effects.length > 0) {
        const changed = close !== undefined ? { close } : put !== undefined ? { put } : {};
        const stored = effects.length > 0 ? { effects: effects.map((effect) => planned(effect)) } : {};
        make({ change: "decided", at: now(), kind, id, ...changed, ...stored });
        if ("close" in changed || "put" in changed) watchers.tell(kind, id, record(kind, id));
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
      return due.map(({ id, kind, of, lane, effect, dueAt, claims }) => ({
        id,
        kind,
        of,
        lane,
        effect,
        dueAt,
        claims,
      }));
    },
    async settle(id, settled) {
      make({ change: "settled", id, settled });
      await durable();
    },
    nextDue: () => Promise.resolve(document.effects.next()),
    archive: (kind, month) => archivedRecords(archiveFolder, document, kind, month),
  };

  function record<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    return document.records[kind].get(id);
  }
}
