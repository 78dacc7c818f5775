import type { Instant, RepId } from "../routing/routing.ts";

/**
 * A customer whom we ring before any rep: since when, which rep was free for that, and whether the customer has answered
 * and stands in the line.
 *
 * One free rep, one customer rung. Whoever is being rung, or is asked whether it suits, has a rep as if in the line,
 * before everybody else; no telephone rings for it yet. So no more customers are rung at a time than there are reps for
 * them beside those whom live callers get, and whoever answers finds the rep still free.
 */
export type Rung = { readonly at: Instant; readonly rep?: RepId; readonly answered: boolean };

/**
 * How urgent one whom we have rung is: above `most`, which no other urgency exceeds. Who was rung first chooses first,
 * where the rep who was free then is not any more.
 */
export function urgencyOfRung({ at }: Rung, most: number): number {
  return 2 * most - at;
}

/** Whether a rep is only kept for this one, who has not answered yet. */
export function isOnlyKeptFor({ rung }: { readonly rung?: Rung }): boolean {
  return rung?.answered === false;
}
