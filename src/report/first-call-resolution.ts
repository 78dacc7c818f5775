import type { QueueId, RepId } from "../routing/routing.ts";
import type { Resolution } from "../resolution/resolution.ts";

/** Cases that are over, and how many of them were resolved in the first conversation; `share` is unset where there were none. */
export type FirstCallResolution = { readonly cases: number; readonly atFirst: number; readonly share?: number };

/**
 * First-call resolution = cases resolved in their first conversation ÷ cases that are over.
 *
 * A case is over when the caller says that it was solved, or after `resolvedWithinDays` without more of it. It was resolved in
 * the first conversation where there was no other one, the rep did not say "not yet" or promise a call, the caller did not ring in
 * about it again, and did not answer that it was not solved. Open cases do not count yet; abusive calls are no cases.
 */
export function firstCallResolution(cases: Iterable<Resolution>): {
  readonly byQueue: Readonly<Record<QueueId, FirstCallResolution>>;
  /** By the rep of the first conversation. For coaching alone: never a ranking. */
  readonly byRep: Readonly<Record<RepId, FirstCallResolution>>;
} {
  const over = Array.from(cases).filter(({ closedAt }) => closedAt !== undefined);
  return {
    byQueue: counted(over, ({ queue }) => queue),
    byRep: counted(over, ({ spoken }) => spoken[0]?.rep ?? ""),
  };
}

function counted(
  cases: readonly Resolution[],
  nameOf: (one: Resolution) => string,
): Readonly<Record<string, FirstCallResolution>> {
  const counts = new Map<string, { cases: number; atFirst: number }>();
  for (const one of cases) {
    const count = counts.get(nameOf(one)) ?? { cases: 0, atFirst: 0 };
    counts.set(nameOf(one), { cases: count.cases + 1, atFirst: count.atFirst + (isResolvedAtFirst(one) ? 1 : 0) });
  }
  return Object.fromEntries(
    Array.from(counts, ([name, count]) => [name, { ...count, share: count.atFirst / count.cases }]),
  );
}

/** Whether a case that is over was resolved in the first conversation about it. */
export function isResolvedAtFirst({ spoken, cameBack, answer }: Resolution): boolean {
  const [first, ...more] = spoken;
  const said = first?.said === "resolved" || first?.said === "unsaid";
  return said && more.length === 0 && cameBack === undefined && answer?.solved !== false;
}
