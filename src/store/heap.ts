/** A binary heap: `peek` and `pop` give the item that comes before all others. */
export type Heap<T> = { push(item: T): void; peek(): T | undefined; pop(): T | undefined };

/** An empty heap in the order that `before` says. */
export function newHeap<T>(before: (a: T, b: T) => boolean): Heap<T> {
  const items: T[] = [];

  function rise(item: T): void {
    let at = items.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = items[above];
      if (parent === undefined || !before(item, parent)) break;
      items[at] = parent;
      at = above;
    }
    items[at] = item;
  }

  function sink(item: T): void {
    let at = 0;
    for (;;) {
      const left = items[2 * at + 1];
      const right = items[2 * at + 2];
      if (left === undefined) break;
      const rightFirst = right !== undefined && before(right, left);
      const child = rightFirst ? right : left;
      if (!before(child, item)) break;
      items[at] = child;
      at = 2 * at + (rightFirst ? 2 : 1);
    }
    items[at] = item;
  }

  return {
    push: rise,
    peek: () => items[0],
    pop() {
      const first = items[0];
      const last = items.pop();
      if (last !== undefined && items.length > 0) sink(last);
      return first;
    },
  };
}
