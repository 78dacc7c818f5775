import { nobodySignedIn, type Presence } from "../acd/rep.ts";
import type { QueueId, RepId, Routing } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";

/** Which reps are there, as they say it themselves or miss what rings. */
export type Presences = {
  readonly of: (rep: RepId) => Presence;
  /** Reps of the routing who are signed in, and since when each is idle. */
  readonly staff: () => readonly Pick<Presence, "rep" | "idleSince">[];
  /** Every rep who is signed in. */
  readonly signedIn: () => readonly RepId[];
  /** Reps signed in who may be rung for a queue, sooner or later. */
  readonly signedInFor: (queue: QueueId) => number;
  readonly close: () => void;
};

type Options = {
  readonly store: Pick<Store, "open" | "watch">;
  readonly routing: Routing;
  /** Told after each change. */
  readonly changed: () => void;
};

/** Reads who is there, and follows it from there on. */
export async function openPresences({ store, routing, changed }: Options): Promise<Presences> {
  const presences = new Map<RepId, Presence>();
  /** Kept until somebody comes or goes: it is asked for with every document of a wait. */
  let staffing: Readonly<Record<QueueId, number>> | undefined;

  function see(rep: RepId, presence: Presence | undefined): void {
    if (presence) presences.set(rep, presence);
    else presences.delete(rep);
    staffing = undefined;
    changed();
  }

  const there = () => [...presences.values()].filter(({ state }) => state === "in");

  function staffed(): Readonly<Record<QueueId, number>> {
    return Object.fromEntries(
      Object.entries(routing.queues).map(([id, { ring }]) => {
        const skills = new Set(ring.pool.flatMap((level) => level.skills));
        const able = there().filter(({ rep }) => routing.reps[rep]?.skills.some((skill) => skills.has(skill)));
        return [id, able.length];
      }),
    );
  }

  const stop = store.watch("rep", see);
  for (const presence of await store.open("rep")) see(presence.rep, presence);
  return {
    of: (rep) => presences.get(rep) ?? nobodySignedIn(rep),
    staff: () => there().filter(({ rep }) => routing.reps[rep]),
    signedIn: () => there().map(({ rep }) => rep),
    signedInFor(queue) {
      staffing ??= staffed();
      return staffing[queue] ?? 0;
    },
    close: stop,
  };
}
