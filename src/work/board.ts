import { expectedWait } from "../acd/expected-wait.ts";
import type { FreeRep, OvertakeCause, Waiting } from "../acd/line.ts";
import type { Presence } from "../acd/rep.ts";
import type { Callback, CallbackId } from "../callback/callback.ts";
import type { Call } from "../call/call.ts";
import type { Owed } from "../callback/owed.ts";
import type { House, Standing } from "../call/event.ts";
import { busyWith } from "../call/ring.ts";
import { standsSince, waitingOf } from "../call/wants-rep.ts";
import type { Interlude, Track } from "../hold/music.ts";
import type { Instant, QueueId, RepId, Routing } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";
import { openDue } from "./due.ts";
import { nobodyOnTheLine } from "./on-the-line.ts";
import { newPlaces } from "./places.ts";
import { openPresences } from "./presences.ts";

/** What is true beyond the one call, kept up with every decision: who waits where, and who is there to answer. */
export type Board = {
  readonly house: () => House;
  /** Where a caller stands, or a return call that is in line; undefined when not in line. */
  readonly standing: (call: string) => Standing | undefined;
  /** Who wants a rep: callers, and return calls that are due, of customers who are not on the line with us already. */
  readonly line: () => readonly Waiting[];
  /** A return call that is in line. */
  readonly due: (id: CallbackId) => Callback | undefined;
  /** Whether any return call is due, though its customer may not be rung at this hour, or is held back. */
  readonly anyDue: () => boolean;
  readonly free: () => readonly FreeRep[];
  readonly signedIn: () => ReadonlySet<RepId>;
  readonly presence: (rep: RepId) => Presence;
  /** The last handle times of a queue, in seconds. */
  readonly handled: (queue: QueueId) => readonly number[];
  readonly waitingByQueue: () => Readonly<Record<QueueId, number>>;
  readonly repsByState: () => Readonly<Record<string, number>>;
  /** Open calls, and when each was last heard of. */
  readonly calls: () => Iterable<{ readonly call: Call; readonly touchedAt: Instant }>;
  readonly call: (id: string) => Call | undefined;
  /** Whether a number is on the line with us, in whatever call. */
  readonly isOnTheLine: (number: string) => boolean;
  /** Called when the line or the reps have changed. */
  readonly onChange: (seen: () => void) => void;
  readonly close: () => void;
};

type Options = {
  readonly store: Store;
  readonly routing: Routing;
  readonly tracks: Readonly<Record<string, Track>>;
  readonly interludes: readonly Interlude[];
  readonly owed: Owed;
  /** Whether nobody is to be rung back now. */
  readonly holdsBack: () => boolean;
  /** The limit on calls in a day that keeps a return call from being dialled now. */
  readonly overLimit: (callback: Callback) => unknown;
  /** Since when we have been here to answer, under whatever routing. */
  readonly upSince?: Instant;
  /** What everybody who calls is told first. */
  readonly storm?: () => House["storm"];
  readonly now: () => Instant;
};

