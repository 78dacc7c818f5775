import type { QueueId, RepId } from "../routing/routing.ts";
import type { Resolution } from "../resolution/resolution.ts";

/** Cases that are over, and how many of them were resolved in the first conversation; `share`, 0 to 1, is null where there were none. */
export type FirstCallResolution = { readonly cases: number; readonly atFirst: number; readonly share: number | null };

/**
 * First-call resolution = cases resolved in their first conversation ÷ cases that are over. Without a case it is unknown: null, and never 1.
 *
 * A case is over when the caller says that it was solved, or after `resolvedWithinDays` without more of it. It was resolved in
 * the first conversation where there was no other one, the rep did not say "not yet" or promise a call, the caller did not ring in
 * about it again, and did not answer that it was not solved. Open cases do not count yet; abusive calls are no cases.
 *
 * Every queue and rep of the routing is named, in its order; then those that only the cases know.
 */
export async function firstCallResolution(
  cases: AsyncIterable<Resolution> | Iterable<Resolution>,
  {
    queues,
    reps,
  }: { readonly queues: Readonly<Record<QueueId, unknown>>; readonly reps: Readonly<Record<RepId, unknown>> },
): Promise<{
  readonly byQueue: Readonly<Record<QueueId, FirstCallResolution>>;
  /** By the rep of the first conversation. For coaching alone: never a ranking. */
  readonly byRep: Readonly<Record<RepId, FirstCallResolution>>;
}> {
  const ofQueues = counting(Object.keys(queues));
  const ofReps = counting(Object.keys(reps));
  for await (const one of cases) {
    if (one.closedAt === undefined) continue;
    const [first] = one.spoken;
    ofQueues.count(one.queue, isResolvedAtFirst(one));
    if (first) ofReps.count(first.rep, isResolvedAtFirst(one));
  }
  return { byQueue: ofQueues.figures(), byRep: ofReps.figures() };
}

function counting(names: readonly string[]) {
  const counts = new Map(names.map((name) => [name, { cases: 0, atFirst: 0 }]));
  return {
    count(name: string, atFirst: boolean): void {
      const before = counts.get(name) ?? { cases: 0, atFirst: 0 };
      counts.set(name, { cases: before.cases + 1, atFirst: before.atFirst + (atFirst ? 1 : 0) });
    },
    figures: (): Readonly<Record<string, FirstCallResolution>> =>
      Object.fromEntries(
        Array.from(counts, ([name, count]) => [
          name,
          { ...count, share: count.cases === 0 ? null : count.atFirst / count.cases },
        ]),
      ),
  };
}

/** Whether a case that is over was resolved in the first conversation about it. */
export function isResolvedAtFirst({ spoken, cameBack, answer }: Resolution): boolean {
  const [first, ...more] = spoken;
  const said = first?.said === "resolved" || first?.said === "unsaid";
  return said && more.length === 0 && cameBack === undefined && answer?.solved !== false;
}
