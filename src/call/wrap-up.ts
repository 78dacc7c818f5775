import type { Instant, QueueId, RepId, Routing } from "../routing/routing.ts";
import type { Call, Common, Disposition, WrappingUp } from "./call.ts";
import type { Effect } from "./effect.ts";
import { ended } from "./end.ts";
import { asks, houseOf } from "./asking.ts";
import type { CallEvent } from "./event.ts";
import { askKey, endWith, say, sayToRep } from "./speech.ts";
import { give, hangUp, interrupted, into, legOf, redirect, stay, withLeg, type StateOf, type Step } from "./step.ts";
import type { LegId, Say } from "./verb.ts";

const dispositions: Readonly<Record<string, Disposition>> = { "1": "resolved", "2": "not-yet", "3": "promised" };

/** A rep's side of an abusive call is at most so long, in seconds. */
const longestSide = 120;

/**
 * The caller has gone, or is hearing the last words; the rep says how it ended.
 *
 * at wrap-up  1 resolved, 2 not yet, 3 a return call is wished → thanks, the rep is free
 *             another key or silence, twice                    → unsaid, the rep is free
 *             the rep's side of an abusive call is recorded    → on the leads' list
 *             too long                                         → unsaid, the rep is free
 *             the rep's leg has ended                          → end
 */
export const wrapUp: StateOf<WrappingUp> = (call, event, routing, now) => {
  if (event.type === "woke") {
    return event.why === "wrap-up" ? stay(call, hangUp(call, call.leg)) : stay(call);
  }
  if (!("leg" in event) || event.leg === "caller") return caller(call, event, routing, now);
  switch (event.type) {
    case "pressed": {
      const disposition = dispositions[event.keys];
      return disposition && call.asks === "disposition"
        ? said(call, disposition, event, routing)
        : again(call, event, routing);
    }
    case "recorded":
      return abuseTold(call, event, routing);
    case "leg-ended":
      return repGone(call, now);
    case "kept-silent":
      return again(call, event, routing);
    default:
      return asks(event) ? question(call, routing) : stay(call);
  }
};

function caller(call: Common & WrappingUp, event: Parameters<typeof wrapUp>[1], routing: Routing, now: Instant): Step {
  if (event.type === "leg-ended") {
    const gone = withLeg(call, "caller", { ended: true });
    return legOf(gone, call.leg).ended ? ended(gone, "answered", now) : stay(gone);
  }
  if (!asks(event)) return stay(call);
  return endWith(call, "caller", call.farewell ? [say(call, routing, call.farewell)] : []);
}

/**
 * Ends the conversation for the caller and turns to the rep. `document`: the rep has asked what comes next and gets
 * the question as the answer; otherwise the rep's leg is fetched out of the room.
 */
export function enterWrapUp(
  call: Call,
  about: { readonly rep: RepId; readonly leg: LegId; readonly queue: QueueId; readonly since: Instant },
  how: { readonly asks: WrappingUp["asks"]; readonly farewell?: "goodbye" | "abusive-end"; readonly document: boolean },
  routing: Routing,
  now: Instant,
): Step {
  const { rep, leg, queue, since } = about;
  const talkedSeconds = Math.round((now - since) / 1_000);
  const farewell = how.farewell === undefined ? {} : { farewell: how.farewell };
  const at = into(call, {
    at: "wrap-up",
    rep,
    leg,
    queue,
    since: now,
    talkedSeconds,
    asks: how.asks,
    misses: 0,
    ...farewell,
  });
  const effects: Effect[] = [
    ...(how.farewell ? redirect(call, "caller") : []),
    { do: "wake", at: now + secondsFor(how.asks, routing) * 1_000, why: "wrap-up" },
  ];
  if (!how.document) return stay(interrupted(at, leg), [...redirect(at, leg), ...effects]);
  const asked = question(at, routing);
  return { ...asked, effects: [...asked.effects, ...effects] };
}

