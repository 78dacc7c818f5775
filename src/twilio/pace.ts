/** A clock to pace by: `now` in milliseconds; `after` runs something in so many milliseconds, and returns the way to stop it. */
export type PaceClock = { readonly now: () => number; readonly after: (ms: number, run: () => void) => () => void };
/** Runs something when its turn comes. */
export type Pace = <T>(run: () => Promise<T>) => Promise<T>;

const apartMs = 1000;

/**
 * Starts one thing a second, in the order in which they were handed in; the first at once. An account may place one
 * call a second, and Twilio queues the others where nobody can take them back:
 * https://www.twilio.com/docs/voice/api/call-resource
 */
export function oneASecond(clock: PaceClock): Pace {
  let waiting = 0;
  let free = Number.NEGATIVE_INFINITY;
  return (run) => {
    // Nobody waits longer than those ahead need, even where the clock was set back.
    const wait = Math.min(Math.max(0, free - clock.now()), apartMs * (waiting + 1));
    free = clock.now() + wait + apartMs;
    if (wait === 0) return run();
    waiting += 1;
    return new Promise((resolve, reject) => {
      clock.after(wait, () => {
        waiting -= 1;
        run().then(resolve, reject);
      });
    });
  };
}
