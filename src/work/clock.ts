/** Time as the app sees it. `after` runs something in so many milliseconds and returns the way to call it off. */
export type Clock = {
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
  /** How many times as fast it goes as a clock on the wall; one that does not say goes as fast. */
  readonly pace?: () => number;
};

/** The longest that a timer of Node's can wait; a longer one would fire at once. */
const longestTimer = 2 ** 31 - 1;

/** The machine's clock. Its timers do not keep the process alive. */
export const machineClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), longestTimer));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
