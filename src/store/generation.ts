import { readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { format, headerShape } from "./schema.ts";
import { damaged, StoreUnusable, unreadable } from "./unusable.ts";

/**
 * A generation is a snapshot and the journal of what changed after it. Generation 0 is the store before it was ever
 * opened: its snapshot is no file, and nothing was written before journal 1.
 */
export type Part = "snapshot" | "journal";

/** The file of a part: `journal-12.ndjson`. */
export function partFile(folder: string, part: Part, generation: number): string {
  return join(folder, `${part}-${generation}.ndjson`);
}

/** The generations of each part that lie in a folder, newest first. */
export type Listing = Readonly<Record<Part, readonly number[]>>;

/** Lists a folder; files that are not parts are left alone. */
export async function listParts(folder: string): Promise<Listing> {
  const files = await readdir(folder).catch((cause: unknown) => {
    throw unreadable(folder, cause);
  });
  const of = (part: Part) =>
    files
      .map((file) => new RegExp(`^${part}-([1-9]\\d{0,14})\\.ndjson$`).exec(file)?.[1])
      .filter((digits) => digits !== undefined)
      .map(Number)
      .sort((a, b) => b - a);
  return { snapshot: of("snapshot"), journal: of("journal") };
}

/** Deletes the parts of generations before `generation`, oldest first, and snapshots that a crash left half written. */
export async function forgetBefore(folder: string, generation: number): Promise<void> {
  const listing = await listParts(folder);
  for (const part of ["snapshot", "journal"] as const)
    for (const old of listing[part].filter((each) => each < generation).reverse())
      await unlink(partFile(folder, part, old));
  for (const file of await readdir(folder))
    if (/^snapshot-\d+\.ndjson\.tmp$/.test(file)) await unlink(join(folder, file));
}

/** The first line of a part. */
export function headerOf(part: Part, generation: number) {
  return { holdfast: part, format, generation };
}

/** Throws StoreUnusable unless the value is the first line of that part, in the format of this version. */
export function checkHeader(value: unknown, path: string, part: Part, generation: number): void {
  const header = headerShape.safeParse(value).data;
  if (header?.holdfast !== part) throw damaged(`${path} is not a ${part} of Holdfast`);
  if (header.format !== format) {
    const age = header.format < format ? "an older" : "a newer";
    throw new StoreUnusable(
      `${path} was written by ${age} version of Holdfast (file format ${header.format}; this version reads ${format}). Nothing was changed. Start that version, or set DATA_DIR to another folder.`,
    );
  }
  if (header.generation !== generation)
    throw damaged(`${path} is generation ${header.generation} under another's name`);
}
