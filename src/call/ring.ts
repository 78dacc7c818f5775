import { legOf, withLeg } from "./step.ts";
import type { Call } from "./call.ts";
import type { RepId } from "../routing/routing.ts";
import type { LegId } from "./verb.ts";

/** No whisper lasts longer, in milliseconds. */
export const whisperWithin = 60_000;

/** The name of the next rep's leg: legs are numbered in the order of ringing. */
export function nextRepLeg(call: Call): LegId {
  return `r${Object.keys(call.legs).filter((leg) => leg !== "caller").length + 1}`;
}

/** The call with a leg for a rep who is about to be rung. */
export function whisperLeg(call: Call, leg: LegId, rep: RepId): Call {
  return withLeg(call, leg, { rep });
}

/** The legs of reps that are part of what the call is doing; a leg outside them has come too late. */
export function liveRepLegs(call: Call): readonly LegId[] {
  switch (call.at) {
    case "ringing":
    case "talking":
    case "wrap-up":
      return [call.leg];
    case "transferring":
      return call.other ? [call.leg, call.other.leg] : [call.leg];
    default:
      return [];
  }
}

type Busy = { readonly rep: RepId; readonly doing: "ringing" | "talking" | "wrap-up" | "parting" };

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
    case "ringing":
      return [{ rep: call.rep, doing: "ringing" }];
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
