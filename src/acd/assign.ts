import type { Instant, RepId, Routing } from "../routing/routing.ts";
import { inOrder, whyNot, type FreeRep, type OvertakeCause, type Waiting } from "./line.ts";

/** A rep to be rung for a caller, and the callers who joined earlier and are passed over by it. */
export type Assignment = {
  readonly call: string;
  readonly rep: RepId;
  readonly overtook: readonly { readonly call: string; readonly cause: OvertakeCause }[];
};

/**
 * Who is rung for whom: callers in the order of the line; for each the rep who knows the case, or the longest idle of
 * those who may serve. A caller whose own rep is signed in but busy waits for that rep during `preferFor` seconds.
 */
export function assign(
  line: readonly Waiting[],
  free: readonly FreeRep[],
  signedIn: ReadonlySet<RepId>,
  routing: Routing,
  now: Instant,
): readonly Assignment[] {
  const idle = free.toSorted((a, b) => a.idleSince - b.idleSince || (a.rep < b.rep ? -1 : 1)).map((one) => one.rep);
  if (idle.length === 0) return [];
  const assignments: Assignment[] = [];
  const served = new Set<string>();
  for (const waiting of inOrder(line, routing, now).map((one) => inAnyLanguage(one, signedIn, routing))) {
    if (idle.length === 0) break;
    const rep = repFor(waiting, idle, signedIn, routing, now);
    if (rep === undefined) continue;
    idle.splice(idle.indexOf(rep), 1);
    served.add(waiting.call);
    assignments.push({
      call: waiting.call,
      rep,
      overtook: overtakenBy(waiting, rep, line, { served, signedIn }, routing, now),
    });
  }
  return assignments;
}

/** A caller whose language none of those speak who are there to serve the queue: better a rep than none. */
function inAnyLanguage(waiting: Waiting, signedIn: ReadonlySet<RepId>, routing: Routing): Waiting {
  const { language, leadsOnly } = waiting;
  const skills = new Set(routing.queues[waiting.queue]?.ring.pool.flatMap((level) => level.skills));
  const spoken = [...signedIn].some((rep) => {
    const who = routing.reps[rep];
    if (!who || rep === waiting.notRep || language === undefined || !who.languages.includes(language)) return false;
    return leadsOnly ? who.lead : who.skills.some((skill) => skills.has(skill));
  });
  return spoken ? waiting : { ...waiting, language: undefined };
}

function repFor(
  waiting: Waiting,
  idle: readonly RepId[],
  signedIn: ReadonlySet<RepId>,
  routing: Routing,
  now: Instant,
): RepId | undefined {
  const { preferred } = waiting;
  const able = idle.filter((rep) => whyNot(waiting, rep, routing, now) === undefined);
  if (preferred === undefined) return able[0];
  if (able.includes(preferred)) return preferred;
  return waitsForPreferred(waiting, signedIn, routing, now) ? undefined : able[0];
}

function waitsForPreferred(waiting: Waiting, signedIn: ReadonlySet<RepId>, routing: Routing, now: Instant): boolean {
  const { preferred } = waiting;
  if (preferred === undefined || !signedIn.has(preferred) || waiting.triedReps[preferred] !== undefined) return false;
  if (waiting.overtaken >= routing.business.overtakeCap) return false;
  const preferFor = (routing.queues[waiting.queue]?.ring.preferFor ?? 0) * 1_000;
  return now - waiting.joinedAt < preferFor;
}

/** Those who joined earlier than `next`, might have had this rep by the line's order, and did not: with the cause. */
function overtakenBy(
  next: Waiting,
  rep: RepId,
  line: readonly Waiting[],
  { served, signedIn }: { readonly served: ReadonlySet<string>; readonly signedIn: ReadonlySet<RepId> },
  routing: Routing,
  now: Instant,
): Assignment["overtook"] {
  return line.flatMap((other) => {
    if (other.joinedAt >= next.joinedAt || served.has(other.call)) return [];
    const reason = whyNot(inAnyLanguage(other, signedIn, routing), rep, routing, now);
    if (reason === "skill" || (reason !== undefined && other.queue !== next.queue)) return [];
    const cause = reason ?? (other.queue === next.queue ? "preferred" : "weight");
    return [{ call: other.call, cause }];
  });
}
