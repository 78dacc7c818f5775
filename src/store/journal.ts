import { open, type FileHandle } from "node:fs/promises";
import { ownFile, syncFolder, type Sync } from "./disk.ts";
import type { Change } from "./document.ts";
import { newGathering } from "./gathering.ts";
import { headerOf, partFile } from "./generation.ts";
import { lineOf } from "./line.ts";

/** Where changes become durable. Changes that come close together share a sync, and so do those that arrive during one. */
export type Journal = {
  append(change: Change): void;
  /** Resolves when all that was appended so far is on disk, or never will be because the journal has failed. */
  flushed(): Promise<void>;
  /** What is appended from now on goes to the next generation; resolves with it once the file is there. Undefined: failed. */
  rotate(): Promise<number | undefined>;
  /** Bytes appended since the last rotation, or opening. */
  bytes(): number;
  close(): Promise<void>;
};

/** The last line of a journal that was written to its end: how many changes are in it, and that there is a next one. */
export type Seal = { readonly sealed: number };

type Options = {
  readonly folder: string;
  readonly sync: Sync;
  /** So long changes that come thick and fast wait for each other, in milliseconds; the usual time unless given. */
  readonly breath?: number | undefined;
  /** Called once, before `flushed` resolves for what could not be written. Nothing is written afterwards. */
  readonly onFailed: (cause: unknown) => void;
};
/** Where the journal stands: after `lines` changes, `length` bytes, of the generation. No length: no file yet. */
export type Position = { readonly generation: number; readonly length: number; readonly lines: number };

/** Goes on with a journal. What lies beyond its length is cut off. Throws what the file system throws. */
export async function openJournal({ folder, sync, breath, onFailed }: Options, position: Position): Promise<Journal> {
  let { generation, lines } = position;
  let file = position.length === 0 ? await create(generation, "w") : await resume(position);
  let bytes = position.length;
  let failed = false;
  let collecting: string[] | undefined;
  let tail = Promise.resolve();
  const gathering = newGathering(breath);

  async function create(next: number, flag: "w" | "wx"): Promise<FileHandle> {
    const created = await open(partFile(folder, "journal", next), flag, ownFile);
    await orClose(created, async () => {
      await created.appendFile(lineOf(headerOf("journal", next)));
      await sync(created.fd);
      await syncFolder(folder);
    });
    return created;
  }

  async function resume({ length }: Position): Promise<FileHandle> {
    const resumed = await open(partFile(folder, "journal", generation), "a", ownFile);
    await orClose(resumed, async () => {
      await resumed.truncate(length);
      await sync(resumed.fd);
    });
    return resumed;
  }

  async function write(text: string): Promise<void> {
    const left = Buffer.from(text);
    for (let written = 0; written < left.length;) written += (await file.write(left, written)).bytesWritten;
    await sync(file.fd);
  }

  /** The next file is there before the seal, and sealed is the last before the next is used: a lost file is noticed. */
  async function toNext(sealed: Seal): Promise<void> {
    const next = await create(generation + 1, "wx");
    await orClose(next, () => write(lineOf(sealed)));
    await file.close();
    file = next;
    generation++;
  }

  /** After a failed write or sync nobody knows what the file holds: nothing is tried again. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    if (failed) return;
    try {
      await work();
    } catch (cause) {
      failed = true;
      onFailed(cause);
    }
  }

  function collect(): string[] {
    if (collecting) return collecting;
    const batch: string[] = [];
    collecting = batch;
    tail = tail
      .then(() => gathering.wait())
      .then(() => {
        if (collecting === batch) collecting = undefined;
        gathering.began(batch.length);
        return attempt(() => write(batch.join("")));
      });
    return batch;
  }

  return {
    append(change) {
      if (failed) return;
      const line = lineOf(change);
      gathering.joined(collect().push(line));
      lines++;
      bytes += line.length;
    },
    flushed: () => tail,
    rotate() {
      const sealed = { sealed: lines };
      collecting = undefined;
      lines = 0;
      bytes = 0;
      tail = tail.then(() => attempt(() => toNext(sealed)));
      return tail.then(() => (failed ? undefined : generation));
    },
    bytes: () => bytes,
    async close() {
      await tail;
      await file.close();
    },
  };
}

async function orClose(file: FileHandle, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    await file.close();
    throw cause;
  }
}
