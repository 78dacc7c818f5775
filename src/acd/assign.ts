import type { Instant, RepId, Routing } from "../routing/routing.ts";
import { tie, urgency, type FreeRep, type OvertakeCause, type Waiting } from "./line.ts";
import { overtakenBy } from "./overtaken.ts";
import { begin, waitsForPreferred, type Round } from "./round.ts";
import { isOnlyKeptFor } from "./rung-first.ts";

/** A rep to be rung for a caller, and the callers who joined earlier and are passed over by it. */
export type Assignment = {
  readonly call: string;
  readonly rep: RepId;
  readonly overtook: readonly { readonly call: string; readonly cause: OvertakeCause }[];
};

/**
 * Who is rung for whom: callers in the order of the line; for each the rep who knows the case, or the longest idle of
 * those who may serve. A caller whose own rep is signed in but busy waits for that rep during `preferFor` seconds. A
 * customer who is being rung has a rep kept, and nobody rung. Who is passed over goes first as soon as the cap is reached, within a round too; who gets a rep in the same round was not
 * passed over.
 */
export function assign(
  line: readonly Waiting[],
  free: readonly FreeRep[],
  signedIn: ReadonlySet<RepId>,
  routing: Routing,
  now: Instant,
): readonly Assignment[] {
  const idle = free.toSorted((a, b) => a.idleSince - b.idleSince || (a.rep < b.rep ? -1 : 1)).map((one) => one.rep);
  const round = begin([...idle], signedIn, routing, now);
  const made: Assignment[] = [];
  const left = [...line];
  const urgent = left.map((one) => urgency(one, routing, now));
  while (idle.length > 0) {
    const found = nextOf(left, urgent, idle, round);
    if (!found) break;
    const { at, next, rep } = found;
    idle.splice(idle.indexOf(rep), 1);
    left.splice(at, 1);
    urgent.splice(at, 1);
    if (isOnlyKeptFor(next)) continue;
    const passed = overtakenBy(next, rep, left, urgent, round);
    made.push({ call: next.call, rep, overtook: passed.map(({ other, cause }) => ({ call: other.call, cause })) });
    for (const { index, other } of passed) {
      const once = { ...other, overtaken: other.overtaken + 1 };
      left[index] = once;
      urgent[index] = urgency(once, routing, now);
    }
  }
  const served = new Set(made.map(({ call }) => call));
  return made.map((one) => ({ ...one, overtook: one.overtook.filter(({ call }) => !served.has(call)) }));
}

/**
 * The first in line whom an idle rep may serve, and that rep. A line may be ten thousand long: it is not put in order, and only
 * who comes before the best so far is looked at closely.
 */
function nextOf(
  line: readonly Waiting[],
  urgent: readonly number[],
  idle: readonly RepId[],
  round: Round,
): { readonly at: number; readonly next: Waiting; readonly rep: RepId } | undefined {
  let found: { at: number; next: Waiting; rep: RepId } | undefined;
  let most = -Infinity;
  for (let at = 0; at < line.length; at++) {
    const urgency = urgent[at] ?? 0;
    if (urgency < most) continue;
    const next = line[at];
    if (!next || (found && urgency === most && tie(next, found.next) > 0)) continue;
    if (next.word === undefined && !round.anybody(next.queue)) continue;
    const rep = repFor(next, idle, round);
    if (rep === undefined) continue;
    found = { at, next, rep };
    most = urgency;
  }
  return found;
}

function repFor(waiting: Waiting, idle: readonly RepId[], round: Round): RepId | undefined {
  const { preferred, rung } = waiting;
  const able = idle.filter((rep) => round.whyNot(waiting, rep) === undefined);
  if (rung?.rep !== undefined && able.includes(rung.rep)) return rung.rep;
  if (preferred === undefined) return able[0];
  if (able.includes(preferred)) return preferred;
  return waitsForPreferred(waiting, round) ? undefined : able[0];
}
