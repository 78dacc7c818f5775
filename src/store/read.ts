import { bytesOf } from "./disk.ts";
import type { Change } from "./document.ts";
import { checkHeader, headerOf, partFile } from "./generation.ts";
import type { Position } from "./journal.ts";
import { lineOf, scan } from "./line.ts";
import { faultInChange } from "./schema.ts";
import { damaged } from "./unusable.ts";

/** The value of a line as a change. Throws StoreUnusable, naming the record, when this version cannot read it. */
export function changeOf(value: unknown, path: string, line: number): Change {
  const fault = faultInChange(value);
  if (fault !== undefined) throw damaged(`${path}, line ${line}, cannot be read by this version: ${fault}`);
  // The shape holds, and every line was written from a Change.
  return value as Change;
}

/** What a journal holds. `unborn`: a crash came before its first line was whole, so that nothing was ever in it. */
export type ReadJournal = {
  readonly changes: readonly Change[];
  readonly position: Position;
  readonly state: "unborn" | "open" | "torn" | "sealed";
};

/** Reads the journal of a generation. Throws StoreUnusable when it is missing, damaged or not ours. */
export async function readJournal(folder: string, generation: number): Promise<ReadJournal> {
  const path = partFile(folder, "journal", generation);
  const bytes = await bytesOf(path);
  if (!bytes) throw damaged(`${path} is missing`);
  if (isUnborn(bytes, generation)) return { changes: [], position: start(generation), state: "unborn" };
  const { values, length, rest } = scan(bytes);
  const [header, ...lines] = values;
  checkHeader(header, path, "journal", generation);
  const seal = lines.at(-1);
  const sealed = typeof seal === "object" && seal !== null && "sealed" in seal ? seal.sealed : undefined;
  if (sealed !== undefined) lines.pop();
  const changes = lines.map((value, at) => changeOf(value, path, at + 2));
  if (rest === "damaged" || (sealed !== undefined && rest !== "nothing"))
    throw damaged(`${path} is damaged after line ${values.length} (byte ${length})`);
  if (sealed !== undefined && sealed !== changes.length)
    throw damaged(`${path} has ${changes.length} changes and says it had ${JSON.stringify(sealed)}`);
  const state = sealed !== undefined ? "sealed" : rest === "torn" ? "torn" : "open";
  return { changes, position: { generation, length, lines: changes.length }, state };
}

/** The position of a journal that is still to be made. */
export function start(generation: number): Position {
  return { generation, length: 0, lines: 0 };
}

function isUnborn(bytes: Buffer, generation: number): boolean {
  const header = Buffer.from(lineOf(headerOf("journal", generation)));
  if (bytes.length >= header.length) return false;
  return header.subarray(0, bytes.length).equals(bytes) || bytes.every((byte) => byte === 0);
}
