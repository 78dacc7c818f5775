import { askedFor, movedTo, type Refusal, type Wish, type WishedTime } from "../callback/asked.ts";
import type { By, Callback } from "../callback/callback.ts";
import type { NewCallback } from "../callback/event.ts";
import type { NumberFault, RepTime } from "../callback/owed.ts";
import type { Instant } from "../routing/routing.ts";
import type { Answered, Offered } from "./conversation.ts";
import { howItStands } from "./how-it-stands.ts";
import { when, write, type Talk } from "./talk.ts";

/** Why a number is not called back, or a time does not do, in a word that a prompt can choose by. */
const whyNotThere: Readonly<Partial<Record<NumberFault, string>>> = {
  "not-a-number": "none",
  country: "country",
  kind: "kind",
  "too-often": "often",
  "too-many-alike": "often",
  "asked-not-to": "unwanted",
};
const whyNotThen: Readonly<Record<Extract<RepTime, { readonly fits: false }>["why"], string>> = {
  "owes-too-much": "full",
  "off-then": "off",
  "closed-then": "closed",
  "not-daytime": "night",
  past: "past",
  "too-far": "far",
};

/** Promises the return call that is wished for, or says why not and offers what can be had instead. */
export function wishFor(talk: Talk, wish: Wish, promised: (callback: NewCallback) => string): Answered {
  const { facts, routing, now } = talk;
  const asked = askedFor(wish, facts.owed, routing, now);
  if ("why" in asked) return refused(talk, asked, (at) => ({ wish: withTime(wish, at) }), wish);
  const { callback } = asked;
  return { answer: promised(callback), tellings: [{ id: callback.id, event: { type: "made", callback } }] };
}

/** Gives another time for a return call, or says why not and offers what can be had instead. */
export function moveTo(talk: Talk, callback: Callback, to: WishedTime, by: By): Answered {
  const { facts, routing, now } = talk;
  const moved = movedTo(callback, to, facts.owed, routing, now);
  if ("why" in moved)
    return refused(talk, moved, (at) => ({ moves: callback.code, to: timeOf(callback, at) }), callback);
  const { from, by: until } = moved.given;
  const at = from === undefined ? when(talk, until ?? now, true) : when(talk, from);
  return {
    answer: write(talk, "text-moved", { at, code: callback.code }),
    tellings: [{ id: callback.id, event: { type: "moved", to: moved.given, by } }],
  };
}

/** The time as it is wished for: a rep's word by its time, any other by its beginning. */
export function timeOf({ kind }: Pick<Callback, "kind">, at: Instant): WishedTime {
  return kind === "promised" ? { by: at } : { from: at };
}

function withTime(wish: Wish, at: Instant): Wish {
  return wish.kind === "promised" ? { ...wish, by: at } : { ...wish, kind: "booked", from: at };
}

/** Why not, and what can be had instead: it is offered, and taken with YES. */
function refused(
  talk: Talk,
  refusal: Refusal,
  offer: (at: Instant) => Offered,
  about: { readonly queue: string },
): Answered {
  switch (refusal.why) {
    case "number":
      return { answer: write(talk, "text-no-number", { why: whyNotThere[refusal.fault] ?? "other" }) };
    case "owed-already":
      return { answer: `${write(talk, "text-owed-already")} ${howItStands(talk, refusal.callback)}` };
    case "rep":
      return instead(talk, whyNotThen[refusal.of.why], refusal.of.by, true, offer);
    case "not-free":
      return instead(talk, "full", refusal.next[0]?.from, false, offer);
    case "not-now": {
      const { facts, zones, now } = talk;
      const [next] = facts.owed.slots({ queue: about.queue, zones, after: now, most: 1 });
      return instead(talk, "closed", next?.from, false, offer);
    }
    case "not-offered":
    case "wrong-kind-of-time":
      return { answer: write(talk, "text-not-offered") };
    default:
      return refusal satisfies never;
  }
}

function instead(
  talk: Talk,
  why: string,
  at: Instant | undefined,
  by: boolean,
  offer: (at: Instant) => Offered,
): Answered {
  const whose = talk.facts.rep ? "rep" : "caller";
  if (at === undefined) return { answer: write(talk, "text-instead", { why, whose, free: "no", at: "" }) };
  return {
    answer: write(talk, "text-instead", { why, whose, free: "yes", at: when(talk, at, by) }),
    offered: offer(at),
  };
}
