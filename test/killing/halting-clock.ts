import type { Clock } from "../../src/exchange/clock.ts";

/** The machine's clock, on which people speak and listen many times as fast, and stand still while nobody answers them. */
export type HaltingClock = Clock & { readonly halt: () => void; readonly goOn: () => void };

type Timer = { left: number; readonly run: () => void; cancel: (() => void) | undefined };

/** A clock that says the machine's time; what is to happen in some time on it happens `times` as soon. */
export function haltingClock(times: number): HaltingClock {
  const timers = new Set<Timer>();
  let halted = false;

  function set(timer: Timer): void {
    const since = performance.now();
    const timeout = setTimeout(() => {
      timers.delete(timer);
      timer.run();
    }, timer.left);
    timer.cancel = () => {
      clearTimeout(timeout);
      timer.left = Math.max(0, timer.left - (performance.now() - since));
    };
  }

  return {
    now: () => Date.now(),
    after(ms, run) {
      const timer: Timer = { left: Math.max(0, ms) / times, run, cancel: undefined };
      timers.add(timer);
      if (!halted) set(timer);
      return () => {
        timer.cancel?.();
        timers.delete(timer);
      };
    },
    halt() {
      halted = true;
      for (const timer of timers) timer.cancel?.();
    },
    goOn() {
      if (!halted) return;
      halted = false;
      for (const timer of timers) set(timer);
    },
  };
}
