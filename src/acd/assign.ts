import type { Instant, QueueId, RepId, Routing } from "../routing/routing.ts";
import { isCapped, tie, urgency, whyNot, type FreeRep, type OvertakeCause, type Waiting } from "./line.ts";

/** A rep to be rung for a caller, and the callers who joined earlier and are passed over by it. */
export type Assignment = {
  readonly call: string;
  readonly rep: RepId;
  readonly overtook: readonly { readonly call: string; readonly cause: OvertakeCause }[];
};

/** What is the same for everybody in one round of assigning. */
type Round = {
  readonly signedIn: ReadonlySet<RepId>;
  readonly routing: Routing;
  readonly now: Instant;
  /** Whether any rep who was free at first may ever be rung for a queue. */
  readonly anybody: (queue: QueueId) => boolean;
  /** Why this rep does not serve this caller now. Where nobody is there who speaks the caller's language, any will do. */
  readonly whyNot: (waiting: Waiting, rep: RepId) => ReturnType<typeof whyNot>;
};

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
  const round = begin([...idle], signedIn, routing, now);
  const made: Assignment[] = [];
  let left = line;
  while (idle.length > 0) {
    const found = nextOf(left, idle, round);
    if (!found) break;
    const { next, rep } = found;
    idle.splice(idle.indexOf(rep), 1);
    const overtook = overtakenBy(next, rep, left, round);
    made.push({ call: next.call, rep, overtook });
    if (idle.length === 0) break;
    left = left.filter((one) => one !== next);
    if (overtook.length > 0) left = passedOver(left, overtook);
  }
  const served = new Set(made.map(({ call }) => call));
  return made.map((one) => ({ ...one, overtook: one.overtook.filter(({ call }) => !served.has(call)) }));
}

function begin(idle: readonly RepId[], signedIn: ReadonlySet<RepId>, routing: Routing, now: Instant): Round {
  const asked = new Map<QueueId, boolean>();
  const spoken = new Map<string, boolean>();
  return {
    signedIn,
    routing,
    now,
    anybody(queue) {
      const known = asked.get(queue) ?? isAnybodyAsked(queue, idle, routing);
      asked.set(queue, known);
      return known;
    },
    whyNot(waiting, rep) {
      const reason = whyNot(waiting, rep, routing, now);
      if (reason !== "language") return reason;
      const key = `${waiting.queue} ${waiting.language} ${waiting.leadsOnly} ${waiting.notRep}`;
      const known = spoken.get(key) ?? isSpoken(waiting, signedIn, routing);
      spoken.set(key, known);
      return known ? reason : whyNot({ ...waiting, language: undefined }, rep, routing, now);
    },
  };
}

/** Whether any of these reps may ever be rung for a queue: by a skill, or as a lead. */
function isAnybodyAsked(queue: QueueId, reps: readonly RepId[], routing: Routing): boolean {
  const skills = new Set(routing.queues[queue]?.ring.pool.flatMap((level) => level.skills));
  return reps.some((rep) => routing.reps[rep]?.lead || routing.reps[rep]?.skills.some((skill) => skills.has(skill)));
}

/**
 * The first in line whom an idle rep may serve, and that rep. A line may be ten thousand long: it is not put in order, and only
 * who comes before the best so far is looked at closely.
 */
function nextOf(
  line: readonly Waiting[],
  idle: readonly RepId[],
  round: Round,
): { readonly next: Waiting; readonly rep: RepId } | undefined {
  const { routing, now } = round;
  let found: { next: Waiting; rep: RepId } | undefined;
  let most = 0;
  for (const next of line) {
    const urgent = urgency(next, routing, now);
    if (found && (urgent < most || (urgent === most && tie(next, found.next) > 0))) continue;
    if (next.word === undefined && !round.anybody(next.queue)) continue;
    const rep = repFor(next, idle, round);
    if (rep === undefined) continue;
    found = { next, rep };
    most = urgent;
  }
  return found;
}

function passedOver(line: readonly Waiting[], overtook: Assignment["overtook"]): readonly Waiting[] {
  const passed = new Set(overtook.map(({ call }) => call));
  return line.map((one) => (passed.has(one.call) ? { ...one, overtaken: one.overtaken + 1 } : one));
}

/** Whether anybody who is there to serve the caller speaks the caller's language: better a rep than none. */
function isSpoken(waiting: Waiting, signedIn: ReadonlySet<RepId>, routing: Routing): boolean {
  const { language, leadsOnly } = waiting;
  const skills = new Set(routing.queues[waiting.queue]?.ring.pool.flatMap((level) => level.skills));
  return [...signedIn].some((rep) => {
    const who = routing.reps[rep];
    if (!who || rep === waiting.notRep || language === undefined || !who.languages.includes(language)) return false;
    return leadsOnly ? who.lead : who.skills.some((skill) => skills.has(skill));
  });
}

function repFor(waiting: Waiting, idle: readonly RepId[], round: Round): RepId | undefined {
  const { preferred } = waiting;
  const able = idle.filter((rep) => round.whyNot(waiting, rep) === undefined);
  if (preferred === undefined) return able[0];
  if (able.includes(preferred)) return preferred;
  return waitsForPreferred(waiting, round) ? undefined : able[0];
}

/** A rep who could not serve this caller, or was asked already, is not waited for. */
function waitsForPreferred(waiting: Waiting, round: Round): boolean {
  const { signedIn, routing, now } = round;
  const { preferred } = waiting;
  if (preferred === undefined || !signedIn.has(preferred) || waiting.triedReps[preferred] !== undefined) return false;
  if (isCapped(waiting, routing) || round.whyNot(waiting, preferred) !== undefined) return false;
  const preferFor = (routing.queues[waiting.queue]?.ring.preferFor ?? 0) * 1_000;
  return now - waiting.joinedAt < preferFor;
}

/** Those who joined earlier than `next` and might have had this rep by the line's order, in that order: with the cause. */
function overtakenBy(next: Waiting, rep: RepId, left: readonly Waiting[], round: Round): Assignment["overtook"] {
  const { routing, now } = round;
  const passed: { readonly other: Waiting; readonly cause: OvertakeCause }[] = [];
  for (const other of left) {
    if (other.joinedAt >= next.joinedAt) continue;
    const reason = round.whyNot(other, rep);
    if (reason === "skill" || (reason !== undefined && other.queue !== next.queue)) continue;
    passed.push({ other, cause: reason ?? choice(next, other, round) });
  }
  return passed
    .toSorted((a, b) => urgency(b.other, routing, now) - urgency(a.other, routing, now) || tie(a.other, b.other))
    .map(({ other, cause }) => ({ call: other.call, cause }));
}

/** Why we chose `next` although `other` joined earlier and this rep might have served either. */
function choice(next: Waiting, other: Waiting, round: Round): OvertakeCause {
  if (waitsForPreferred(other, round)) return "preferred";
  return isCapped(next, round.routing) && !isCapped(other, round.routing) ? "capped" : "weight";
}
