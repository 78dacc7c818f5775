import { readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { uncounted } from "./archive-files.ts";
import { checkArchive } from "./archive.ts";
import { isRefusal } from "./disk.ts";
import { apply, newDocument, type Change, type Document } from "./document.ts";
import { listParts, partFile, type Listing } from "./generation.ts";
import type { Position } from "./journal.ts";
import { readJournal, start } from "./read.ts";
import { faultInRecord } from "./schema.ts";
import { readSnapshot } from "./snapshot.ts";
import { damaged } from "./unusable.ts";

/** What was found in a folder. `base` is the generation it rests on, `notes` what an admin should know, as sentences. */
export type Recovered = {
  readonly document: Document;
  readonly base: number;
  readonly journal: Position;
  readonly notes: readonly string[];
};

/** The folder of the archive within the store's. */
export function archiveFolder(folder: string): string {
  return join(folder, "archive");
}

/**
 * Reads the store: the newest snapshot that is whole, and every journal from its generation on. Throws StoreUnusable
 * where anything that was ever acknowledged might be lost. Changes no file but an unused one at the very end.
 */
export async function recover(folder: string): Promise<Recovered> {
  const listing = await listParts(folder);
  const { document, base, notes } = await newestWhole(folder, listing);
  if (base === 0 && listing.journal.length === 0) {
    await refuseOrphans(folder);
    return { document, base, journal: start(1), notes };
  }
  const replayed = await replay(folder, listing, document, base);
  const gone = await checkArchive(archiveFolder(folder), document.archived);
  // What a crash has left there may tell of somebody who was to be erased: a snapshot sweeps it out.
  const swept = (await uncounted(archiveFolder(folder), document.archived)).length === 0;
  for (const surplus of replayed.surplus) await unlink(partFile(folder, "journal", surplus));
  return {
    document: overdueIf(!swept, document),
    base,
    journal: replayed.journal,
    notes: [...notes, ...replayed.notes, ...gone],
  };
}

async function newestWhole(folder: string, { snapshot, journal }: Listing) {
  const notes: string[] = [];
  for (const generation of snapshot) {
    const read = await readSnapshot(folder, generation);
    if (typeof read !== "string") return { document: overdueIf(notes.length > 0, read), base: generation, notes };
    notes.push(`${read} The generation before it was used with its journals; nothing is lost.`);
  }
  const fromTheStart = journal.includes(1) || (journal.length === 0 && snapshot.length === 0);
  if (fromTheStart) return { document: overdueIf(notes.length > 0, newDocument()), base: 0, notes };
  const [newest] = snapshot;
  if (newest === undefined) throw damaged(`${partFile(folder, "snapshot", journal.at(-1) ?? 1)} is missing`);
  throw damaged(`${partFile(folder, "snapshot", newest)} is damaged, and so is, or missing, what was before it`);
}

/** A snapshot is due at once, such as after damage: there is one good generation less. */
function overdueIf(overdue: boolean, document: Document): Document {
  if (overdue) document.takenAt = Number.NEGATIVE_INFINITY;
  return document;
}

async function replay(folder: string, { journal }: Listing, document: Document, base: number) {
  const last = journal[0] ?? 0;
  const notes: string[] = [];
  for (let generation = Math.max(base, 1); ; generation++) {
    const { changes, position, state } = await readJournal(folder, generation);
    // Only the very first can be met half made: each later one is whole before anything points to it.
    if (state === "unborn" && generation > 1) throw damaged(`${partFile(folder, "journal", generation)} is empty`);
    changes.forEach((change, at) =>
      remake(document, change, `${partFile(folder, "journal", generation)}, line ${at + 2},`),
    );
    if (state === "sealed") continue;
    if (state === "torn") notes.push(tornNote(partFile(folder, "journal", generation), position));
    return { journal: position, notes, surplus: await unusedAfter(folder, generation, last) };
  }
}

/** Makes a change of a journal again. Throws StoreUnusable where it leads to what this version cannot read. */
function remake(document: Document, change: Change, where: string): void {
  try {
    apply(document, change);
  } catch (cause) {
    throw damaged(`${where} cannot be made again: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  if (change.change !== "decided" || !change.changed) return;
  const { kind, id } = change;
  const fault = faultInRecord(kind, id, document.records[kind].get(id));
  if (fault !== undefined) throw damaged(`${where} cannot be read by this version: ${fault}`);
}

function tornNote(path: string, { length }: Position): string {
  return `${path} ended in the middle of a write and was cut to ${length} bytes; such a write was never acknowledged.`;
}

/** After an unsealed journal there may be one more file, made just before a crash and never used. */
async function unusedAfter(folder: string, generation: number, last: number): Promise<readonly number[]> {
  const surplus: number[] = [];
  for (let later = generation + 1; later <= last; later++) {
    const { changes, state } = await readJournal(folder, later);
    if (changes.length > 0 || state === "sealed")
      throw damaged(`${partFile(folder, "journal", generation)} has lost its end`);
    surplus.push(later);
  }
  return surplus;
}

/** An archive without a store would be written over: its owner must say what it is. */
async function refuseOrphans(folder: string): Promise<void> {
  const files = await readdir(archiveFolder(folder)).catch((cause: unknown) => {
    if (isRefusal(cause, "ENOENT")) return [];
    throw damaged(`${archiveFolder(folder)} cannot be read`);
  });
  if (files.length > 0)
    throw damaged(
      `${archiveFolder(folder)} holds closed calls, and the snapshot and journal that go with them are missing`,
    );
}
