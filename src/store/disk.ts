import { fdatasync } from "node:fs";
import { open, readFile, rename, rm, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { lineOf } from "./line.ts";
import { unreadable } from "./unusable.ts";

/** Puts what was written to an open file on the disk itself. */
export type Sync = (fd: number) => Promise<void>;
export const toDisk: Sync = promisify(fdatasync);

/** Phone numbers and what was said: for nobody but the user that runs Holdfast. */
export const ownFile = 0o600;
export const ownFolder = 0o700;

/** So long may the event loop be held by writing out records: about a millisecond at a time. */
const slice = 200;

/** The values as lines, in pieces; between them the event loop turns, so that callers are answered. */
export async function* inSlices(values: Iterable<unknown>): AsyncGenerator<string> {
  let lines: string[] = [];
  for (const value of values) {
    lines.push(lineOf(value));
    if (lines.length < slice) continue;
    yield lines.join("");
    lines = [];
    await setImmediate();
  }
  if (lines.length > 0) yield lines.join("");
}

/** The file's bytes; `undefined` when there is none. Throws StoreUnusable when it cannot be read. */
export async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (isRefusal(cause, "ENOENT")) return undefined;
    throw unreadable(path, cause);
  }
}

/** Whether the operating system said no: with `code` where given (`ENOENT`), else with any. */
export function isRefusal(cause: unknown, code?: string): boolean {
  return cause instanceof Error && "code" in cause && (code === undefined || cause.code === code);
}

/** Makes the names in a folder durable: a new file, a rename. Windows does this by itself and refuses to be asked. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a file whole: what is read there is the old file or the new one, whenever the power goes. */
export async function replaceFile(path: string, sync: Sync, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const aside = `${path}.tmp`;
  try {
    const file = await open(aside, "w", ownFile);
    try {
      await write(file);
      await sync(file.fd);
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (cause) {
    // Half a file must not go on filling a disk that may be full.
    await rm(aside, { force: true });
    throw cause;
  }
  await syncFolder(dirname(path));
}
