import type { Callback } from "../../src/callback/callback.ts";
import type { Promised } from "./witness.ts";
import type { Seen } from "./seen.ts";

const time = (at: number) => new Date(at).toISOString();
const asPromised = /We are calling you back, as we promised/;
/** The other ways in which somebody who picks up is told why we call. */
const otherwise = /We are calling you back: you have kept|We are calling you back at the time|We were asked to call/;

/** Whether a call that began then is one for this promise: it was open. */
const isOpenAt = ({ given: { givenAt, ended } }: Pick<Promised, "given">, at: number) =>
  at >= givenAt && at <= (ended?.at ?? Infinity);

/** Whether what was said to whoever picked up fits the kind of the return call. */
function fits({ said }: Seen, { kind }: Pick<Callback, "kind">): boolean {
  const words = kind === "promised" ? otherwise : asPromised;
  return !said.some(({ text }) => words.test(text));
}

/**
 * Conversations that we rang for and that belong to no promise, or to one that had its conversation already. Where a customer
 * has several open return calls, such as a place that is kept and a rep's word, each is for one that fits what was said at its
 * beginning.
 */
export function oneTooMany(byUs: readonly Seen[], promised: readonly Promised[]): readonly string[] {
  const byNumber = Map.groupBy(promised, ({ callback }) => callback.to);
  const had = new Set<Promised>();
  return byUs
    .filter(({ spoke }) => spoke)
    .toSorted((a, b) => a.from - b.from)
    .flatMap((call) => {
      const open = (byNumber.get(call.number) ?? [])
        .filter((one) => !had.has(one) && isOpenAt(one, call.from))
        .toSorted((a, b) => (a.given.ended?.at ?? Infinity) - (b.given.ended?.at ?? Infinity));
      const one = open.find(({ callback }) => fits(call, callback)) ?? open[0];
      if (!one) return [`${call.number} at ${time(call.from)}`];
      had.add(one);
      return [];
    });
}

/** Two calls of ours to one telephone at the same time, or one while the customer speaks with a rep, known by the number. */
export function atOnce(seen: readonly Seen[]): readonly string[] {
  const stands = (other: Seen, at: number) =>
    other.from < at && other.until > at && (other.byUs || (!other.withheld && metBefore(other, at)));
  return seen.flatMap((one) =>
    one.byUs
      ? seen
          .filter((other) => other !== one && stands(other, one.from))
          .map((other) => `${one.number} at ${time(one.from)} and since ${time(other.from)}`)
      : [],
  );
}

/** Ringing takes a moment to be called off: who has met a rep for longer than this, in milliseconds, is known to be there. */
const known = 5_000;

function metBefore({ call }: Seen, at: number): boolean {
  return call.heard.some((one) => one.kind === "person" && one.at + known < at);
}
