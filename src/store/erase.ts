import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { archiveFile, nextFile, type Archived } from "./archive-files.ts";
import { monthOf, readArchive } from "./archive.ts";
import { replaceFile, type Sync } from "./disk.ts";
import type { Closed, Document } from "./document.ts";
import { lineOf } from "./line.ts";
import { faultInRecord } from "./schema.ts";
import type { Kind, Kinds } from "./records.ts";
import type { Erasure } from "./store.ts";

/** What the archive comes to without what was erased. `gone`: how many records have gone or are others. */
export type Erased = { readonly archived: Archived; readonly gone: number };

type Files = { readonly folder: string; readonly sync: Sync };

/**
 * Writes what is left of the archive into files of their own, beside those that count still: nothing is erased before a snapshot
 * counts on them instead. Throws, with none of them left, where an archive cannot be read or the disk takes no more.
 */
export async function writeRest(files: Files, archived: Archived, erasures: readonly Erasure[]): Promise<Erased> {
  const counts: Record<string, number> = { ...archived };
  const written: string[] = [];
  let gone = 0;
  try {
    for (const erasure of erasures) {
      const was = archiveFile(archived, erasure.kind, erasure.month);
      const will = nextFile(archived, erasure.kind, erasure.month);
      if (!counts[was] || !(await leavesLess(join(files.folder, was), counts[was], erasure))) continue;
      written.push(will);
      const rest = await writeRestOf(files, { was, will, counts: counts[was] }, erasure);
      delete counts[was];
      counts[will] = rest.length;
      gone += rest.gone;
    }
    await Promise.all(written.filter((file) => !counts[file]).map((file) => remove(files, file)));
    return { archived: counts, gone };
  } catch (cause) {
    await Promise.all(written.map((file) => remove(files, file)));
    throw cause;
  }
}

/** Whether anything of a month goes: it is written anew only then. */
async function leavesLess(path: string, counts: number, erasure: Erasure): Promise<boolean> {
  for await (const closed of readArchive(path, erasure.kind, counts))
    if (restOf(erasure, closed) !== closed) return true;
  return false;
}

function remove({ folder }: Files, file: string): Promise<void> {
  return rm(join(folder, file), { force: true });
}

/** So long may the event loop be held: about a millisecond at a time. */
const slice = 200;

async function writeRestOf(
  { folder, sync }: Files,
  { was, will, counts }: { readonly was: string; readonly will: string; readonly counts: number },
  erasure: Erasure,
): Promise<{ readonly gone: number; readonly length: number }> {
  let [gone, length] = [0, 0];
  await replaceFile(join(folder, will), sync, async (file) => {
    let lines: string[] = [];
    const write = async () => {
      const text = lines.join("");
      lines = [];
      await file.appendFile(text);
      length += Buffer.byteLength(text);
      await setImmediate();
    };
    for await (const closed of readArchive(join(folder, was), erasure.kind, counts)) {
      const left = restOf(erasure, closed);
      if (left !== closed) gone++;
      if (left && lines.push(lineOf(left)) >= slice) await write();
    }
    await write();
  });
  return { gone, length };
}

/** What is left of a closed record, the same where nothing changes. Throws where it could not be read again. */
function restOf(erasure: Erasure, closed: Closed): Closed | undefined {
  // The record is of the kind that was asked for.
  const rest = erasure.rest as (record: Kinds[Kind]) => Kinds[Kind] | undefined;
  const record = rest(closed.record);
  if (record === closed.record) return closed;
  if (record === undefined) return undefined;
  const fault = faultInRecord(closed.kind, closed.id, record);
  if (fault !== undefined) throw new Error(`What is left could not be read again: ${fault}.`);
  // A name may tell as much as the record.
  return { ...closed, id: "id" in record ? record.id : closed.id, record };
}

/** Erases what is closed and not in the archive yet; how many have gone or are others. */
export function eraseOnTheWay(document: Document, erasures: readonly Erasure[]): number {
  let gone = 0;
  const left = document.closed.flatMap((closed) => {
    const erasure = erasures.find(({ kind, month }) => kind === closed.kind && month === monthOf(closed.at));
    const rest = erasure ? restOf(erasure, closed) : closed;
    if (rest !== closed) gone++;
    return rest ? [rest] : [];
  });
  if (gone > 0) document.closed.splice(0, document.closed.length, ...left);
  return gone;
}
