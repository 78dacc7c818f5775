import { readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { isRefusal } from "./disk.ts";
import type { Kind } from "./records.ts";

/** How many bytes of each archive file count, by its name; 0: there is no such file, and the next of its month has that name. */
export type Archived = Readonly<Record<string, number>>;

/**
 * `call-2026-11.ndjson` holds what was closed in November. Once something of it was erased the rest is in `call-2026-11.1.ndjson`, then
 * in `call-2026-11.2.ndjson`: a file that a snapshot counts on is only ever added to, so that the snapshot before still has its own.
 */
const named = /^(?<kind>[a-z]+)-(?<month>\d{4}-\d{2})(?:\.(?<turn>\d{1,9}))?\.ndjson$/;

type Named = { readonly kind: string; readonly month: string; readonly turn: number };

function read(file: string): Named | undefined {
  const { kind = "", month = "", turn = "0" } = named.exec(file)?.groups ?? {};
  return kind === "" ? undefined : { kind, month, turn: Number(turn) };
}

function nameOf(kind: Kind, month: string, turn: number): string {
  return turn === 0 ? `${kind}-${month}.ndjson` : `${kind}-${month}.${turn}.ndjson`;
}

/** The turn of the file that holds a month now. */
function turnOf(archived: Archived, kind: Kind, month: string): number {
  const turns = Object.keys(archived).map((file) => {
    const of = read(file);
    return of?.kind === kind && of.month === month ? of.turn : 0;
  });
  return Math.max(0, ...turns);
}

/** The file that holds what was closed in a month of UTC, `2026-11`, or will. */
export function archiveFile(archived: Archived, kind: Kind, month: string): string {
  return nameOf(kind, month, turnOf(archived, kind, month));
}

/** The file that takes the place of the one that holds a month. */
export function nextFile(archived: Archived, kind: Kind, month: string): string {
  return nameOf(kind, month, turnOf(archived, kind, month) + 1);
}

/** The months of which something of a kind is in the archive. */
export function monthsIn(archived: Archived, kind: Kind): readonly string[] {
  return Object.entries(archived).flatMap(([file, counts]) => {
    const of = read(file);
    return of?.kind === kind && counts > 0 ? [of.month] : [];
  });
}

/** The files of an archive on which none of these counts: months that were erased, and what a crash left half written. */
export async function uncounted(folder: string, ...counted: readonly Archived[]): Promise<readonly string[]> {
  const files = await readdir(folder).catch((cause: unknown) => {
    if (isRefusal(cause, "ENOENT")) return [];
    throw cause;
  });
  const kept = new Set(counted.flatMap((archived) => Object.keys(archived)));
  return files.filter((file) => !kept.has(file) && read(file.replace(/\.tmp$/, "")));
}

/** Deletes the files of an archive on which no snapshot counts any more. */
export async function sweepArchive(folder: string, ...counted: readonly Archived[]): Promise<void> {
  for (const file of await uncounted(folder, ...counted)) await unlink(join(folder, file));
}
