import type { Clock } from "./clock.ts";

/** Thrown into whatever waits in a scope when the scope is stopped. */
export class Stopped extends Error {
  readonly why: string;
  constructor(why: string) {
    super(`stopped: ${why}`);
    this.name = "Stopped";
    this.why = why;
  }
}

/**
 * A stretch of a call that can be stopped from outside: everything that waits does so in a scope, and a stop reaches
 * all of it at once, children first set up last.
 */
export type Scope = {
  /** Why it was stopped, once it is. */
  readonly stopped: string | undefined;
  stop(why: string): void;
  /** Runs at once when the scope stops (in the same turn); the returned function takes it back. */
  onStop(run: (why: string) => void): () => void;
  /** Waits on the exchange's clock; throws `Stopped`. */
  sleep(ms: number): Promise<void>;
  /** Waits for work, throws `Stopped` when stopped before. */
  until<T>(work: Promise<T>): Promise<T>;
  child(): Scope;
};

/** A new scope of its own. */
export function openScope(clock: Clock): Scope {
  const watchers = new Set<(why: string) => void>();
  let stopped: string | undefined;

  const onStop = (run: (why: string) => void) => {
    watchers.add(run);
    return () => {
      watchers.delete(run);
    };
  };
  const scope: Scope = {
    get stopped() {
      return stopped;
    },
    stop(why) {
      if (stopped !== undefined) return;
      stopped = why;
      const told = [...watchers];
      watchers.clear();
      for (const watcher of told) watcher(why);
    },
    onStop,
    sleep(ms) {
      return new Promise((resolve, reject) => {
        if (stopped !== undefined) return reject(new Stopped(stopped));
        const cancel = clock.after(ms, () => {
          forget();
          resolve();
        });
        const forget = onStop((why) => {
          cancel();
          reject(new Stopped(why));
        });
      });
    },
    until(work) {
      return new Promise((resolve, reject) => {
        if (stopped !== undefined) {
          work.catch(() => undefined);
          return reject(new Stopped(stopped));
        }
        const forget = onStop((why) => reject(new Stopped(why)));
        work.then(
          (value) => {
            forget();
            resolve(value);
          },
          (error: unknown) => {
            forget();
            reject(error);
          },
        );
      });
    },
    child() {
      const child = openScope(clock);
      if (stopped !== undefined) child.stop(stopped);
      else {
        const forget = onStop((why) => child.stop(why));
        child.onStop(forget);
      }
      return child;
    },
  };
  return scope;
}

/** Nothing to cancel. */
export const nothing = (): void => {};

/** A value that arrives once: later `give`s are ignored. */
export type Slot<T> = { readonly given: Promise<T>; readonly full: boolean; give(value: T): void };

/** An empty slot. */
export function openSlot<T>(): Slot<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  let full = false;
  return {
    given: promise,
    get full() {
      return full;
    },
    give(value) {
      full = true;
      resolve(value);
    },
  };
}
