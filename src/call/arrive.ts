import type { Instant, Routing } from "../routing/routing.ts";
import type { Callback } from "../callback/callback.ts";
import type { Call, Common } from "./call.ts";
import { enterDesk } from "./desk.ts";
import { askDropped, placeToGive } from "./dropped.ts";
import type { CallEvent, Known } from "./event.ts";
import { opening } from "./opening.ts";
import { askOwed } from "./owed.ts";
import { stormWords } from "./storm.ts";
import { go, into, type Going, type Step } from "./step.ts";

type Arrived = Extract<CallEvent, { readonly type: "arrived" }>;

/**
 * A call comes in on a line.
 *
 * a rep's own phone        → the rep's desk
 * a return call is owed    → owed: hears it first
 * in line a moment ago     → dropped: offered the old place
 * while something is wrong  → the storm message first
 * a number of ours         → where the line opens, in the language remembered for the caller
 * a number that is no line → reception
 */
export function arrive(event: Arrived, routing: Routing, now: Instant): Step | Going {
  const call = into(newCall({ ...event, legs: { caller: { sid: event.sid, turn: 0 } } }, routing, now), {
    at: "leaving",
    outcome: "abandoned",
  });
  if (event.rep) return enterDesk(call, event.rep.id, event.rep.state, routing);
  const callback = event.house.owed.ofNumber(event.from);
  if (callback && !isServed(callback))
    return askOwed(inItsLanguage(call, callback, event), callback, event, routing, now);
  const place = placeToGive(event.known.place, routing, now);
  return place
    ? askDropped(call, place, routing)
    : go(call, opening(event.to, routing), stormWords(call, event.house.storm, routing));
}

/** Being spoken with already, in another call. */
function isServed({ state }: Callback): boolean {
  return state.at === "talking";
}

/** Whoever has chosen no language since is spoken to in the one that the return call was asked for in. */
function inItsLanguage(call: Call, { language }: Callback, { known }: Arrived): Call {
  return known.language === undefined ? { ...call, language } : call;
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
    ...(known.cases ? { cases: known.cases } : {}),
    heardBefore: known.announcements,
    ...(known.spokeWith !== undefined && routing.reps[known.spokeWith] ? { spokeWith: known.spokeWith } : {}),
    story: [],
    played: [],
    overtaken: [],
    failures: 0,
  };
}
