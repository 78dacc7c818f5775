import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openLowdb, type LowdbOptions, type LowdbStore } from "../../src/store/lowdb.ts";
import { contractNow } from "../contract/samples.ts";

/** A folder that is not there yet, in one that is removed when the test is over. */
export function newFolder(): string {
  const above = mkdtempSync(join(tmpdir(), "holdfast-store-"));
  onTestFinished(() => rmSync(above, { recursive: true, force: true }));
  return join(above, "data");
}

/** A store that is closed when the test is over. */
export async function openIn(folder: string, options: Partial<LowdbOptions> = {}): Promise<LowdbStore> {
  const store = await openLowdb({ folder, now: () => contractNow, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** A clock that a test moves. */
export type Clock = { at: number };

const day = 24 * 60 * 60_000;

/** Opens the store a day later, when a snapshot is due, has it taken, and closes it. Records need not change for it. */
export async function takeSnapshot(folder: string, clock: Clock): Promise<void> {
  clock.at += day;
  const store = await openIn(folder, { now: () => clock.at });
  await store.close();
}
