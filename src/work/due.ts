import type { Waiting } from "../acd/line.ts";
import type { Callback, CallbackId } from "../callback/callback.ts";
import { dueLine, keepsPlace, wanting, type Wanting } from "../call/due-in-line.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";
import type { Places } from "./places.ts";

/** The return calls that stand in the one line, among live callers. */
export type Due = {
  /** Those that want a rep now. */
  readonly line: () => readonly Waiting[];
  /** Whether any is due, though its customer may not be rung at this hour, or is held back. */
  readonly any: () => boolean;
  readonly get: (id: CallbackId) => Callback | undefined;
  readonly close: () => void;
};

type Options = {
  readonly store: Store;
  readonly routing: Routing;
  readonly places: Places;
  readonly now: () => Instant;
  /** Whether nobody at all is to be rung back now: they keep their places, and wait. */
  readonly holdsBack: () => boolean;
  /** Whether this one is not to be rung for now. */
  readonly overLimit: (callback: Callback) => unknown;
  /** Called when one has come into the line, or left it. */
  readonly changed: () => void;
};

/** Reads which are in line, and follows them from there on. */
export async function openDue({ store, routing, places, now, holdsBack, overLimit, changed }: Options): Promise<Due> {
  const inLine = new Map<CallbackId, Callback>();
  const due = new Map<CallbackId, Wanting>();

  function see(id: CallbackId, callback: Callback | undefined): void {
    const before = inLine.get(id);
    const keeps = callback !== undefined && keepsPlace(callback, routing, now());
    const wants = callback && wanting(callback, routing);
    if (wants) due.set(id, wants);
    else due.delete(id);
    if (callback && (wants || keeps)) inLine.set(id, callback);
    else inLine.delete(id);
    if (callback && keeps) places.put(id, callback.queue, callback.joinedAt, "callback");
    else places.remove(id);
    if ((wants !== undefined) !== (before?.state.at === "due") || before?.queue !== callback?.queue) changed();
  }

  function* mayBeDialled(): Iterable<Wanting> {
    for (const [id, wants] of due) {
      const callback = inLine.get(id);
      if (callback && overLimit(callback) === undefined) yield wants;
    }
  }

  const stop = store.watch("callback", see);
  for (const callback of (await store.open("callback")).toSorted((a, b) => a.joinedAt - b.joinedAt))
    see(callback.id, callback);

  return {
    line: () => (holdsBack() ? [] : dueLine(mayBeDialled(), routing, now())),
    any: () => due.size > 0,
    get: (id) => inLine.get(id),
    close: stop,
  };
}