/** After so long the rep is free again whatever was said. */
function secondsFor(asks: WrappingUp["asks"], routing: Routing): number {
  return routing.business.wrapUpWithin + (asks === "abuse" ? longestSide : 0);
}

/** The caller was gone before being joined: the rep hears so, and is free. */
export function callerGone(
  call: Call,
  about: { readonly rep: RepId; readonly leg: LegId; readonly queue: QueueId },
  routing: Routing,
  now: Instant,
): Step {
  return enterWrapUp(call, { ...about, since: now }, { asks: "nothing", document: false }, routing, now);
}

/** The question to the rep, as the state asks it. */
function question(call: Common & WrappingUp, routing: Routing): Step {
  const tell = (prompt: string) => sayToRep(routing, call.rep, prompt);
  switch (call.asks) {
    case "disposition":
      return ask(call, [tell("wrap-up-ask")]);
    case "abuse":
      return give(call, call.leg, (turn) => [
        tell("abuse-ask"),
        { verb: "record", seconds: longestSide, silence: 5, then: { asked: "recorded", leg: call.leg, turn } },
      ]);
    case "nothing":
      return endWith(call, call.leg, [tell("whisper-gone")]);
    default:
      return call.asks satisfies never;
  }
}

function ask(call: Common & WrappingUp, words: readonly Say[]): Step {
  return give(call, call.leg, (turn) => [askKey({ asked: "answer", leg: call.leg, turn }, words, 8)]);
}

function again(call: Common & WrappingUp, event: CallEvent, routing: Routing): Step {
  if (call.misses >= 1) return said(call, "unsaid", event, routing);
  return question({ ...call, misses: call.misses + 1 }, routing);
}

/** What the rep said is noted. A return call is called noted only where it will outlive a crash. */
function said(call: Common & WrappingUp, disposition: Disposition, event: CallEvent, routing: Routing): Step {
  const wish = disposition === "promised" || call.wish === true;
  const noted: Call = { ...call, disposition, ...(wish ? { wish } : {}) };
  const kept = disposition !== "promised" || houseOf(event).durable;
  return endWith(noted, call.leg, [
    kept
      ? sayToRep(routing, call.rep, "wrap-up-thanks", { disposition })
      : sayToRep(routing, call.rep, "wish-not-recorded"),
  ]);
}

function abuseTold(
  call: Common & WrappingUp,
  event: Extract<CallEvent, { readonly type: "recorded" }>,
  routing: Routing,
): Step {
  const { recording, seconds } = event;
  const review: Effect = {
    do: "review",
    what: "abuse",
    from: call.from,
    rep: call.rep,
    queue: call.queue,
    seconds,
    ...(recording === undefined ? {} : { recording }),
  };
  const step = said(call, "abusive", event, routing);
  return { ...step, effects: [...step.effects, review] };
}

function repGone(call: Common & WrappingUp, now: Instant): Step {
  const told = call.disposition === "transferred" ? undefined : call.disposition;
  const untold = call.asks === "abuse" && told === undefined;
  const gone = withLeg(call, call.leg, { ended: true });
  const disposition = told ?? (untold ? "abusive" : "unsaid");
  const effects: Effect[] = [
    { do: "note-rep", rep: call.rep, did: "freed" },
    ...(call.asks === "nothing" ? [] : [...learnt(call)]),
    ...(untold
      ? [{ do: "review", what: "abuse", from: call.from, rep: call.rep, queue: call.queue, seconds: 0 } as const]
      : []),
  ];
  const closed = call.asks === "nothing" ? gone : { ...gone, disposition };
  if (!legOf(gone, "caller").ended) return stay(closed, effects);
  const outcome = call.asks === "nothing" ? "abandoned" : "answered";
  const over = ended(closed, outcome, now);
  return { ...over, effects: [...over.effects, ...effects] };
}

function learnt(call: Common & WrappingUp): readonly Effect[] {
  return [
    { do: "learn", queue: call.queue, handledSeconds: call.talkedSeconds },
    { do: "remember", number: call.from, what: { spokeWith: call.rep } },
  ];
}
