import type { Instant, LanguageCode, Queue, QueueId, Rep, RepId, Routing } from "../routing/routing.ts";
import { urgencyOfRung, type Rung } from "./rung-first.ts";

/** Why somebody who joined later was served first, or came in ahead. */
export type OvertakeCause =
  /** The other's queue weighs more. */
  | "weight"
  /** The rep does not speak this caller's language. */
  | "language"
  /** The rep passed on this caller a moment ago, or did not answer. */
  | "passed"
  /** This caller waits for the rep who knows the case. */
  | "preferred"
  /** The other had been passed over as often as may be. */
  | "capped"
  /** The other was cut off, and is back in line. */
  | "returned"
  /** The other came over from another line, after waiting longer. */
  | "moved"
  /** The other's matter was not solved the first time. */
  | "unsolved"
  /** The other is owed a return call, and its time has come. */
  | "callback";

/**
 * Who wants a rep: a caller in the line, one held while a rep looks for another to take over, or a return call that is
 * due. `call` names the call or the callback.
 */
export type Waiting = {
  readonly call: string;
  readonly queue: QueueId;
  /** When the caller joined the first line of this call: it decides the order. */
  readonly joinedAt: Instant;
  /** Unset: whoever can serve the caller otherwise will do. */
  readonly language?: LanguageCode | undefined;
  readonly preferred?: RepId | undefined;
  /** Reps who passed or did not answer, and when. */
  readonly triedReps: Readonly<Record<RepId, Instant>>;
  /** How often this caller was overtaken already. */
  readonly overtaken: number;
  /** Only reps who are leads, or only others than this one. */
  readonly leadsOnly?: boolean;
  readonly notRep?: RepId;
  /** A rep's word that is to be kept: `owner` may always keep it; the whole team only by now, and leads later still. */
  readonly word?: { readonly owner?: RepId; readonly reach: "owner" | "team" | "leads" };
  /** We have rung this customer, before any rep. */
  readonly rung?: Rung;
};

/** A rep who is signed in and doing nothing. */
export type FreeRep = { readonly rep: RepId; readonly idleSince: Instant };

/** A rep who passed or missed a caller is offered the same caller again only after so long, in milliseconds. */
const askAgainAfter = 60_000;

/** Above any urgency that comes of waiting, and small enough that a millisecond still counts. */
const beforeAll = 2 ** 52;

/**
 * How urgent a caller is, in weighted milliseconds of waiting; overtaken to the cap counts before all that, and among
 * themselves those who joined first. Before everybody is whom we have rung: the rep was there for that.
 */
export function urgency(waiting: Waiting, routing: Routing, now: Instant): number {
  if (waiting.rung) return urgencyOfRung(waiting.rung, beforeAll);
  if (isCapped(waiting, routing)) return beforeAll - waiting.joinedAt;
  return (now - waiting.joinedAt) * (routing.queues[waiting.queue]?.weight ?? 1);
}

/** Whether this caller was passed over as often as may be. */
export function isCapped(waiting: Waiting, routing: Routing): boolean {
  return waiting.overtaken >= routing.business.overtakeCap;
}

/** Who of two is served first where both are as urgent: negative for `a`. */
export function tie(a: Waiting, b: Waiting): number {
  return a.joinedAt - b.joinedAt || (a.call < b.call ? -1 : 1);
}

/** Whether reps like this one are asked for this caller by now. */
function isAsked({ leadsOnly, word, joinedAt }: Waiting, who: Rep, queue: Queue, now: Instant): boolean {
  if (leadsOnly || (word?.reach === "leads" && who.lead)) return who.lead;
  if (word?.reach === "owner") return false;
  const waited = (now - joinedAt) / 1_000;
  return queue.ring.pool.some(
    ({ after, skills }) => after <= waited && skills.some((skill) => who.skills.includes(skill)),
  );
}

/** Why this rep does not serve this caller now, or undefined where the rep may. */
export function whyNot(
  waiting: Waiting,
  rep: RepId,
  routing: Routing,
  now: Instant,
): "skill" | OvertakeCause | undefined {
  const who = routing.reps[rep];
  const queue = routing.queues[waiting.queue];
  if (!who || !queue || waiting.notRep === rep) return "skill";
  const own = waiting.word?.owner === rep;
  if (!own && !isAsked(waiting, who, queue, now)) return "skill";
  if (!own && waiting.language !== undefined && !who.languages.includes(waiting.language)) return "language";
  const tried = waiting.triedReps[rep];
  if (tried !== undefined && now - tried < askAgainAfter) return "passed";
  return undefined;
}
