import type { Instant, QueueId, RepId, Routing } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import type { Draft, WrappingUp } from "./with-rep.ts";
import type { Effect } from "./effect.ts";
import { interrupted, into, redirect, stay, type Step } from "./step.ts";
import type { LegId } from "./verb.ts";
import { question, secondsFor } from "./wrap-up.ts";

/**
 * Ends the conversation for the caller and turns to the rep. `document`: the rep has asked what comes next and gets
 * the question as the answer; otherwise the rep's leg is fetched out of the room. `draft`: a promise that goes on.
 */
export function enterWrapUp(
  call: Call,
  about: { readonly rep: RepId; readonly leg: LegId; readonly queue: QueueId; readonly since: Instant },
  how: {
    readonly asks: WrappingUp["asks"];
    readonly farewell?: "goodbye" | "abusive-end";
    readonly document: boolean;
    readonly draft?: Draft;
  },
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
    ...(how.draft === undefined ? {} : { draft: how.draft }),
  });
  const effects: Effect[] = [
    ...(how.farewell ? redirect(call, "caller") : []),
    { do: "wake", at: now + secondsFor(how.asks, routing) * 1_000, why: "wrap-up" },
  ];
  if (!how.document) return stay(interrupted(at, leg), [...redirect(at, leg), ...effects]);
  const asked = question(at, routing);
  return { ...asked, effects: [...asked.effects, ...effects] };
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
