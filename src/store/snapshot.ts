import { bytesOf, inSlices, replaceFile, type Sync } from "./disk.ts";
import { apply, changesIn, newDocument, type Cut, type Document } from "./document.ts";
import { checkHeader, headerOf, partFile } from "./generation.ts";
import { lineOf, scan } from "./line.ts";
import { changeOf } from "./read.ts";
import { faultOf, snapshotHeaderShape } from "./schema.ts";
import { damaged } from "./unusable.ts";

/** What a snapshot says of the document beside its records and effects. */
export type Facts = Pick<Document, "archived" | "run" | "takenAt">;

/** Writes the snapshot of a generation, whole or not at all. */
export async function writeSnapshot(
  folder: string,
  generation: number,
  facts: Facts,
  cut: Cut,
  sync: Sync,
): Promise<void> {
  const header = { ...headerOf("snapshot", generation), ...facts, lines: cut.lines };
  await replaceFile(partFile(folder, "snapshot", generation), sync, async (file) => {
    await file.appendFile(lineOf(header));
    for await (const lines of inSlices(changesIn(cut))) await file.appendFile(lines);
  });
}

/**
 * The document of a snapshot, or what is wrong with the file as a sentence. Throws StoreUnusable when the file is
 * whole but not for us: of another version, or with a record that this one cannot read.
 */
export async function readSnapshot(folder: string, generation: number): Promise<Document | string> {
  const path = partFile(folder, "snapshot", generation);
  const { values, rest } = scan((await bytesOf(path)) ?? Buffer.alloc(0));
  const [first, ...changes] = values;
  if (values.length === 0) return `${path} is empty or its first line is damaged.`;
  checkHeader(first, path, "snapshot", generation);
  const fault = faultOf(snapshotHeaderShape, first);
  if (fault !== undefined) throw damaged(`${path} has a first line that this version cannot read (${fault})`);
  const { lines, ...header } = snapshotHeaderShape.parse(first);
  if (rest !== "nothing" || lines !== changes.length) return `${path} is damaged after line ${values.length}.`;
  const document = newDocument();
  changes.forEach((value, at) => apply(document, changeOf(value, path, at + 2)));
  return Object.assign(document, { archived: header.archived, run: header.run, takenAt: header.takenAt });
}
