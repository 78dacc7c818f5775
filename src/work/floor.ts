import { givenNow, type Callback } from "../callback/callback.ts";
import { isOverdue } from "../callback/schedule.ts";
import type { Call } from "../call/call.ts";
import { isClosed } from "../call/refusal.ts";
import { busyWith, type Busy } from "../call/ring.ts";
import type { InLine } from "../call/waiting.ts";
import type { Instant, QueueId, RepId, Routing } from "../routing/routing.ts";
import type { Board } from "./board.ts";
import type { Ledger } from "./ledger.ts";

/** A line as it stands: callers who wait in it, and return calls that are due in it. */
export type QueueNow = {
  readonly id: QueueId;
  readonly kind: "support" | "sales";
  readonly open: boolean;
  readonly waiting: number;
  /** Since when the caller waits who waits longest; unset: nobody does. */
  readonly waitingSince?: Instant;
  /** Return calls that are due now, and stand in line with the callers. */
  readonly due: number;
  /** Reps signed in who may be rung for it, sooner or later. */
  readonly signedIn: number;
};

/** What a rep is doing: in a call, signed in and free, or not there. */
export type RepNow = {
  readonly id: RepId;
  readonly name: string;
  readonly doing: Busy["doing"] | "free" | "break" | "away" | "out";
  /** Unset: not known, for nobody has heard of the rep yet. */
  readonly since?: Instant;
};

/** Return calls that are owed. */
export type OwedNow = {
  readonly open: number;
  readonly late: number;
  /** The time that comes next, of all that were said. */
  readonly nextBy?: Instant;
};

/** All lines, reps and return calls in one look. */
export type Floor = {
  readonly at: Instant;
  readonly queues: readonly QueueNow[];
  readonly reps: readonly RepNow[];
  readonly owed: OwedNow;
};

type Seen = {
  readonly board: Pick<Board, "calls" | "due" | "house" | "line" | "presence">;
  readonly ledger: Pick<Ledger, "all">;
};

/** How everything stands at an instant; of what is owed only what `sees` lets be seen. */
export function floorOf(
  { board, ledger }: Seen,
  routing: Routing,
  now: Instant,
  sees: (callback: Callback) => boolean = () => true,
): Floor {
  const calls = Array.from(board.calls(), ({ call }) => call);
  const doing = new Map(calls.flatMap(busyWith).map((one) => [one.rep, one.doing]));
  const waiting = Map.groupBy(calls.flatMap(lineOf), ({ queue }) => queue);
  const due = Map.groupBy(
    board.line().filter(({ call }) => board.due(call)),
    ({ queue }) => queue,
  );
  return {
    at: now,
    queues: Object.entries(routing.queues).map(([id, queue]) => {
      const callers = waiting.get(id) ?? [];
      const waitingSince = least(callers.map(({ joinedAt }) => joinedAt));
      return {
        id,
        kind: queue.kind,
        open: !isClosed(queue, routing, now),
        waiting: callers.length,
        ...(waitingSince === undefined ? {} : { waitingSince }),
        due: due.get(id)?.length ?? 0,
        signedIn: board.house().queues[id]?.signedIn ?? 0,
      };
    }),
    reps: Object.entries(routing.reps).map(([id, { name }]) => repNow(id, name, board, doing.get(id))),
    owed: owedNow([...ledger.all()].filter(sees), now),
  };
}

function lineOf(call: Call): readonly InLine[] {
  return call.at === "queue" || call.at === "ringing" || call.at === "message" ? [call.line] : [];
}

/** Of ten thousand, too: they are not all given as arguments. */
function least(times: readonly Instant[]): Instant | undefined {
  return times.length === 0 ? undefined : times.reduce((first, time) => Math.min(first, time));
}

function repNow(id: RepId, name: string, board: Seen["board"], doing: Busy["doing"] | undefined): RepNow {
  const presence = board.presence(id);
  if (doing) return { id, name, doing };
  const since = presence.since === 0 ? {} : { since: presence.state === "in" ? presence.idleSince : presence.since };
  return { id, name, doing: presence.state === "in" ? "free" : presence.state, ...since };
}

function owedNow(all: readonly Callback[], now: Instant): OwedNow {
  const nextBy = least(all.flatMap((one) => givenNow(one).by ?? []).filter((by) => by > now));
  const late = all.filter((one) => isOverdue(one, now)).length;
  return { open: all.length, late, ...(nextBy === undefined ? {} : { nextBy }) };
}
