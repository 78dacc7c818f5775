import type { Ready } from "./reading.ts";
import { isSettled, type Upload } from "./upload.ts";

/** Told of an upload as it is now; `undefined`: it is forgotten. */
export type Watcher = (upload: Upload | undefined) => void;

/** An upload with what only we hold of it. */
export type Item = {
  upload: Upload;
  /** Bytes in memory that have not been read yet. */
  held: number;
  bytes?: Uint8Array<ArrayBuffer>;
  /** What is stored once its warnings are accepted. */
  ready?: Ready;
  readonly stopped: AbortController;
};

/** The uploads that are known, the oldest first. */
export type UploadList = {
  readonly get: (id: string) => Item | undefined;
  readonly all: () => readonly Item[];
  readonly add: (upload: Upload) => Item;
  /** Changes an upload and tells its watchers; of too many settled ones the oldest are forgotten. */
  readonly change: (item: Item, change: Partial<Upload>) => void;
  /** Forgets an upload and stops it. */
  readonly forget: (item: Item) => void;
  readonly watch: (id: string, watcher: Watcher) => () => void;
};

/** A list that remembers so many settled uploads: each that needs acceptance holds its sound. */
export function uploadList(remembered: number): UploadList {
  const items = new Map<string, Item>();
  const watchers = new Map<string, Set<Watcher>>();
  const tell = (id: string, upload: Upload | undefined) => watchers.get(id)?.forEach((watcher) => watcher(upload));

  function forget(item: Item): void {
    const { id } = item.upload;
    if (!items.delete(id)) return;
    item.stopped.abort();
    tell(id, undefined);
    watchers.delete(id);
  }

  return {
    get: (id) => items.get(id),
    all: () => [...items.values()],
    add(upload) {
      const item: Item = { upload, held: 0, stopped: new AbortController() };
      items.set(upload.id, item);
      return item;
    },
    change(item, change) {
      if (!items.has(item.upload.id)) return;
      item.upload = { ...item.upload, ...change };
      tell(item.upload.id, item.upload);
      if (!isSettled(item.upload)) return;
      const settled = [...items.values()].filter(({ upload }) => isSettled(upload));
      settled.slice(0, -remembered).forEach(forget);
    },
    forget,
    watch(id, watcher) {
      const own = watchers.get(id) ?? new Set();
      watchers.set(id, own.add(watcher));
      return () => {
        own.delete(watcher);
        if (own.size === 0 && watchers.get(id) === own) watchers.delete(id);
      };
    },
  };
}
