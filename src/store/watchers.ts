import type { Kind, Kinds } from "./records.ts";

type Seen<K extends Kind> = (id: string, record: Kinds[K] | undefined, closed?: Kinds[K]) => void;

/** Who wants to be told of changes, by kind of record. */
export type Watchers = {
  add<K extends Kind>(kind: K, seen: Seen<K>): () => void;
  tell<K extends Kind>(kind: K, id: string, record: Kinds[K] | undefined, closed?: Kinds[K]): void;
};

/** Nobody yet. */
export function newWatchers(): Watchers {
  const watchers: { readonly [K in Kind]: Set<Seen<K>> } = {
    call: new Set(),
    rep: new Set(),
    caller: new Set(),
    queue: new Set(),
    review: new Set(),
    callback: new Set(),
    conversation: new Set(),
    resolution: new Set(),
    switch: new Set(),
    gate: new Set(),
    routing: new Set(),
    user: new Set(),
    session: new Set(),
    link: new Set(),
    token: new Set(),
    audit: new Set(),
    edition: new Set(),
    draft: new Set(),
    recording: new Set(),
    retention: new Set(),
  };
  return {
    add(kind, seen) {
      // Its own function, so that the same one watching twice is told twice and stops once.
      const own: typeof seen = (id, record, closed) => seen(id, record, closed);
      watchers[kind].add(own);
      return () => void watchers[kind].delete(own);
    },
    tell(kind, id, record, closed) {
      for (const seen of watchers[kind]) seen(id, record, closed);
    },
  };
}
