import type { Args } from "../routing/prompts.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Common, Disposition } from "./call.ts";
import type { WrappingUp } from "./with-rep.ts";
import { caseTold } from "./case.ts";
import type { Effect } from "./effect.ts";
import { ended } from "./end.ts";
import { asks } from "./asking.ts";
import type { CallEvent } from "./event.ts";
import { givingWord } from "./giving-word.ts";
import { askKey, endWith, say, sayToRep } from "./speech.ts";
import { also, give, hangUp, legOf, stay, withLeg, type StateOf, type Step } from "./step.ts";
import type { Say } from "./verb.ts";

const dispositions: Readonly<Record<string, Disposition>> = { "1": "resolved", "2": "not-yet", "3": "promised" };

/** A rep's side of an abusive call takes at most so long, in seconds, and so does promising a return call. */
const [longestSide, longestPromise] = [120, 300];

/**
 * The caller has gone, or is hearing the last words; the rep says how it ended.
 *
 * at wrap-up  1 resolved, 2 not yet                            → thanks, the rep is free
 *             3                                                → a return call is promised, thanks, the rep is free
 *             another key or silence, twice                    → unsaid, the rep is free
 *             the rep's side of an abusive call is recorded    → on the leads' list
 *             too long                                         → unsaid, the rep is free
 *             the rep's leg has ended                          → end
 */
export const wrapUp: StateOf<WrappingUp> = (call, event, routing, now) => {
  if (event.type === "woke") return event.why === "wrap-up" ? itsTime(call, routing, now) : stay(call);
  if (!("leg" in event) || event.leg === "caller") return caller(call, event, routing, now);
  if (event.type === "leg-ended") return repGone(call, now);
  if (call.asks === "promise") return asks(event) ? promise(call, event, routing, now) : stay(call);
  switch (event.type) {
    case "pressed": {
      const disposition = dispositions[event.keys];
      if (!disposition || call.asks !== "disposition") return again(call, routing);
      return disposition === "promised" && !call.promised
        ? promise({ ...call, asks: "promise" }, event, routing, now)
        : said(call, disposition, routing);
    }
    case "recorded":
      return abuseTold(call, event, routing);
    case "kept-silent":
      return again(call, routing);
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

/** After so long, in seconds, the rep is free again whatever was said. */
export function secondsFor(asks: WrappingUp["asks"], routing: Routing): number {
  const more = asks === "abuse" ? longestSide : asks === "promise" ? longestPromise : 0;
  return routing.business.wrapUpWithin + more;
}

/** A question that takes longer may have come up since the end of the wrap-up was set. */
function itsTime(call: Common & WrappingUp, routing: Routing, now: Instant): Step {
  const until = call.since + secondsFor(call.asks, routing) * 1_000;
  return now < until ? stay(call, [{ do: "wake", at: until, why: "wrap-up" }]) : stay(call, hangUp(call, call.leg));
}

/** The rep gives a word. Without one it is asked again how the call ended. */
function promise(call: Common & WrappingUp, event: CallEvent, routing: Routing, now: Instant): Step {
  const next = givingWord(call, event, routing, now);
  if (!("gave" in next)) return next;
  const { draft: _, ...given } = next.call;
  const step =
    next.gave === "nothing"
      ? question({ ...given, asks: "disposition" }, routing, next.words)
      : said(given, "promised", routing, next.words);
  return also(step, ...next.effects);
}

/** The question to the rep, as the state asks it, after `before`. */
export function question(call: Common & WrappingUp, routing: Routing, before: readonly Say[] = []): Step {
  const tell = (prompt: string, args?: Args) => sayToRep(routing, call.rep, prompt, args);
  switch (call.asks) {
    case "disposition":
      return ask(call, [...before, tell("wrap-up-ask", { promised: call.promised ? "yes" : "no" })]);
    case "abuse":
      return give(call, call.leg, (turn) => [
        tell("abuse-ask"),
        { verb: "record", seconds: longestSide, silence: 5, then: { asked: "recorded", leg: call.leg, turn } },
      ]);
    case "promise":
      return stay(call);
    case "nothing":
      return endWith(call, call.leg, [tell("whisper-gone")]);
    default:
      return call.asks satisfies never;
  }
}

function ask(call: Common & WrappingUp, words: readonly Say[]): Step {
  return give(call, call.leg, (turn) => [askKey({ asked: "answer", leg: call.leg, turn }, words, 8)]);
}

function again(call: Common & WrappingUp, routing: Routing): Step {
  if (call.misses >= 1) return said(call, "unsaid", routing);
  return question({ ...call, misses: call.misses + 1 }, routing);
}

/** What the rep said is noted, and said back: with `words` where they say it already. */
function said(
  call: Common & WrappingUp,
  disposition: Disposition,
  routing: Routing,
  words: readonly Say[] = [sayToRep(routing, call.rep, "wrap-up-thanks", { disposition })],
): Step {
  return endWith({ ...call, disposition }, call.leg, words);
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
  const step = said(call, "abusive", routing);
  return { ...step, effects: [...step.effects, review] };
}

function repGone(call: Common & WrappingUp, now: Instant): Step {
  const told = call.disposition === "transferred" ? undefined : call.disposition;
  const untold = call.asks === "abuse" && told === undefined;
  const gone = withLeg(call, call.leg, { ended: true });
  const disposition = told ?? (untold ? "abusive" : "unsaid");
  const effects: Effect[] = [
    { do: "note-rep", rep: call.rep, did: "freed" },
    ...(call.asks === "nothing" ? [] : [...learnt(call), ...caseTold(call, disposition, now)]),
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
    { do: "remember", number: call.from, what: { spokeWith: call.rep, queue: call.queue } },
  ];
}
