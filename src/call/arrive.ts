import type { Instant, Routing } from "../routing/routing.ts";
import type { Common } from "./call.ts";
import { enterDesk } from "./desk.ts";
import type { CallEvent, Known } from "./event.ts";
import { opening } from "./opening.ts";
import { go, into, type Going, type Step } from "./step.ts";

type Arrived = Extract<CallEvent, { readonly type: "arrived" }>;

/**
 * A call comes in on a line.
 *
 * a rep's own phone        → the rep's desk
 * a number of ours         → where the line opens, in the language remembered for the caller
 * a number that is no line → reception
 */
export function arrive(event: Arrived, routing: Routing, now: Instant): Step | Going {
  const call = into(newCall({ ...event, legs: { caller: { sid: event.sid, turn: 0 } } }, routing, now), {
    at: "leaving",
    outcome: "abandoned",
  });
  if (event.rep) return enterDesk(call, event.rep.id, event.rep.state, routing);
  return go(call, opening(event.to, routing));
}

/** A call at its beginning, with the legs that it has. */
export function newCall(
  { sid, from, to, known, legs }: Pick<Common, "sid" | "from" | "to" | "legs"> & { readonly known: Known },
  routing: Routing,
  now: Instant,
): Common {
  const language =
    known.language !== undefined && routing.business.languages[known.language]
      ? known.language
      : routing.business.language;
  return {
    sid,
    from,
    to,
    arrivedAt: now,
    routing: routing.version,
    language,
    moreTime: known.moreTime,
    quiet: known.quiet,
    legs,
    everSupport: known.openSupportCallback,
    heardBefore: known.announcements,
    ...(known.spokeWith !== undefined && routing.reps[known.spokeWith] ? { spokeWith: known.spokeWith } : {}),
    story: [],
    played: [],
    overtaken: [],
    failures: 0,
  };
}
