/** Where the exchange takes its time from: `now` in milliseconds since 1970; `after` returns what cancels it. */
export type Clock = { now(): number; after(ms: number, run: () => void): () => void };

/** The machine's own clock. */
export function realClock(): Clock {
  return {
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}

/** A clock that stands still until it is moved. */
export type VirtualClock = Clock & {
  /**
   * Moves on by `ms`, running what falls due one by one in time order. `settled` is awaited before the first, after
   * each, and at the end, so that what one timer set off is done before the next one runs.
   */
  advance(ms: number, settled: () => Promise<void>): Promise<void>;
};

type Timer = { readonly at: number; readonly order: number; run: (() => void) | undefined };

const earlier = (a: Timer, b: Timer) => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A clock for tests and simulation that starts at `start`; timers due at the same instant run in the order they were set. */
export function virtualClock(start: number): VirtualClock {
  const heap: Timer[] = [];
  let now = start;
  let order = 0;

  return {
    now: () => now,
    after(ms, run) {
      const timer: Timer = { at: now + Math.max(0, ms), order: order++, run };
      push(heap, timer);
      return () => {
        timer.run = undefined;
      };
    },
    async advance(ms, settled) {
      const until = now + ms;
      await settled();
      for (let next = heap[0]; next && next.at <= until; next = heap[0]) {
        pop(heap);
        if (!next.run) continue;
        now = Math.max(now, next.at);
        next.run();
        await settled();
      }
      now = Math.max(now, until);
    },
  };
}

function push(heap: Timer[], timer: Timer) {
  let place = heap.push(timer) - 1;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = heap[above];
    if (!parent || earlier(parent, timer)) break;
    heap[place] = parent;
    place = above;
  }
  heap[place] = timer;
}

function pop(heap: Timer[]) {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let place = 0;
  for (;;) {
    const left = 2 * place + 1;
    const [first, second] = [heap[left], heap[left + 1]];
    if (!first) break;
    const [smaller, child] = second && earlier(second, first) ? [second, left + 1] : [first, left];
    if (earlier(last, smaller)) break;
    heap[place] = smaller;
    place = child;
  }
  heap[place] = last;
}

/** A clock on which everything set can be taken back at once, and nothing more be set. */
export function closable(clock: Clock): { readonly clock: Clock; cancelAll: () => void } {
  const cancels = new Set<() => void>();
  let closed = false;
  return {
    clock: {
      now: () => clock.now(),
      after(ms, run) {
        if (closed) return () => {};
        const cancel = clock.after(ms, () => {
          cancels.delete(cancel);
          run();
        });
        cancels.add(cancel);
        return () => {
          cancels.delete(cancel);
          cancel();
        };
      },
    },
    cancelAll() {
      closed = true;
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}
