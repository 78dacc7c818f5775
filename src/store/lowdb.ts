import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import type { Instant } from "../routing/routing.ts";
import { diskAdapter } from "./adapter.ts";
import { isRefusal, ownFolder, toDisk, type Sync } from "./disk.ts";
import { apply, inShort, newDocument, type Change, type Decided, type Document } from "./document.ts";
import { takeLock } from "./lock.ts";
import { operationsOn } from "./operations.ts";
import { archiveFolder } from "./recover.ts";
import { faultInRecord } from "./schema.ts";
import type { Condition, Store } from "./store.ts";
import { damaged, StoreUnusable, unreadable } from "./unusable.ts";
import { newUpkeep } from "./upkeep.ts";
import { newWatchers } from "./watchers.ts";

export { StoreUnusable };

const megabyte = 1 << 20;

export type LowdbOptions = {
  readonly folder: string;
  readonly now: () => Instant;
  /** How long a journal grows, in bytes, before a snapshot takes its place; 8 MiB unless given. */
  readonly snapshotAfterBytes?: number;
  /** Called once, when a change could not be made durable. */
  readonly onFailing?: (why: string) => void;
  /** How a file is put on the disk itself: in tests, a disk that fails. */
  readonly sync?: Sync;
  /** So long changes that come thick and fast wait for each other, in milliseconds; in a simulation, not at all. */
  readonly breath?: number;
};

/** The store in a folder. `notes`: sentences for an admin about what was found and mended at opening. */
export type LowdbStore = Store & { readonly notes: readonly string[] };

/**
 * Opens the store in a folder, which is made when it is not there. Throws StoreUnusable, with what to do, when another
 * process uses the folder or its files cannot be trusted; they are untouched then.
 */
export async function openLowdb(options: LowdbOptions): Promise<LowdbStore> {
  const { folder } = options;
  await mkdir(folder, { recursive: true, mode: ownFolder }).catch((cause: unknown) => {
    throw unreadable(folder, cause);
  });
  const lock = await takeLock(folder);
  try {
    if (!(await lock.held())) throw damaged(`${join(folder, "lock")} was taken by another process`);
    return await openLocked(options, () => lock.release());
  } catch (cause) {
    await lock.release();
    throw isRefusal(cause) ? unreadable(folder, cause) : cause;
  }
}

async function openLocked(options: LowdbOptions, release: () => Promise<void>): Promise<LowdbStore> {
  const { folder, now, sync = toDisk, breath, snapshotAfterBytes = 8 * megabyte, onFailing } = options;
  let failure: string | undefined;
  let closing: Promise<void> | undefined;

  function onFailed(cause: unknown): void {
    if (failure !== undefined) return;
    failure = cause instanceof Error ? cause.message : String(cause);
    onFailing?.(failure);
  }

  function condition(): Condition {
    return failure === undefined ? { state: "ok" } : { state: "failing", why: failure };
  }

  const disk = diskAdapter({ folder, sync, breath, now, onFailed });
  const db = new Low<Document>(disk, newDocument());
  await db.read();
  const { data: document } = db;
  const journal = disk.journal();
  const watchers = newWatchers();
  const upkeep = newUpkeep({
    db,
    archiveFolder: archiveFolder(folder),
    sync,
    journal,
    watchers,
    now,
    snapshotAfterBytes,
    onFailed,
    failure: () => failure,
  });

  function make(change: Change): void {
    if (closing) throw new Error("The store is closed.");
    // What is kept must be readable at the next start: a rule that breaks this is a bug, and is found out here.
    const fault = faultInDecision(change);
    if (fault !== undefined) throw new Error(`A decision could not be read again: ${fault}.`);
    journal.append(inShort(document, change));
    apply(document, change);
    upkeep.afterChange();
  }

  async function close(): Promise<void> {
    await upkeep.finish();
    await journal.close();
    await release();
  }

  make({ change: "opened", at: now(), run: document.run + 1 });
  await journal.flushed();
  if (failure !== undefined) {
    await close();
    throw unreadable(folder, failure);
  }
  return {
    ...operationsOn({
      document,
      archiveFolder: archiveFolder(folder),
      watchers,
      now,
      make,
      durable: () => journal.flushed(),
      erase: (erasures) => upkeep.erase(erasures),
    }),
    notes: disk.notes(),
    condition,
    close: () => (closing ??= close()),
  };
}

/** Of what we make ourselves only the records are looked at: they alone come from a rule. */
function faultInDecision(change: Change): string | undefined {
  if (change.change !== "decided") return undefined;
  return faultInDecided(change) ?? change.also?.map(faultInDecided).find((fault) => fault !== undefined);
}

function faultInDecided({ kind, id, close, put }: Decided): string | undefined {
  const record = close ?? put;
  return record === undefined ? undefined : faultInRecord(kind, id, record);
}
