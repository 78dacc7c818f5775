import type { Clock } from "./clock.ts";

/** A clock that goes as fast as it is told to: at a pace of 10 a minute is over in six seconds. */
export type PacedClock = Clock & {
  readonly pace: () => number;
  /** From now on it goes so many times as fast as the clock beneath; what waits is waited for at that pace. */
  readonly setPace: (times: number) => void;
};

type Timer = { readonly at: number; readonly run: () => void; cancel: () => void };

/** A clock that begins at the time and the pace of another, and never goes back. */
export function pacedClock(beneath: Clock): PacedClock {
  const timers = new Set<Timer>();
  let pace = 1;
  let since = { beneath: beneath.now(), shown: beneath.now() };

  const exact = () => since.shown + (beneath.now() - since.beneath) * pace;
  function wait(timer: Timer): void {
    timer.cancel = beneath.after(Math.ceil((timer.at - exact()) / pace), () => {
      timers.delete(timer);
      timer.run();
    });
  }

  return {
    now: () => Math.floor(exact()),
    after(ms, run) {
      const timer: Timer = { at: exact() + Math.max(0, ms), run, cancel: () => undefined };
      timers.add(timer);
      wait(timer);
      return () => {
        timers.delete(timer);
        timer.cancel();
      };
    },
    pace: () => pace,
    setPace(times) {
      since = { shown: exact(), beneath: beneath.now() };
      pace = times;
      for (const timer of timers) {
        timer.cancel();
        wait(timer);
      }
    },
  };
}