/** Reads what is open, and follows it from there on. */
export async function openBoard({
  store,
  routing,
  tracks,
  interludes,
  owed,
  holdsBack,
  overLimit,
  storm,
  upSince,
  now,
}: Options): Promise<Board> {
  const calls = new Map<string, { call: Call; touchedAt: Instant; occupied: ReturnType<typeof busyWith> }>();
  const waiting = new Map<string, Waiting>();
  const busy = new Map<RepId, Map<string, string>>();
  const handled = new Map<QueueId, readonly number[]>();
  const places = newPlaces(now);
  const onTheLine = nobodyOnTheLine();
  const changed: (() => void)[] = [];

  const tell = () => changed.forEach((seen) => seen());

  function seeCall(id: string, call: Call | undefined): void {
    const { call: before, occupied = [] } = calls.get(id) ?? {};
    for (const { rep } of occupied) busy.get(rep)?.delete(id);
    if (call && call.at !== "ended") {
      const occupies = busyWith(call);
      calls.set(id, { call, touchedAt: now(), occupied: occupies });
      for (const { rep, doing } of occupies) busy.set(rep, (busy.get(rep) ?? new Map()).set(id, doing));
    } else calls.delete(id);
    onTheLine.see(id, call);
    const waited = waiting.get(id);
    const wants = call && waitingOf(call);
    if (wants) waiting.set(id, wants);
    else waiting.delete(id);
    const inLine =
      call && (call.at === "queue" || call.at === "ringing" || call.at === "message") ? call.line : undefined;
    if (call && inLine) places.put(id, inLine.queue, standsSince(inLine), aheadBecause(call));
    else places.remove(id);
    const freed = occupied.some(({ rep }) => !busy.get(rep)?.size);
    if (freed || before?.at !== call?.at || waited?.queue !== wants?.queue || (call && "desk" in call)) tell();
  }

  const stops = [
    store.watch("call", (id, record) => seeCall(id, record?.call)),
    store.watch("queue", (id, memory) => void handled.set(id, memory?.handled ?? [])),
  ];
  // In the order of arrival: nobody comes in ahead of others only because we have started again.
  const open = (await store.open("call")).toSorted((a, b) => joined(a.call) - joined(b.call));
  for (const { call } of open) seeCall(call.sid, call);
  const presences = await openPresences({ store, routing, changed: tell });
  for (const memory of await store.open("queue")) handled.set(memory.queue, memory.handled);
  const due = await openDue({ store, routing, places, now, holdsBack, overLimit, changed: tell });

  const queues: House["queues"] = Object.defineProperties(
    {},
    Object.fromEntries(
      Object.keys(routing.queues).map((id) => [
        id,
        { enumerable: true, get: () => ({ waiting: places.waiting(id), signedIn: presences.signedInFor(id) }) },
      ]),
    ),
  );
  const house: House = {
    queues,
    tracks,
    interludes,
    get there() {
      return presences.signedIn();
    },
    owed,
    upSince,
    get storm() {
      return storm?.();
    },
    get durable() {
      return store.condition().state === "ok";
    },
  };

  return {
    house: () => house,
    standing(id) {
      const at = places.placeOf(id);
      if (!at) return undefined;
      const { queue, ...standing } = at;
      return {
        ...standing,
        expectedWait: expectedWait(at.place, presences.signedInFor(queue), handled.get(queue) ?? []),
      };
    },
    line: () => [...waiting.values(), ...due.line().filter(({ call }) => !onTheLine.has(due.get(call)?.to ?? ""))],
    due: due.get,
    anyDue: due.any,
    free: () =>
      presences
        .staff()
        .filter(({ rep }) => !busy.get(rep)?.size)
        .map(({ rep, idleSince }) => ({ rep, idleSince })),
    signedIn: () => new Set(presences.signedIn()),
    presence: presences.of,
    handled: (queue) => handled.get(queue) ?? [],
    waitingByQueue: () => Object.fromEntries(Object.keys(routing.queues).map((id) => [id, places.waiting(id)])),
    repsByState: () => {
      const states: Record<string, number> = { in: 0, out: 0, break: 0, away: 0, busy: 0 };
      for (const rep of Object.keys(routing.reps)) {
        const state = busy.get(rep)?.size ? "busy" : presences.of(rep).state;
        states[state] = (states[state] ?? 0) + 1;
      }
      return states;
    },
    calls: () => calls.values(),
    call: (id) => calls.get(id)?.call,
    isOnTheLine: onTheLine.has,
    onChange: (seen) => void changed.push(seen),
    close: () => [...stops, presences.close, due.close].forEach((stop) => stop()),
  };
}

function joined(call: Call): Instant {
  return "line" in call ? call.line.joinedAt : call.arrivedAt;
}

/**
 * Why a caller comes in ahead of those who joined the same line later: sent here from another one, back in it, owed a
 * return call, or not helped the first time.
 */
function aheadBecause({ story, returns }: Call): OvertakeCause {
  if (returns) return "callback";
  if (story.some(({ what }) => what === "unsolved")) return "unsolved";
  const last = story.at(-1)?.what;
  return last === "joined" || last === "transferred" || last === "escalated" ? "moved" : "returned";
}
