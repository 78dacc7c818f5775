import type { Instant } from "../routing/routing.ts";
import { newHeap } from "./heap.ts";
import type { Settled, StoredEffect } from "./store.ts";

/** An effect that is not settled. While `leasedUntil` lies ahead, somebody is performing it. */
export type Waiting = StoredEffect & { readonly leasedUntil?: Instant | undefined };

/** All effects that are not settled, by lane. Only the first of a lane can be due: it holds those behind it. */
export type Effects = {
  add(effect: Waiting): void;
  /** The first effects of lanes that may be performed at `now`, longest due first; at most `most`. */
  due(now: Instant, most: number): readonly Waiting[];
  lease(ids: readonly string[], until: Instant): void;
  /** Nobody is performing any of them any more. */
  endLeases(): void;
  /** Ends an attempt. An id that is no longer here was settled before: nothing happens. */
  settle(id: string, settled: Settled): void;
  /** When the next may be performed. */
  next(): Instant | undefined;
  /** All of them, in the order in which they were added. */
  all(): readonly Waiting[];
};

/** A lane's effects in order. `ticket` is that of its one valid entry in the heap; older entries are skipped. */
type Lane = { readonly ids: Set<string>; ticket: number };
type Entry = { readonly at: Instant; readonly added: number; readonly lane: string; readonly ticket: number };

/** No effects yet. */
export function newEffects(): Effects {
  const waiting = new Map<string, { readonly effect: Waiting; readonly added: number }>();
  const lanes = new Map<string, Lane>();
  const heap = newHeap<Entry>((a, b) => a.at < b.at || (a.at === b.at && a.added < b.added));
  let added = 0;
  let tickets = 0;

  /** Must follow every change to the first effect of a lane. */
  function schedule(name: string): void {
    const lane = lanes.get(name);
    const first = firstOf(lane);
    if (!lane || !first) {
      lanes.delete(name);
      return;
    }
    lane.ticket = ++tickets;
    const { dueAt, leasedUntil } = first.effect;
    heap.push({ at: Math.max(dueAt, leasedUntil ?? dueAt), added: first.added, lane: name, ticket: lane.ticket });
  }

  function firstOf(lane: Lane | undefined) {
    for (const id of lane?.ids ?? []) return waiting.get(id);
    return undefined;
  }

  function peek(): Entry | undefined {
    for (;;) {
      const entry = heap.peek();
      if (!entry || lanes.get(entry.lane)?.ticket === entry.ticket) return entry;
      heap.pop();
    }
  }

  function replace(id: string, change: (effect: Waiting) => Waiting): void {
    const held = waiting.get(id);
    if (!held) return;
    waiting.set(id, { ...held, effect: change(held.effect) });
    schedule(held.effect.lane);
  }

  function remove(id: string): void {
    const lane = waiting.get(id)?.effect.lane;
    if (lane === undefined) return;
    waiting.delete(id);
    lanes.get(lane)?.ids.delete(id);
    schedule(lane);
  }

  return {
    add(effect) {
      waiting.set(effect.id, { effect, added: added++ });
      const lane = lanes.get(effect.lane);
      if (lane) {
        lane.ids.add(effect.id);
        return;
      }
      lanes.set(effect.lane, { ids: new Set([effect.id]), ticket: 0 });
      schedule(effect.lane);
    },
    due(now, most) {
      const found: Waiting[] = [];
      const taken: Entry[] = [];
      for (let entry = peek(); entry && entry.at <= now && found.length < most; entry = peek()) {
        heap.pop();
        taken.push(entry);
        const first = firstOf(lanes.get(entry.lane));
        if (first) found.push(first.effect);
      }
      for (const entry of taken) heap.push(entry);
      return found;
    },
    lease(ids, until) {
      for (const id of ids) replace(id, (effect) => ({ ...effect, claims: effect.claims + 1, leasedUntil: until }));
    },
    endLeases() {
      for (const [id, { effect }] of waiting)
        if (effect.leasedUntil !== undefined) replace(id, (held) => ({ ...held, leasedUntil: undefined }));
    },
    settle(id, settled) {
      if (settled.outcome !== "retry") {
        remove(id);
        return;
      }
      replace(id, (effect) => ({ ...effect, dueAt: settled.at, leasedUntil: undefined }));
    },
    next: () => peek()?.at,
    all: () => Array.from(waiting.values(), ({ effect }) => effect),
  };
}
