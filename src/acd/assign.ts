import type { Instant, RepId, Routing } from "../routing/routing.ts";
import { inOrder, isCapped, whyNot, type FreeRep, type OvertakeCause, type Waiting } from "./line.ts";

/** A rep to be rung for a caller, and the callers who joined earlier and are passed over by it. */
export type Assignment = {
  readonly call: string;
  readonly rep: RepId;
  readonly overtook: readonly { readonly call: string; readonly cause: OvertakeCause }[];
};

/** What is the same for everybody in one round of assigning. */
type Round = { readonly signedIn: ReadonlySet<RepId>; readonly routing: Routing; readonly now: Instant };

/**
 * Who is rung for whom: callers in the order of the line; for each the rep who knows the case, or the longest idle of
 * those who may serve. A caller whose own rep is signed in but busy waits for that rep during `preferFor` seconds. Who
 * is passed over goes first as soon as the cap is reached, within a round too; who gets a rep in the same round was not
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
  if (idle.length === 0) return [];
  const round = { signedIn, routing, now };
  const made: Assignment[] = [];
  let left: readonly Waiting[] = inOrder(line, routing, now).map((one) => inAnyLanguage(one, signedIn, routing));
  for (let at = 0; at < left.length && idle.length > 0;) {
    const next = left[at];
    const rep = next && repFor(next, idle, round);
    if (!next || rep === undefined) {
      at += 1;
      continue;
    }
    idle.splice(idle.indexOf(rep), 1);
    left = left.toSpliced(at, 1);
    const overtook = overtakenBy(next, rep, left, round);
    made.push({ call: next.call, rep, overtook });
    if (overtook.length === 0) continue;
    left = inOrder(passedOver(left, overtook), routing, now);
    at = 0;
  }
  const served = new Set(made.map(({ call }) => call));
  return made.map((one) => ({ ...one, overtook: one.overtook.filter(({ call }) => !served.has(call)) }));
}

function passedOver(line: readonly Waiting[], overtook: Assignment["overtook"]): Waiting[] {
  const passed = new Set(overtook.map(({ call }) => call));
  return line.map((one) => (passed.has(one.call) ? { ...one, overtaken: one.overtaken + 1 } : one));
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

function repFor(waiting: Waiting, idle: readonly RepId[], round: Round): RepId | undefined {
  const { preferred } = waiting;
  const able = idle.filter((rep) => whyNot(waiting, rep, round.routing, round.now) === undefined);
  if (preferred === undefined) return able[0];
  if (able.includes(preferred)) return preferred;
  return waitsForPreferred(waiting, round) ? undefined : able[0];
}

/** A rep who could not serve this caller, or was asked already, is not waited for. */
function waitsForPreferred(waiting: Waiting, { signedIn, routing, now }: Round): boolean {
  const { preferred } = waiting;
  if (preferred === undefined || !signedIn.has(preferred) || waiting.triedReps[preferred] !== undefined) return false;
  if (isCapped(waiting, routing) || whyNot(waiting, preferred, routing, now) !== undefined) return false;
  const preferFor = (routing.queues[waiting.queue]?.ring.preferFor ?? 0) * 1_000;
  return now - waiting.joinedAt < preferFor;
}

/** Those who joined earlier than `next` and might have had this rep by the line's order: with the cause. */
function overtakenBy(next: Waiting, rep: RepId, left: readonly Waiting[], round: Round): Assignment["overtook"] {
  const { routing, now } = round;
  return left.flatMap((other) => {
    if (other.joinedAt >= next.joinedAt) return [];
    const reason = whyNot(other, rep, routing, now);
    if (reason === "skill" || (reason !== undefined && other.queue !== next.queue)) return [];
    return [{ call: other.call, cause: reason ?? choice(next, other, round) }];
  });
}

/** Why we chose `next` although `other` joined earlier and this rep might have served either. */
function choice(next: Waiting, other: Waiting, round: Round): OvertakeCause {
  if (waitsForPreferred(other, round)) return "preferred";
  return isCapped(next, round.routing) && !isCapped(other, round.routing) ? "capped" : "weight";
}
