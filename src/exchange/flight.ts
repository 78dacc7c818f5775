/** Counts what is in flight, so that others can wait until nothing is. */
export type Flight = {
  readonly busy: number;
  /** One more in flight; the returned function lands it (once). */
  begin(): () => void;
  /** Resolves when nothing is in flight and nothing starts by itself. */
  idle(): Promise<void>;
};

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Nothing in flight. */
export function openFlight(): Flight {
  let busy = 0;
  let waiting: (() => void)[] = [];
  return {
    get busy() {
      return busy;
    },
    begin() {
      let landed = false;
      busy += 1;
      return () => {
        if (landed) return;
        landed = true;
        busy -= 1;
        if (busy > 0) return;
        const told = waiting;
        waiting = [];
        for (const tell of told) tell();
      };
    },
    async idle() {
      // A turn of the event loop runs every promise that is ready; a second one sees what those set off.
      for (let quiet = 0; quiet < 2;) {
        await turn();
        if (busy === 0) quiet += 1;
        else {
          quiet = 0;
          await new Promise<void>((resolve) => waiting.push(resolve));
        }
      }
    },
  };
}
