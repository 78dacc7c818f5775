import { createReadStream } from "node:fs";
import { mkdir, open, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Instant } from "../routing/routing.ts";
import { archiveFile, type Archived } from "./archive-files.ts";
import { inSlices, isRefusal, ownFile, ownFolder, syncFolder, type Sync } from "./disk.ts";
import type { Closed, Document } from "./document.ts";
import { linesOf, valueOf } from "./line.ts";
import { recordOf } from "./schema.ts";
import type { Kind, Kinds } from "./records.ts";
import { damaged, StoreUnusable } from "./unusable.ts";

/** The month of an instant, in UTC, `2026-11`: no file depends on a zone. */
export function monthOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 7);
}

/**
 * Appends closed records to the files of their months, and syncs. `archived` says how many bytes of each file count:
 * what lies beyond was written just before a crash, still stands in a journal, and is written over.
 * Returns what counts afterwards, for the snapshot that forgets these records.
 */
export async function appendToArchive(
  folder: string,
  closed: readonly Closed[],
  archived: Archived,
  sync: Sync,
): Promise<Archived> {
  if (closed.length === 0) return archived;
  const made = await mkdir(folder, { recursive: true, mode: ownFolder });
  if (made !== undefined) await syncFolder(join(folder, ".."));
  const lengths = { ...archived };
  for (const [file, records] of Map.groupBy(closed, ({ kind, at }) => archiveFile(archived, kind, monthOf(at))))
    lengths[file] = await append(join(folder, file), records, archived[file] ?? 0, sync);
  await syncFolder(folder);
  return lengths;
}

async function append(path: string, closed: readonly Closed[], counts: number, sync: Sync): Promise<number> {
  const file = await open(path, "a+", ownFile);
  try {
    const { size } = await file.stat();
    // An archive that was taken away begins again; one that lost its end is no longer what the snapshot counts on.
    if (size > 0 && size < counts) throw new Error(`${path} has lost its end`);
    let length = size === 0 ? 0 : counts;
    await file.truncate(length);
    for await (const lines of inSlices(closed)) {
      await file.appendFile(lines);
      length += Buffer.byteLength(lines);
    }
    await sync(file.fd);
    return length;
  } finally {
    await file.close();
  }
}

/** Closed records of a kind and month, oldest first, each once: those in the archive, then those on their way to it. */
export async function* archivedRecords<K extends Kind>(
  folder: string,
  document: Document,
  kind: K,
  month: string,
): AsyncGenerator<Kinds[K]> {
  const file = archiveFile(document.archived, kind, month);
  const counts = document.archived[file] ?? 0;
  const onTheWay = document.closed.filter((closed) => closed.kind === kind && monthOf(closed.at) === month);
  for await (const { record } of readArchive(join(folder, file), kind, counts)) yield record;
  for (const { record } of onTheWay) yield record as Kinds[K];
}

/** What was closed, by the first `length` bytes of an archive file. Throws at a line that is damaged. */
export async function* readArchive<K extends Kind>(
  path: string,
  kind: K,
  length: number,
): AsyncGenerator<Omit<Closed, "record"> & { readonly record: Kinds[K] }> {
  if (length === 0) return;
  const stream = createReadStream(path, { end: length - 1, highWaterMark: 1 << 20 });
  let number = 0;
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const piece of stream) {
      rest = Buffer.concat([rest, piece as Buffer]);
      let read = 0;
      for (const { line, end } of linesOf(rest)) {
        number++;
        const closed = closedIn(line);
        yield { ...closed, record: recordOf(kind, closed.record) };
        read = end;
      }
      rest = rest.subarray(read);
    }
    if (rest.length > 0) throw new Error("its end is missing");
  } catch (cause) {
    if (isRefusal(cause, "ENOENT")) return;
    throw new Error(`${path} cannot be read after line ${number}. Restore it from a backup.`, { cause });
  } finally {
    stream.destroy();
  }
}

function closedIn(line: Buffer): Closed {
  const value = valueOf(line)?.value;
  // Its checksum holds: it was written from one.
  if (typeof value === "object" && value !== null && "record" in value) return value as Closed;
  throw new Error("the line is damaged");
}

/** Says which archive files were taken away. Throws StoreUnusable when one is there but shorter than what counts. */
export async function checkArchive(folder: string, archived: Archived): Promise<readonly string[]> {
  const notes: string[] = [];
  for (const [file, counts] of Object.entries(archived)) {
    if (counts === 0) continue;
    const path = join(folder, file);
    const size = await sizeOf(path);
    if (size === undefined) notes.push(`${path} is gone; what was closed in that month cannot be shown.`);
    else if (size < counts)
      throw new StoreUnusable(
        `${path} is ${size} bytes long and should be at least ${counts}. Nothing was changed. Restore it from a backup, or move it away to go on without that month.`,
      );
  }
  return notes;
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (cause) {
    if (isRefusal(cause, "ENOENT")) return undefined;
    throw damaged(`${path} cannot be looked at`);
  }
}
