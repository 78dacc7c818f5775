import type { OvertakeCause } from "../acd/line.ts";
import type { Instant, QueueId } from "../routing/routing.ts";

type Place = { readonly call: string; readonly joinedAt: Instant };
/** `live`: a caller on the line, and no return call that stands among them. */
type Held = { readonly queue: QueueId; readonly place: Place; readonly live: boolean };
type Standing = { readonly queue: QueueId; readonly place: number; readonly worseBecause?: OvertakeCause };
/** One who came in ahead of others: in line with the time at which the first line was joined. */
type CameAhead = { readonly at: Instant; readonly joinedAt: Instant; readonly cause: OvertakeCause };

const rememberAheadFor = 15 * 60_000;
/** A place that is taken again so soon after it was left has only changed hands, in milliseconds. */
const handedOverWithin = 1_000;
const before = (a: Place, b: Place) => a.joinedAt - b.joinedAt || (a.call < b.call ? -1 : a.call > b.call ? 1 : 0);

/** Who stands where in each queue, kept sorted, so that a place is found by halving and not by counting. */
export type Places = {
  /**
   * `cause`: why this one comes in ahead of others, where that is so; `callback` is a return call's alone. A place that
   * only changes hands, from a caller who hangs up to the return call or back, comes in ahead of nobody.
   */
  readonly put: (call: string, queue: QueueId, joinedAt: Instant, cause: OvertakeCause) => void;
  readonly remove: (call: string) => void;
  /** The place, 1 is next; and the cause for which somebody last came in ahead, while that is not long ago. */
  readonly placeOf: (call: string) => Standing | undefined;
  /** How many are waiting on the line. */
  readonly waiting: (queue: QueueId) => number;
};

export function newPlaces(now: () => Instant): Places {
  const lines = new Map<QueueId, Place[]>();
  const ahead = new Map<QueueId, CameAhead[]>();
  const where = new Map<string, Held>();
  const live = new Map<QueueId, number>();
  /** The place in each queue that was left last, and when. */
  const left = new Map<QueueId, { readonly at: Instant; readonly joinedAt: Instant }>();

  const count = (held: Held, by: number) => {
    if (held.live) live.set(held.queue, (live.get(held.queue) ?? 0) + by);
  };

  function remove(call: string): void {
    const at = where.get(call);
    if (!at) return;
    where.delete(call);
    const line = lines.get(at.queue) ?? [];
    const index = indexIn(line, at.place);
    if (line[index]?.call === call) line.splice(index, 1);
    count(at, -1);
    left.set(at.queue, { at: now(), joinedAt: at.place.joinedAt });
  }

  /** Whether the place is somebody's who has just left it, or is about to. */
  function changesHands(queue: QueueId, { joinedAt }: Place, neighbours: readonly (Place | undefined)[]): boolean {
    const last = left.get(queue);
    if (last?.joinedAt === joinedAt && now() - last.at <= handedOverWithin) return true;
    return neighbours.some((other) => other?.joinedAt === joinedAt);
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
      if (passed && !changesHands(queue, place, [line[index - 1], passed])) {
        const at = now();
        const recent = (ahead.get(queue) ?? []).filter((one) => at - one.at < rememberAheadFor);
        ahead.set(queue, [...recent, { at, joinedAt, cause }]);
      }
      line.splice(index, 0, place);
      const held = { queue, place, live: cause !== "callback" };
      where.set(call, held);
      count(held, 1);
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
      const { queue } = at;
      return cameAhead ? { queue, place, worseBecause: cameAhead.cause } : { queue, place };
    },
    waiting: (queue) => live.get(queue) ?? 0,
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
