import type { Clock } from "./clock.ts";

/** What is being done right now, so that a stop can wait for it. Waiting for a moment to come is not doing. */
export type Activity = {
  /** Does something, and counts it as being done until it ends. */
  readonly during: <T>(run: () => Promise<T>) => Promise<T>;
  readonly busy: () => number;
  /** Resolves when nothing is being done. */
  readonly idle: () => Promise<void>;
  /** Waits for what somebody else does: meanwhile nothing is being done here. */
  readonly waiting: <T>(until: Promise<T>) => Promise<T>;
  /** The clock, for waits in the middle of doing something: meanwhile it is not being done. */
  readonly resting: Clock;
};

export function openActivity(clock: Clock): Activity {
  let busy = 0;
  let idlers: (() => void)[] = [];
  const change = (by: number) => {
    busy += by;
    if (busy > 0) return;
    const waiting = idlers;
    idlers = [];
    for (const go of waiting) go();
  };
  return {
    async during(run) {
      change(1);
      try {
        return await run();
      } finally {
        change(-1);
      }
    },
    async waiting(until) {
      change(-1);
      try {
        return await until;
      } finally {
        change(1);
      }
    },
    busy: () => busy,
    idle: () => (busy === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve))),
    resting: {
      now: () => clock.now(),
      after(ms, run) {
        change(-1);
        let over = false;
        const goOn = () => {
          if (!over) change(1);
          over = true;
        };
        const callOff = clock.after(ms, () => {
          goOn();
          run();
        });
        return () => {
          callOff();
          goOn();
        };
      },
    },
  };
}
