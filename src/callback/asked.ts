import type { Instant, LanguageCode, QueueId, RepId, Routing } from "../routing/routing.ts";
import { notCallable } from "./callable.ts";
import type { By, Callback, Note } from "./callback.ts";
import type { NewCallback, NewGiven } from "./event.ts";
import type { NumberFault, Owed, RepTime, Slot } from "./owed.ts";
import { rulesOf } from "./schedule.ts";

/** A time that is wished for: a window by its first moment, or by when a rep calls. */
export type WishedTime = { readonly from: Instant } | { readonly by: Instant };

/** A return call that is asked for otherwise than in a call, where the caller's own facts would be known. */
export type Wish = {
  readonly number: string;
  readonly line: string;
  readonly queue: QueueId;
  readonly language: LanguageCode;
  readonly madeBy: By;
  /** Whoever asks is known to be at that number: nobody else needs to confirm, and texts reach who asked. */
  readonly confirmed: boolean;
  readonly note?: Note;
} & (
  | { readonly kind: "place" }
  | { readonly kind: "booked"; readonly from: Instant }
  | { readonly kind: "promised"; readonly by: Instant; readonly rep: RepId }
);

/** Why a return call is not promised, or not moved, with what would help. */
export type Refusal =
  | { readonly why: "number"; readonly fault: NumberFault }
  /** The number has an open return call already. */
  | { readonly why: "owed-already"; readonly callback: Callback }
  /** The queue does not do that, or it is not there. */
  | { readonly why: "not-offered" }
  /** Nobody may be rung now: no place can be kept. */
  | { readonly why: "not-now" }
  | { readonly why: "not-free"; readonly next: readonly Slot[] }
  | { readonly why: "rep"; readonly of: Extract<RepTime, { readonly fits: false }> }
  /** A rep's word is moved by its time, a booked window by its beginning. */
  | { readonly why: "wrong-kind-of-time" };

type Reach = { readonly queue: QueueId; readonly zones: readonly string[] };
/** So many other windows are named where the one that was wished for is not free. */
const named = 3;

/** The return call that is promised by that wish, or why it is not: by the same rules as in a call. */
export function askedFor(
  wish: Wish,
  owed: Owed,
  routing: Routing,
  now: Instant,
): { readonly callback: NewCallback } | Refusal {
  const judged = owed.judge(wish.number, wish.line, wish.queue);
  if (!judged.ok) return { why: "number", fault: judged.why };
  const { number: to, zones, texts } = judged;
  const callback = owed.ofNumber(to);
  if (callback) return { why: "owed-already", callback };
  const given = givenFor(wish, { queue: wish.queue, zones }, owed, routing, now);
  if ("why" in given) return given;
  const { line: from, queue, kind, language, madeBy, confirmed, note } = wish;
  return {
    callback: {
      ...owed.receipt(),
      kind,
      to,
      from,
      language,
      queue,
      joinedAt: now,
      madeBy,
      zones,
      given: given.given,
      confirm: !confirmed,
      texts: texts && confirmed,
      everSupport: routing.queues[queue]?.kind === "support",
      ...(wish.kind === "promised" ? { owner: wish.rep } : {}),
      ...(note === undefined ? {} : { note }),
    },
  };
}

type Given = { readonly given: NewGiven } | Refusal;

function givenFor(wish: Wish, reach: Reach, owed: Owed, routing: Routing, now: Instant): Given {
  const rules = rulesOf(wish, routing);
  if (!routing.queues[wish.queue]) return { why: "not-offered" };
  if (wish.kind === "promised") return byRep(wish.rep, wish.by, reach, owed);
  if (!rules[wish.kind]) return { why: "not-offered" };
  if (wish.kind === "booked") return inWindow(wish.from, reach, owed, now);
  return notCallable(reach, routing, now) === undefined ? { given: {} } : { why: "not-now" };
}

/** Another time for an open return call, or why that cannot be. A kept place that is given a window is booked. */
export function movedTo(callback: Callback, time: WishedTime, owed: Owed, routing: Routing, now: Instant): Given {
  const { kind, owner, zones } = callback;
  if ("from" in time && kind !== "promised")
    return rulesOf(callback, routing).booked ? inWindow(time.from, callback, owed, now) : { why: "not-offered" };
  if ("from" in time || kind !== "promised" || owner === undefined) return { why: "wrong-kind-of-time" };
  return byRep(owner, time.by, { queue: callback.queue, zones }, owed);
}

function byRep(rep: RepId, wished: Instant, { queue, zones }: Reach, owed: Owed): Given {
  const of = owed.timeFor(rep, queue, zones, wished);
  return of.fits ? { given: { by: of.by } } : { why: "rep", of };
}

function inWindow(from: Instant, { queue, zones }: Reach, owed: Owed, now: Instant): Given {
  const [slot] = owed.slots({ queue, zones, after: from, most: 1 });
  if (slot?.from === from) return { given: slot };
  return { why: "not-free", next: owed.slots({ queue, zones, after: Math.max(from, now), most: named }) };
}
