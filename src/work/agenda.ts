import { givenNow, type Callback, type CallbackId } from "../callback/callback.ts";
import type { OwedByRep } from "../callback/rep-time.ts";
import type { OwedBetween } from "../callback/room.ts";
import type { Instant, QueueId, RepId } from "../routing/routing.ts";
import type { Ledger } from "./ledger.ts";

/** How many calls are owed at which time: by each queue, and by each rep. A place that is kept has no time of its own. */
export type Agenda = { readonly ofQueue: OwedBetween; readonly ofRep: OwedByRep };

type Entry = { readonly at: Instant; readonly queue: QueueId; readonly rep: RepId | undefined };

/** Follows the ledger from here on. */
export function openAgenda(ledger: Ledger): Agenda {
  const entries = new Map<CallbackId, Entry>();
  const byQueue = new Map<QueueId, Instant[]>();
  const byRep = new Map<RepId, Instant[]>();

  function note(id: CallbackId, callback: Callback | undefined): void {
    const before = entries.get(id);
    if (before) {
      takeOut(byQueue.get(before.queue), before.at);
      if (before.rep !== undefined) takeOut(byRep.get(before.rep), before.at);
      entries.delete(id);
    }
    const entry = callback && entryOf(callback);
    if (!entry) return;
    entries.set(id, entry);
    putIn(byQueue, entry.queue, entry.at);
    if (entry.rep !== undefined) putIn(byRep, entry.rep, entry.at);
  }

  for (const callback of ledger.all()) note(callback.id, callback);
  ledger.onChange(note);
  const count = (times: readonly Instant[] | undefined, from: Instant, until: Instant) =>
    times ? indexIn(times, until) - indexIn(times, from) : 0;
  return {
    ofQueue: (queue, from, until) => count(byQueue.get(queue), from, until),
    ofRep: (rep, from, until) => count(byRep.get(rep), from, until),
  };
}

/** A rep owes what was promised; a booked call is the queue's. */
function entryOf(callback: Callback): Entry | undefined {
  const { from, by } = givenNow(callback);
  const { kind, queue, owner } = callback;
  const at = kind === "promised" ? by : from;
  return at === undefined ? undefined : { at, queue, rep: kind === "promised" ? owner : undefined };
}

function putIn(times: Map<string, Instant[]>, key: string, at: Instant): void {
  const known = times.get(key) ?? [];
  times.set(key, known);
  known.splice(indexIn(known, at), 0, at);
}

function takeOut(times: Instant[] | undefined, at: Instant): void {
  if (times) times.splice(indexIn(times, at), 1);
}

/** How many of the times, in order, are before `at`. */
function indexIn(times: readonly Instant[], at: Instant): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
