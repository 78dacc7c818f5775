import type { Logger } from "pino";
import { accountOf, amiss, type Account, type Amiss } from "../callback/audit.ts";
import type { Callback, CallbackId } from "../callback/callback.ts";
import { localDay } from "../routing/hours.ts";
import type { Routing } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";
import type { Activity } from "./activity.ts";
import type { Board } from "./board.ts";
import type { Callbacks } from "./callbacks.ts";
import type { Clock } from "./clock.ts";

type Options = {
  readonly store: Store;
  readonly board: Pick<Board, "call">;
  readonly callbacks: Callbacks;
  readonly routing: Routing;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly log: Logger;
  /** Something is amiss: `vanished` is a callback that has left the list without having been closed. */
  readonly found: (what: Amiss | "vanished") => void;
};

/** What was found, and what became of every promise that was looked at. */
export type Audited = {
  readonly account: Account;
  readonly faults: readonly { readonly id: CallbackId; readonly what: Amiss | "vanished" }[];
};

/** The end-of-day check: `round` is one, now; `start` has one at once and at every midnight of the business. */
export type Audit = { readonly round: () => Promise<Audited>; readonly start: () => () => void };

/**
 * Nothing leaves the list silently: every callback that was open at the last check, or came since, is open in a sane
 * state with something that will wake it, or was closed with how it ended. What can be mended is; the rest is told.
 */
export function openAudit({ store, board, callbacks, routing, clock, activity, log, found }: Options): Audit {
  /** What was on the list since the last check, with the number of times that were promised. */
  const listed = new Map<CallbackId, number>();
  const stopWatching = store.watch("callback", (id, callback) => {
    if (callback) listed.set(id, callback.given.length);
  });

  async function round(): Promise<Audited> {
    const expected = new Map(listed);
    const open = await store.open("callback");
    const wakes = await wakesByCallback();
    const closed = await closedOf(expected);
    const faults: { id: CallbackId; what: Amiss | "vanished" }[] = [];
    for (const callback of [...open, ...closed.values()]) {
      const { state } = callback;
      const callIsOpen = "call" in state && board.call(state.call) !== undefined;
      for (const what of amiss(callback, { wakes: wakes.get(callback.id) ?? [], callIsOpen }))
        if (await isStill(callback, what)) faults.push({ id: callback.id, what });
    }
    const known = new Map([...open, ...closed.values()].map(({ id, given }) => [id, given.length]));
    for (const [id, times] of expected) if ((known.get(id) ?? 0) < times) faults.push({ id, what: "vanished" });
    for (const id of expected.keys()) if (closed.has(id)) listed.delete(id);
    for (const { id, given } of open) listed.set(id, given.length);
    const account = accountOf([...open, ...closed.values()]);
    for (const { id, what } of faults) {
      found(what);
      log.error({ callback: id, what }, "something is amiss with a return call");
    }
    log.info({ ...account, faults: faults.length }, "return calls checked");
    return { account, faults };
  }

  /** What has changed since it was looked at is looked at next time; what has not is mended, where that can be. */
  async function isStill(callback: Callback, what: Amiss): Promise<boolean> {
    let still = callback.state.at === "closed";
    await callbacks.tell(callback.id, (now) => {
      if (now !== callback) return undefined;
      still = true;
      return { type: "found-amiss", what };
    });
    return still;
  }

  async function wakesByCallback(): Promise<ReadonlyMap<CallbackId, readonly string[]>> {
    const planned = await store.planned("callback");
    const whys = planned.flatMap(({ of, effect }) => (effect.do === "wake" ? [{ of, why: effect.why }] : []));
    return new Map(
      Array.from(
        Map.groupBy(whys, ({ of }) => of),
        ([of, all]) => [of, all.map(({ why }) => why)],
      ),
    );
  }

  /** Those that were on the list and have been closed since, from the archive of this month and the one before. */
  async function closedOf(expected: ReadonlyMap<CallbackId, unknown>): Promise<ReadonlyMap<CallbackId, Callback>> {
    const closed = new Map<CallbackId, Callback>();
    for (const month of monthsUpTo(clock.now()))
      for await (const callback of store.archive("callback", month))
        if (expected.has(callback.id)) closed.set(callback.id, callback);
    return closed;
  }

  const failed = (error: unknown) => log.error({ err: error }, "checking the return calls failed");
  return {
    round,
    start() {
      let cancel: (() => void) | undefined;
      function check(): void {
        const { until } = localDay(routing.business.zone, clock.now());
        cancel = clock.after(until - clock.now(), check);
        void activity.during(() => round().catch(failed));
      }
      check();
      return () => {
        cancel?.();
        stopWatching();
      };
    },
  };
}

const day = 86_400_000;
/** The month of an instant and the one of two days before, as the archive names them. */
function monthsUpTo(now: number): readonly string[] {
  return [...new Set([now - 2 * day, now].map((at) => new Date(at).toISOString().slice(0, 7)))];
}
