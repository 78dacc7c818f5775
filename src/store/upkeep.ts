import { setImmediate } from "node:timers/promises";
import type { Low } from "lowdb";
import type { Instant } from "../routing/routing.ts";
import { forget, type Document } from "./document.ts";
import type { Journal } from "./journal.ts";
import type { Watchers } from "./watchers.ts";

type Options = {
  readonly db: Low<Document>;
  readonly journal: Journal;
  readonly watchers: Watchers;
  readonly now: () => Instant;
  readonly snapshotAfterBytes: number;
  readonly onFailed: (cause: unknown) => void;
};

/** However little happens: who is to be forgotten must go, and what is closed must reach the archive. */
const snapshotEvery = 24 * 60 * 60 * 1000;

/** Takes a snapshot when one is due, one at a time, and none after one that failed. */
export type Upkeep = {
  afterChange(): void;
  /** Starts no more; resolves when the one that is being taken is finished. */
  finish(): Promise<void>;
};

/** The upkeep of an open store. */
export function newUpkeep({ db, journal, watchers, now, snapshotAfterBytes, onFailed }: Options): Upkeep {
  let running: Promise<void> | undefined;
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
    running = setImmediate()
      .then(snapshot)
      .finally(() => {
        running = undefined;
        afterChange();
      });
  }

  return {
    afterChange,
    async finish() {
      stopped = true;
      await running;
    },
  };
}
