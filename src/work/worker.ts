import type { Logger } from "pino";
import { assign } from "../acd/assign.ts";
import type { Callback } from "../callback/callback.ts";
import { isRungFirst } from "../callback/stand.ts";
import type { RepId, Routing } from "../routing/routing.ts";
import type { Settled, Store, StoredEffect } from "../store/store.ts";
import type { Activity } from "./activity.ts";
import type { Board } from "./board.ts";
import { callBack, type Attempt } from "./call-back.ts";
import type { Callbacks } from "./callbacks.ts";
import type { Calls } from "./calls.ts";
import type { Clock } from "./clock.ts";

/** Performs what is due, and gives waiting callers to free reps. */
export type Worker = {
  /** Something may have become due. */
  readonly poke: () => void;
  /** Stops taking up work; what is being done is finished. */
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly store: Store;
  readonly board: Board;
  readonly calls: Calls;
  readonly callbacks: Callbacks;
  /** Whoever decides: after each decision there may be work. */
  readonly decided: readonly { readonly onDecided: (then: () => void) => void }[];
  readonly routing: Routing;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly perform: (effect: StoredEffect) => Promise<Settled>;
  readonly log: Logger;
  /** Whether nobody is to be rung back now, or not for this callback. */
  readonly holdsBack: (callback?: Callback) => boolean;
  readonly settled: (effect: StoredEffect, settled: Settled) => void;
};

/** Effects claimed at once; and for how long, before somebody else may take one up. */
const most = 50;
const leaseMs = 60_000;
/** While somebody waits and a rep is free, the line is looked at so often: pools widen and preferences run out with time alone. */
const lookAgainMs = 1_000;
/** While only return calls are due whose customers may not be rung at this hour, so often. */
const lookAtNightMs = 60_000;
/** A store or a network that failed is asked again after so long. */
const afterFailureMs = 1_000;

export function startWorker(options: Options): Worker {
  const { store, board, calls, callbacks, routing, clock, activity, log } = options;
  let stopped = false;
  let pumping = false;
  let again = false;
  let assigning = false;
  let wakeUp: (() => void) | undefined;
  let lookAgain: (() => void) | undefined;

  function poke(): void {
    if (stopped) return;
    if (pumping) {
      again = true;
      return;
    }
    pumping = true;
    void activity.during(pump);
  }

  async function pump(): Promise<void> {
    try {
      again = false;
      const claimed = await store.claim(clock.now(), most, leaseMs);
      for (const effect of claimed) void activity.during(() => attempt(effect));
      again ||= claimed.length === most;
      const due = await store.nextDue();
      wakeUp?.();
      if (due !== undefined && !stopped) wakeUp = clock.after(Math.max(due - clock.now(), 1), poke);
    } catch (error) {
      log.error({ err: error }, "claiming work failed");
      wakeUp = clock.after(afterFailureMs, poke);
    } finally {
      pumping = false;
      if (again) poke();
    }
  }

  async function attempt(effect: StoredEffect): Promise<void> {
    const settled = await options.perform(effect).catch((error: unknown): Settled => {
      log.error({ err: error, do: effect.effect.do, of: effect.of }, "an effect failed");
      return { outcome: "retry", at: clock.now() + afterFailureMs * 2 ** Math.min(effect.claims, 6) };
    });
    if (settled.outcome !== "done") log.warn({ do: effect.effect.do, of: effect.of, ...settled }, "effect not done");
    options.settled(effect, settled);
    await store.settle(effect.id, settled).catch((error: unknown) => log.error({ err: error }, "settling failed"));
    poke();
  }

  /** Whoever is free gets whoever is next; once for all that has changed since. */
  function look(): void {
    if (stopped || assigning) return;
    assigning = true;
    void activity.during(async () => {
      await Promise.resolve();
      assigning = false;
      lookAgain?.();
      lookAgain = undefined;
      const free = board.free();
      if (free.length === 0 || stopped) return;
      const line = board.line();
      if (line.length > 0) lookAgain = clock.after(lookAgainMs, look);
      else if (board.anyDue()) lookAgain = clock.after(lookAtNightMs, look);
      await give(assign(line, free, board.signedIn(), routing, clock.now()));
    });
  }

  async function give(assignments: ReturnType<typeof assign>): Promise<void> {
    await Promise.all(
      assignments.map(async ({ call, rep, overtook }) => {
        const callback = board.due(call);
        if (callback) await callBack(callback, attemptAt(callback, rep), { ...options, now: () => clock.now() });
        else await calls.tell(call, () => ({ type: "assigned", rep, overtook: overtook.length }));
        for (const { call: other, cause } of overtook) {
          log.info({ call: other, by: call, cause }, "overtaken");
          if (board.due(other)) await callbacks.tell(other, () => ({ type: "overtaken" }));
          else await calls.tell(other, () => ({ type: "overtaken", by: call, cause }));
        }
      }),
    );
    poke();
  }

  /** Where the queue rings customers first, no rep waits for a phone to be answered: one who is free is kept, and not rung yet. */
  function attemptAt(callback: Callback, rep: RepId): Attempt {
    const sid = `${callback.id}-${clock.now().toString(36)}`;
    return isRungFirst(callback, routing) ? { sid, how: "first", rep } : { sid, how: "rep", rep };
  }

  for (const one of options.decided) one.onDecided(poke);
  board.onChange(look);
  look();
  poke();
  return {
    poke,
    async stop() {
      stopped = true;
      wakeUp?.();
      lookAgain?.();
      await activity.idle();
    },
  };
}
