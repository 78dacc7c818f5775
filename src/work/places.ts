import type { OvertakeCause } from "../acd/line.ts";
import type { Instant, QueueId } from "../routing/routing.ts";

type Place = { readonly call: string; readonly joinedAt: Instant };
/** One who came in ahead of others: in line with the time at which the first line was joined. */
type CameAhead = { readonly at: Instant; readonly joinedAt: Instant; readonly cause: OvertakeCause };

const rememberAheadFor = 15 * 60_000;
const before = (a: Place, b: Place) => a.joinedAt - b.joinedAt || (a.call < b.call ? -1 : a.call > b.call ? 1 : 0);

/** Who stands where in each queue, kept sorted, so that a place is found by halving and not by counting. */
export type Places = {
  /** `cause`: why this caller comes in ahead of others, where that is so. */
  readonly put: (call: string, queue: QueueId, joinedAt: Instant, cause: OvertakeCause) => void;
  readonly remove: (call: string) => void;
  /** The place, 1 is next; and the cause for which somebody last came in ahead, while that is not long ago. */
  readonly placeOf: (call: string) => { readonly place: number; readonly worseBecause?: OvertakeCause } | undefined;
  readonly waiting: (queue: QueueId) => number;
};

export function newPlaces(now: () => Instant): Places {
  const lines = new Map<QueueId, Place[]>();
  const ahead = new Map<QueueId, CameAhead[]>();
  const where = new Map<string, { readonly queue: QueueId; readonly place: Place }>();

  function remove(call: string): void {
    const at = where.get(call);
    if (!at) return;
    where.delete(call);
    const line = lines.get(at.queue) ?? [];
    const index = indexIn(line, at.place);
    if (line[index]?.call === call) line.splice(index, 1);
  }

  return {
    put(call, queue, joinedAt, cause) {
      const known = where.get(call);
      if (known?.queue === queue && known.place.joinedAt === joinedAt) return;
      remove(call);
      const line = lines.get(queue) ?? [];
      lines.set(queue, line);
      const place = { call, joinedAt };
      const index = indexIn(line, place);
      const passed = line[index];
      // Whoever joined in the same millisecond was not overtaken by it.
      if (passed && passed.joinedAt > joinedAt) {
        const at = now();
        const recent = (ahead.get(queue) ?? []).filter((one) => at - one.at < rememberAheadFor);
        ahead.set(queue, [...recent, { at, joinedAt, cause }]);
      }
      line.splice(index, 0, place);
      where.set(call, { queue, place });
    },
    remove,
    placeOf(call) {
      const at = where.get(call);
      if (!at) return undefined;
      const since = now() - rememberAheadFor;
      const cameAhead = (ahead.get(at.queue) ?? []).findLast(
        (one) => one.at > since && one.at > at.place.joinedAt && one.joinedAt < at.place.joinedAt,
      );
      const place = indexIn(lines.get(at.queue) ?? [], at.place) + 1;
      return cameAhead ? { place, worseBecause: cameAhead.cause } : { place };
    },
    waiting: (queue) => lines.get(queue)?.length ?? 0,
  };
}

function indexIn(line: readonly Place[], place: Place): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = line[middle];
    if (other && before(other, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
