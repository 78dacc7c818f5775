/**
 * An ordered line in which anybody's place is found without counting: who joins gets a ticket, and a binary indexed
 * tree over the tickets says in O(log n) how many of those before are still there.
 */
export type Line<T> = {
  readonly size: number;
  readonly first: T | undefined;
  join(key: string, one: T): void;
  leave(key: string): T | undefined;
  get(key: string): T | undefined;
  /** 1 is next; 0 is not in the line. */
  place(key: string): number;
  all(): readonly T[];
};

/** An empty line. */
export function openLine<T>(): Line<T> {
  const waiting = new Map<string, { readonly ticket: number; readonly one: T }>();
  let tree = new Int32Array(1025);
  let tickets = 0;

  function add(ticket: number, by: number) {
    for (let at = ticket; at < tree.length; at += at & -at) tree[at] = (tree[at] ?? 0) + by;
  }
  function renumber() {
    const all = [...waiting];
    tree = new Int32Array(Math.max(1024, all.length * 4) + 1);
    tickets = 0;
    for (const [key, { one }] of all) seat(key, one);
  }
  function seat(key: string, one: T) {
    tickets += 1;
    waiting.set(key, { ticket: tickets, one });
    add(tickets, 1);
  }

  return {
    get size() {
      return waiting.size;
    },
    get first() {
      return waiting.values().next().value?.one;
    },
    join(key, one) {
      if (tickets + 1 >= tree.length) renumber();
      seat(key, one);
    },
    leave(key) {
      const there = waiting.get(key);
      if (!there) return undefined;
      waiting.delete(key);
      add(there.ticket, -1);
      return there.one;
    },
    get: (key) => waiting.get(key)?.one,
    place(key) {
      const there = waiting.get(key);
      let count = 0;
      for (let at = there?.ticket ?? 0; at > 0; at -= at & -at) count += tree[at] ?? 0;
      return count;
    },
    all: () => [...waiting.values()].map(({ one }) => one),
  };
}
