import type { Instant, Routing } from "../routing/routing.ts";
import type { Audit } from "../store/people.ts";
import type { Recorded, Retention } from "../store/retention.ts";
import type { Kinds, Review } from "../store/records.ts";
import type { Needed } from "./still-needed.ts";

/** For how many days each is kept; unset: for ever. */
export type Days = Pick<Retention, "records" | "recordings" | "audit">;

const day = 86_400_000;
/** Whoever looks back over a year finds all of it in the log. */
const auditAtLeast = 365;
/** Today's limits and the end-of-day check go by what was closed in the last days. */
const recordsAtLeast = 7;

/**
 * What each is kept for whatever is set: calls as long as a case may come back, and as long as an announcement is not to be heard
 * again.
 */
export function atLeast({ business }: Routing): Required<Days> {
  const { resolvedWithinDays, repeatAfterDays } = business;
  return {
    records: Math.max(recordsAtLeast, resolvedWithinDays, repeatAfterDays),
    recordings: 1,
    audit: auditAtLeast,
  };
}

/** Up to when what is over goes; undefined: all of it stays. */
export type Cut = { readonly [K in keyof Days]-?: Instant | undefined };

/** A recording is kept no longer than its call: nobody would know any more whose it is. */
export function cutAt(days: Days, routing: Routing, now: Instant): Cut {
  const least = atLeast(routing);
  const before = (what: keyof Days) => {
    const kept = days[what];
    return kept === undefined ? undefined : now - Math.max(kept, least[what]) * day;
  };
  const [records, recordings] = [before("records"), before("recordings")];
  return {
    records,
    recordings:
      records === undefined || recordings === undefined ? (recordings ?? records) : Math.max(records, recordings),
    audit: before("audit"),
  };
}

/** The kinds of which what is closed goes with time, each with when a record was over and whether it may go by then. */
export type Kept = "call" | "callback" | "resolution" | "recording" | "audit";

/** What there is to know of one kind. */
export type Rule<K extends Kept> = {
  readonly before: Instant | undefined;
  readonly overAt: (record: Kinds[K]) => Instant;
  readonly isNeeded: (record: Kinds[K]) => boolean;
};

/** By which rule each kind goes. */
export function rulesFor(cut: Cut, needed: Needed): { readonly [K in Kept]: Rule<K> } {
  return {
    call: {
      before: cut.records,
      overAt: ({ call }) => (call.at === "ended" ? call.endedAt : call.arrivedAt),
      isNeeded: ({ call }) => needed.calls.has(call.sid),
    },
    callback: {
      before: cut.records,
      overAt: ({ state, madeAt }) => (state.at === "closed" ? state.closedAt : madeAt),
      isNeeded: ({ id }) => needed.callbacks.has(id),
    },
    resolution: {
      before: cut.records,
      overAt: ({ closedAt, spoken }) => closedAt ?? spoken.at(-1)?.at ?? 0,
      isNeeded: () => false,
    },
    recording: { before: cut.recordings, overAt: ({ at }: Recorded) => at, isNeeded: isHeard(needed) },
    audit: { before: cut.audit, overAt: ({ at }: Audit) => at, isNeeded: () => false },
  };
}

/** Whether a recording may still be played, or is of a call that is needed. */
function isHeard({ calls, recordings }: Needed) {
  return ({ id, call }: Pick<Recorded, "id" | "call">): boolean => recordings.has(id) || calls.has(call);
}

/** Whether a record goes by its rule. */
export function goes<K extends Kept>({ before, overAt, isNeeded }: Rule<K>, record: Kinds[K]): boolean {
  return before !== undefined && overAt(record) < before && !isNeeded(record);
}

/** What becomes of something on the leads' list: it goes, or what was recorded of it does. `recording`: its SID, where it has one. */
export function ofReview(
  { at, call }: Review,
  recording: string,
  cut: Cut,
  needed: Needed,
): "goes" | "is silenced" | "stays" {
  if (isHeard(needed)({ id: recording, call })) return "stays";
  if (cut.records !== undefined && at < cut.records) return "goes";
  return recording !== "" && cut.recordings !== undefined && at < cut.recordings ? "is silenced" : "stays";
}
