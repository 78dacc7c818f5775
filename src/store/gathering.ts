/**
 * When the next sync begins. A sync costs the processor as much as a whole webhook, so that changes which come thick and
 * fast wait for each other: where several shared the last sync, the next begins `breath` ms after it, or when there are
 * enough. Whoever changes something alone never waits.
 */
export type Gathering = {
  /** Resolves when the next sync should begin; at the earliest in the next turn of the event loop. */
  wait(): Promise<void>;
  /** One more change waits for the next sync: `count` of them now. */
  joined(count: number): void;
  /** A sync begins, with so many changes. */
  began(count: number): void;
};

const usualBreath = 10;
/** Spread over so many, a sync costs each next to nothing. */
const enough = 32;

/** Nobody waits yet. `breath`: so long those that come thick and fast wait for each other, in milliseconds; 10 unless given. */
export function newGathering(breath = usualBreath): Gathering {
  let waiting = 0;
  let shared = false;
  let beganAt = 0;
  let go: (() => void) | undefined;

  return {
    wait() {
      const left = shared && waiting < enough ? beganAt + breath - performance.now() : 0;
      return new Promise((resolve) => {
        if (left <= 0) {
          setImmediate(resolve);
          return;
        }
        const timer = setTimeout(resolve, left);
        go = () => {
          clearTimeout(timer);
          setImmediate(resolve);
        };
      });
    },
    joined(count) {
      waiting = count;
      if (count === enough) go?.();
    },
    began(count) {
      [waiting, shared, beganAt, go] = [0, count > 1, performance.now(), undefined];
    },
  };
}
