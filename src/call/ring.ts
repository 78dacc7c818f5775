import { legOf, stay, withLeg, type Step } from "./step.ts";
import type { Call } from "./call.ts";
import type { Instant, QueueId, RepId, Routing } from "../routing/routing.ts";
import type { LegId } from "./verb.ts";

/** No whisper lasts longer, in milliseconds. */
export const whisperWithin = 60_000;

/** The name of the next rep's leg: legs are numbered in the order of ringing. */
export function nextRepLeg(call: Call): LegId {
  return `r${Object.keys(call.legs).filter((leg) => leg !== "caller").length + 1}`;
}

/** Rings a rep on a leg of the call, for as long as the queue says; looked at again when that must be over. */
export function ringRep(call: Call, leg: LegId, rep: RepId, queue: QueueId, routing: Routing, now: Instant): Step {
  const seconds = routing.queues[queue]?.ring.seconds ?? 20;
  return stay(withLeg(call, leg, { rep }), [
    { do: "ring", leg, rep, seconds, at: now },
    { do: "wake", at: now + (seconds + 30) * 1_000, why: `ring ${leg}` },
  ]);
}

/** The legs of reps that are part of what the call is doing; a leg outside them has come too late. */
export function liveRepLegs(call: Call): readonly LegId[] {
  switch (call.at) {
    case "fetching":
    case "ringing":
    case "talking":
    case "wrap-up":
      return [call.leg];
    case "dialling":
    case "greeting":
    case "agreeing":
    case "snoozing":
    case "parting":
      return call.with ? [call.with.leg] : [];
    case "transferring":
      return call.other ? [call.leg, call.other.leg] : [call.leg];
    default:
      return [];
  }
}

/** A rep who has a part in a call. */
export type Busy = { readonly rep: RepId; readonly doing: "ringing" | "talking" | "wrap-up" | "parting" };

/** Reps who are busy with this call, with what: also those who have no more part in it and have not hung up yet. */
export function busyWith(call: Call): readonly Busy[] {
  const parting = Object.values(call.legs).flatMap((leg): Busy[] =>
    leg?.rep === undefined || leg.turn === 0 || leg.ended ? [] : [{ rep: leg.rep, doing: "parting" }],
  );
  const taking = takingPart(call);
  return [...parting.filter(({ rep }) => !taking.some((one) => one.rep === rep)), ...taking];
}

function takingPart(call: Call): readonly Busy[] {
  switch (call.at) {
    case "fetching":
    case "ringing":
      return [{ rep: call.rep, doing: "ringing" }];
    case "dialling":
    case "greeting":
    case "agreeing":
    case "snoozing":
      return call.with ? [{ rep: call.with.rep, doing: "talking" }] : [];
    case "talking":
      return [{ rep: call.rep, doing: "talking" }];
    case "cut-off":
      // The caller may be back at once, and was told to be first in line.
      return [{ rep: call.rep, doing: "wrap-up" }];
    case "wrap-up":
      return legOf(call, call.leg).ended ? [] : [{ rep: call.rep, doing: "wrap-up" }];
    case "transferring":
      return [
        { rep: call.rep, doing: "talking" },
        ...(call.other
          ? [{ rep: call.other.rep, doing: call.other.took ? ("talking" as const) : ("ringing" as const) }]
          : []),
      ];
    default:
      return [];
  }
}
