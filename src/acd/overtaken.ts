import type { RepId } from "../routing/routing.ts";
import { isCapped, tie, type OvertakeCause, type Waiting } from "./line.ts";
import { waitsForPreferred, type Round } from "./round.ts";
import { isOnlyKeptFor } from "./rung-first.ts";

/** One who is passed over, and where in the line that was looked at. */
export type PassedOver = { readonly index: number; readonly other: Waiting; readonly cause: OvertakeCause };

/** Those who joined earlier than `next` and might have had this rep by the line's order, in that order: with the cause. */
export function overtakenBy(
  next: Waiting,
  rep: RepId,
  left: readonly Waiting[],
  urgent: readonly number[],
  round: Round,
): readonly PassedOver[] {
  const passed: PassedOver[] = [];
  for (let index = 0; index < left.length; index++) {
    const other = left[index];
    if (!other || other.joinedAt >= next.joinedAt || isOnlyKeptFor(other)) continue;
    const reason = round.whyNot(other, rep);
    if (reason === "skill" || (reason !== undefined && other.queue !== next.queue)) continue;
    passed.push({ index, other, cause: reason ?? choice(next, other, round) });
  }
  return passed.toSorted((a, b) => (urgent[b.index] ?? 0) - (urgent[a.index] ?? 0) || tie(a.other, b.other));
}

/** Why we chose `next` although `other` joined earlier and this rep might have served either. */
function choice(next: Waiting, other: Waiting, round: Round): OvertakeCause {
  if (next.rung) return "callback";
  if (waitsForPreferred(other, round)) return "preferred";
  return isCapped(next, round.routing) && !isCapped(other, round.routing) ? "capped" : "weight";
}
