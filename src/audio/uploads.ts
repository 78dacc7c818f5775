import { randomUUID } from "node:crypto";
import type { Names, UploadedTrack } from "./entry.ts";
import { readUpload, type ReadOptions } from "./read.ts";
import type { Ending, Ready } from "./reading.ts";
import { isSettled, type Upload } from "./upload.ts";
import { uploadList, type Item, type Watcher } from "./upload-list.ts";

/** Uploads read at once, uploads that may wait for that, bytes held by both, and settled uploads that are remembered. */
export const limits = { reading: 2, waiting: 20, bytes: 256 * 1024 * 1024, remembered: 20 } as const;

export type UploadsOptions = {
  /** Keeps a track for good and serves it; gives back what is kept. Rejects where the disk does not take it. */
  readonly keep: (track: UploadedTrack) => Promise<UploadedTrack>;
  /** Told what went wrong that is not the upload's fault, or may not be. */
  readonly failed: (why: string, cause: unknown) => void;
  /** See ReadOptions. */
  readonly patience?: NonNullable<ReadOptions["patience"]>;
};

/** An upload whose bytes are coming in: a place that is taken. */
export type Receiving = {
  readonly id: string;
  /** Takes more bytes into account, and the share of all that they are; `false`: all uploads together hold too many. */
  readonly holds: (bytes: number, share: number) => boolean;
  readonly received: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** They stopped coming: the place is free again. */
  readonly gone: () => void;
};

/** What is being uploaded, in memory alone: a restart forgets all but what is stored. */
export type Uploads = {
  /** Takes a place; `undefined`: too many wait already. */
  readonly begin: (names: Names) => Receiving | undefined;
  readonly get: (id: string) => Upload | undefined;
  readonly all: () => readonly Upload[];
  /** What callers would hear of an upload that needs acceptance, as a WAV; undefined otherwise. */
  readonly sound: (id: string) => Buffer | undefined;
  /** Tells of every change until the answer is called. */
  readonly watch: (id: string, watcher: Watcher) => () => void;
  /** Stores what needed acceptance; `false`: there is nothing to accept. */
  readonly accept: (id: string) => Promise<boolean>;
  /** Stops and forgets an upload; a stored track stays. */
  readonly forget: (id: string) => void;
  /** Stops everything; nothing is stored afterwards. */
  readonly close: () => Promise<void>;
};

/** Opens the place where uploads are read, a few at once, and stored. */
export function openUploads(options: UploadsOptions): Uploads {
  const list = uploadList(limits.remembered);
  const waiting: Item[] = [];
  const working = new Set<Promise<void>>();
  let reading = 0;

  function begin(names: Names): Receiving | undefined {
    const unsettled = list.all().filter(({ upload }) => !isSettled(upload));
    if (unsettled.length >= limits.reading + limits.waiting) return undefined;
    const item = list.add({ id: randomUUID(), ...names, state: "receiving", progress: 0 });
    return {
      id: item.upload.id,
      holds(bytes, share) {
        item.held = bytes;
        list.change(item, { progress: share });
        return list.all().reduce((sum, { held }) => sum + held, 0) <= limits.bytes;
      },
      received(bytes) {
        item.bytes = bytes;
        item.held = bytes.length;
        list.change(item, { state: "decoding", progress: 0 });
        waiting.push(item);
        next();
      },
      gone: () => list.forget(item),
    };
  }

  function next(): void {
    while (reading < limits.reading) {
      const item = waiting.shift();
      if (!item) return;
      reading++;
      void work(
        read(item).then((ending) => {
          reading--;
          next();
          return settle(item, ending);
        }),
      );
    }
  }

  /** Reads what came in, unless it was forgotten meanwhile. Whatever goes wrong is told and becomes a refusal. */
  async function read(item: Item): Promise<Ending> {
    const { bytes, stopped } = item;
    const { title, uploadedAs } = item.upload;
    const died = (cause: unknown) => options.failed("a process that read an upload has died", cause);
    if (!bytes || stopped.signal.aborted) return { refusal: "It was withdrawn." };
    delete item.bytes;
    const { patience } = options;
    const asked = { signal: stopped.signal, died, ...(patience === undefined ? {} : { patience }) };
    try {
      const progress: ReadOptions["progress"] = (now) => list.change(item, now);
      return await readUpload(bytes, { title, uploadedAs }, { ...asked, progress });
    } catch (cause) {
      died(cause);
      return { refusal: "The server could not read it just now. Try again." };
    } finally {
      item.held = 0;
    }
  }

  async function settle(item: Item, ending: Ending): Promise<void> {
    if (item.stopped.signal.aborted) return;
    if ("refusal" in ending) return list.change(item, { state: "refused", progress: 1, refusal: ending.refusal });
    const { warnings, figures, entry } = ending.ready;
    if (warnings.length === 0) return store(item, ending.ready);
    item.ready = ending.ready;
    list.change(item, { state: "needs-acceptance", progress: 1, warnings, figures, track: entry });
  }

  async function store(item: Item, { entry, wav, figures, warnings }: Ready): Promise<void> {
    delete item.ready;
    try {
      const kept = await options.keep({ entry: { ...entry, accepted: [...warnings] }, wav });
      list.change(item, { state: "stored", progress: 1, figures, warnings, track: kept.entry });
    } catch (cause) {
      options.failed("an uploaded track could not be stored", cause);
      const refusal = "The server's disk did not take it. Make room there, then upload it again.";
      list.change(item, { state: "refused", progress: 1, refusal });
    }
  }

  function work(task: Promise<void>): Promise<void> {
    const done = task.finally(() => working.delete(done));
    working.add(done);
    return done;
  }

  return {
    begin,
    get: (id) => list.get(id)?.upload,
    all: () => list.all().map(({ upload }) => upload),
    sound: (id) => list.get(id)?.ready?.wav,
    watch: list.watch,
    async accept(id) {
      const item = list.get(id);
      if (!item?.ready) return false;
      await work(store(item, item.ready));
      return true;
    },
    forget(id) {
      const item = list.get(id);
      if (item) list.forget(item);
    },
    async close() {
      list.all().forEach(list.forget);
      await Promise.all(working);
    },
  };
}
