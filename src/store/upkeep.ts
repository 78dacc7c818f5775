import { setImmediate } from "node:timers/promises";
import type { Low } from "lowdb";
import type { Instant } from "../routing/routing.ts";
import type { Sync } from "./disk.ts";
import { forget, type Document } from "./document.ts";
import { eraseOnTheWay, writeRest } from "./erase.ts";
import type { Journal } from "./journal.ts";
import type { Erasure } from "./store.ts";
import type { Watchers } from "./watchers.ts";

type Options = {
  readonly db: Low<Document>;
  readonly archiveFolder: string;
  readonly sync: Sync;
  readonly journal: Journal;
  readonly watchers: Watchers;
  readonly now: () => Instant;
  readonly snapshotAfterBytes: number;
  readonly onFailed: (cause: unknown) => void;
  /** Why nothing can be made durable any more; undefined: it can. */
  readonly failure: () => string | undefined;
};

/** However little happens: who is to be forgotten must go, and what is closed must reach the archive. */
const snapshotEvery = 24 * 60 * 60 * 1000;

/** Takes a snapshot when one is due, one at a time, and none after one that failed. */
export type Upkeep = {
  afterChange(): void;
  /** As the store's `erase`. */
  erase(erasures: readonly Erasure[]): Promise<number>;
  /** Starts no more; resolves when the one that is being taken is finished. */
  finish(): Promise<void>;
};

/** The upkeep of an open store. */
export function newUpkeep(options: Options): Upkeep {
  const { db, journal, watchers, now, snapshotAfterBytes, onFailed } = options;
  let running: Promise<unknown> | undefined;
  let stopped = false;

  function isDue(): boolean {
    return journal.bytes() >= snapshotAfterBytes || now() - db.data.takenAt >= snapshotEvery;
  }

  async function snapshot(): Promise<void> {
    db.data.takenAt = now();
    for (const [kind, id] of forget(db.data, now())) watchers.tell(kind, id, undefined);
    try {
      await db.write();
    } catch (cause) {
      stopped = true;
      onFailed(cause);
    }
  }

  function afterChange(): void {
    if (running || stopped || !isDue()) return;
    // Not in the turn of whoever made the change: watchers hear of who is forgotten, and may decide something then.
    void alone(() => setImmediate().then(snapshot));
  }

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = work().finally(() => {
      running = undefined;
      afterChange();
    });
    running = done.catch(() => undefined);
    return done;
  }

  function orFail(): void {
    const why = options.failure();
    if (why !== undefined) throw new Error(`Nothing can be erased while the disk takes nothing: ${why}`);
    if (stopped) throw new Error("The store is closed.");
  }

  /**
   * From the first snapshot on it is erased, whatever comes; with the second also the generation before is gone, in which it still
   * was, and so was what had been forgotten by then. Where the disk has no room for what is to be left, everything stays as it was.
   */
  async function eraseAlone(erasures: readonly Erasure[]): Promise<number> {
    const { archived, gone } = await writeRest(
      { folder: options.archiveFolder, sync: options.sync },
      db.data.archived,
      erasures,
    );
    // No await up to the snapshot's cut: it has all of it.
    db.data.archived = archived;
    const goneAsWell = eraseOnTheWay(db.data, erasures);
    if (erasures.length === 0) return 0;
    for (const _generation of [1, 2]) if (options.failure() === undefined) await snapshot();
    const why = options.failure();
    if (why !== undefined) throw new Error(`It may not be erased on the disk, which takes nothing: ${why}`);
    return gone + goneAsWell;
  }

  return {
    afterChange,
    async erase(erasures) {
      for (;;) {
        orFail();
        // No await in between: whoever finds nobody at it is at it.
        if (!running) return alone(() => eraseAlone(erasures));
        await running;
      }
    },
    async finish() {
      stopped = true;
      await running;
    },
  };
}
