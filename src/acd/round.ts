import type { Instant, QueueId, RepId, Routing } from "../routing/routing.ts";
import { isCapped, whyNot, type Waiting } from "./line.ts";

/** What is the same for everybody in one round of assigning. */
export type Round = {
  readonly signedIn: ReadonlySet<RepId>;
  readonly routing: Routing;
  readonly now: Instant;
  /** Whether any rep who was free at first may ever be rung for a queue. */
  readonly anybody: (queue: QueueId) => boolean;
  /** Why this rep does not serve this caller now. Where nobody is there who speaks the caller's language, any will do. */
  readonly whyNot: (waiting: Waiting, rep: RepId) => ReturnType<typeof whyNot>;
};

/** Begins a round with the reps who are free. */
export function begin(idle: readonly RepId[], signedIn: ReadonlySet<RepId>, routing: Routing, now: Instant): Round {
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

/** A rep who could not serve this caller, or was asked already, is not waited for; nor by whom we have rung. */
export function waitsForPreferred(waiting: Waiting, round: Round): boolean {
  const { signedIn, routing, now } = round;
  const { preferred } = waiting;
  if (waiting.rung || preferred === undefined || !signedIn.has(preferred) || waiting.triedReps[preferred] !== undefined)
    return false;
  if (isCapped(waiting, routing) || round.whyNot(waiting, preferred) !== undefined) return false;
  const preferFor = (routing.queues[waiting.queue]?.ring.preferFor ?? 0) * 1_000;
  return now - waiting.joinedAt < preferFor;
}
