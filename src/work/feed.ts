import { randomUUID } from "node:crypto";
import type { Callback } from "../callback/callback.ts";
import type { Kind } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/** What has changed, by which whoever shows it knows what to read anew. */
export type Change =
  | { readonly about: "draft" }
  | { readonly about: "edition"; readonly id: string; readonly state: string }
  | { readonly about: "return-call"; readonly id: string; readonly state: string }
  | { readonly about: "switches" };

/** A change, and its name in the order of all. `of`: the return call that it is about, by which it is known who may be told. */
export type Entry = { readonly id: string; readonly change: Change; readonly of?: Callback };

/** Changes as they happen, and the last of them for whoever was away for a moment. */
export type Feed = {
  /** The name of the newest change. */
  readonly last: () => string;
  /** All changes after one; undefined: it is not known any more, or was made by a process before. */
  readonly since: (id: string) => readonly Entry[] | undefined;
  /** Tells of every change until the answer is called. */
  readonly follow: (seen: (entry: Entry) => void) => () => void;
  /** Tells that calls, reps or return calls have changed: often, and not what. */
  readonly onFloor: (seen: () => void) => () => void;
  readonly close: () => void;
};

/** Changes that are remembered. */
const most = 1_000;
const floorKinds: readonly Kind[] = ["call", "rep", "callback", "queue"];

/** Follows what is stored. */
export function openFeed(store: Pick<Store, "watch">): Feed {
  const run = randomUUID().slice(0, 8);
  const entries: Entry[] = [];
  const followers = new Set<(entry: Entry) => void>();
  const watchers = new Set<() => void>();
  let count = 0;

  const nameOf = (number: number) => `${run}-${number}`;
  function add(change: Change, of?: Callback): void {
    const entry = { id: nameOf(++count), change, ...(of ? { of } : {}) };
    entries.push(entry);
    if (entries.length > most) entries.shift();
    for (const seen of followers) seen(entry);
  }

  const stops = [
    store.watch("draft", () => add({ about: "draft" })),
    store.watch("edition", (id, open, closed) => {
      const { state } = open ?? closed ?? {};
      if (state !== undefined) add({ about: "edition", id, state });
    }),
    store.watch("callback", (id, open, closed) => {
      const callback = open ?? closed;
      if (callback) add({ about: "return-call", id, state: callback.state.at }, callback);
    }),
    store.watch("switch", () => add({ about: "switches" })),
    ...floorKinds.map((kind) => store.watch(kind, () => watchers.forEach((seen) => seen()))),
  ];

  return {
    last: () => nameOf(count),
    since(id) {
      const number = Number(id.slice(run.length + 1));
      if (!id.startsWith(`${run}-`) || !Number.isInteger(number) || number > count) return undefined;
      const missed = count - number;
      return number < 0 || missed > entries.length ? undefined : entries.slice(entries.length - missed);
    },
    follow(seen) {
      followers.add(seen);
      return () => void followers.delete(seen);
    },
    onFloor(seen) {
      watchers.add(seen);
      return () => void watchers.delete(seen);
    },
    close: () => stops.forEach((stop) => stop()),
  };
}
