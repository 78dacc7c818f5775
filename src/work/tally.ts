import type { Logger } from "pino";
import type { Callback, CallbackId } from "../callback/callback.ts";
import { dialsSince, weightOn } from "../callback/dials.ts";
import { alike, type Today } from "../callback/guard.ts";
import { minutesPlaced } from "../callback/minutes.ts";
import { localDay } from "../routing/hours.ts";
import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import { monthOf } from "../store/archive.ts";
import type { Store } from "../store/store.ts";
import type { Ledger } from "./ledger.ts";

/** What was promised and dialled today, on the calendar of the business. */
export type Tally = {
  readonly of: (number: string, queue: QueueId) => Today;
  /** Whether the callback's next dial is one that was counted when it was promised, or when today began. */
  readonly hasRoom: (id: CallbackId) => boolean;
  /** Minutes of calls that were placed to customers. */
  readonly minutes: () => number;
  readonly today: () => TodayInAll;
};

/** Today on the calendar of the business, and what was promised or dialled in it: by queue, by number, by numbers alike. */
export type TodayInAll = {
  readonly from: Instant;
  readonly until: Instant;
  readonly minutes: number;
  readonly byQueue: ReadonlyMap<QueueId, number>;
  readonly byNumber: ReadonlyMap<string, number>;
  readonly byAlike: ReadonlyMap<string, number>;
};

type Options = {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly routing: Routing;
  readonly now: () => Instant;
  readonly log: Logger;
};

/** Counts what the store has of today, and follows the ledger from there on. */
export async function openTally({ store, ledger, routing, now, log }: Options): Promise<Tally> {
  let day = localDay(routing.business.zone, now());
  const open = new Map<CallbackId, Callback>();
  const talking = new Set<CallbackId>();
  /** What each callback takes of today's calls, as of its last change, and how often it was dialled; `taken` are their sums. */
  const counted = new Map<CallbackId, { readonly weight: number; readonly dials: number }>();
  const taken = new Map<string, number>();
  /** Minutes as of the last change of each callback; `whole` is their sum. */
  const minutes = new Map<CallbackId, number>();
  let whole = 0;

  function count(callback: Callback, asOf: Instant): void {
    const { id, to, queue } = callback;
    const weight = weightOn(callback, day, routing);
    const more = weight - (counted.get(id)?.weight ?? 0);
    if (more !== 0) for (const key of keysOf(to, queue)) taken.set(key, (taken.get(key) ?? 0) + more);
    if (weight > 0) counted.set(id, { weight, dials: dialsSince(callback, day.from) });
    else counted.delete(id);
    setMinutes(id, minutesPlaced(callback, day.from, asOf));
  }

  function setMinutes(id: CallbackId, many: number): void {
    whole += many - (minutes.get(id) ?? 0);
    if (many === 0) minutes.delete(id);
    else minutes.set(id, many);
  }

  function note(id: CallbackId, callback: Callback | undefined): void {
    turnThePage();
    const before = open.get(id);
    if (callback?.state.at === "talking") talking.add(id);
    else talking.delete(id);
    if (callback) {
      open.set(id, callback);
      count(callback, now());
      return;
    }
    open.delete(id);
    if (before) setMinutes(id, minutesPlaced(before, day.from, now()) + (before.state.at === "ringing" ? 1 : 0));
  }

  /** At midnight everything begins anew. */
  function turnThePage(): void {
    if (now() < day.until) return;
    day = localDay(routing.business.zone, now());
    counted.clear();
    taken.clear();
    minutes.clear();
    whole = 0;
    for (const callback of open.values()) count(callback, now());
  }

  /** The conversations that go on are longer by now than they were at the last change. */
  function minutesNow(): number {
    turnThePage();
    let since = 0;
    for (const id of talking) {
      const callback = open.get(id);
      if (callback) since += minutesPlaced(callback, day.from, now()) - (minutes.get(id) ?? 0);
    }
    return whole + since;
  }

  function takenBy(what: "queue" | "number" | "alike"): ReadonlyMap<string, number> {
    const of = [...taken].filter(([key, many]) => many > 0 && key.startsWith(`${what} `));
    return new Map(of.map(([key, many]) => [key.slice(what.length + 1), many]));
  }

  for (const month of new Set([monthOf(day.from), monthOf(now())]))
    try {
      for await (const callback of store.archive("callback", month))
        if (callback.state.at === "closed" && callback.state.closedAt >= day.from)
          count(callback, callback.state.closedAt);
    } catch (error) {
      log.error({ err: error, month }, "return calls that are over cannot be counted: today's limits begin anew");
    }
  for (const callback of ledger.all()) note(callback.id, callback);
  ledger.onChange(note);

  return {
    minutes: minutesNow,
    hasRoom(id) {
      turnThePage();
      const { weight, dials } = counted.get(id) ?? { weight: 0, dials: 0 };
      return dials < weight;
    },
    today() {
      const spoken = minutesNow();
      return {
        ...day,
        minutes: spoken,
        byQueue: takenBy("queue"),
        byNumber: takenBy("number"),
        byAlike: takenBy("alike"),
      };
    },
    of(number, queue) {
      turnThePage();
      const [toNumber, alikeOnes, ofQueue] = keysOf(number, queue).map((key) => taken.get(key) ?? 0);
      return { toNumber: toNumber ?? 0, alike: alikeOnes ?? 0, ofQueue: ofQueue ?? 0, minutes: minutesNow() };
    },
  };
}

function keysOf(number: string, queue: QueueId): readonly string[] {
  return [`number ${number}`, `alike ${alike(number)}`, `queue ${queue}`];
}
