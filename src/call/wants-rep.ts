import type { Waiting } from "../acd/line.ts";
import type { Rung } from "../acd/rung-first.ts";
import type { Instant } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import type { InLine } from "./waiting.ts";

/** Whoever goes before everybody else stands in the line as if this much longer, in milliseconds. */
const inFront = 30 * 86_400_000;

/** The instant that decides the order in the line. */
export function standsSince({ joinedAt, front }: InLine): Instant {
  return front ? joinedAt - inFront : joinedAt;
}

/** The call as the line sees it: undefined when it wants no rep now. */
export function waitingOf(call: Call): Waiting | undefined {
  if (call.at === "queue" && call.wants === undefined) {
    const { queue, triedReps } = call.line;
    const joinedAt = standsSince(call.line);
    const { sid, language, spokeWith, overtaken: passed } = call;
    const rung = isRungByUs(call) ? { rung: rungOf(call, true) } : {};
    return { call: sid, queue, joinedAt, language, triedReps, preferred: spokeWith, overtaken: passed.length, ...rung };
  }
  if (isRungAlone(call) && call.returns) {
    const { queue, joinedAt, triedReps, overtaken } = call.returns.callback;
    const { sid, language, spokeWith: preferred } = call;
    const rung = rungOf(call, false);
    return { call: sid, queue, joinedAt, language, triedReps, preferred, overtaken, rung };
  }
  if (call.at === "transferring" && call.other === undefined) {
    return {
      call: call.sid,
      queue: call.target,
      joinedAt: call.line.joinedAt,
      language: call.language,
      triedReps: call.triedReps,
      overtaken: call.overtaken.length,
      leadsOnly: call.how === "escalate",
      notRep: call.rep,
    };
  }
  return undefined;
}

/** A customer who is being rung before any rep, or says by key whether it suits: a rep is kept for her meanwhile. */
function isRungAlone(call: Call): boolean {
  return (call.at === "dialling" && call.how === "first") || (call.at === "agreeing" && call.with === undefined);
}

function rungOf({ arrivedAt, returns }: Call, answered: boolean): Rung {
  return { at: arrivedAt, answered, ...(returns?.free === undefined ? {} : { rep: returns.free }) };
}

/** Whom we have rung, and nobody has spoken with yet. */
function isRungByUs({ returns, story }: Call): boolean {
  return returns !== undefined && !returns.live && !story.some(({ what }) => what === "answered");
}
