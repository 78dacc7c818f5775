import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import type { Common } from "./call.ts";
import type { Talking, Transferring } from "./with-rep.ts";
import { askKey, sayToRep } from "./speech.ts";
import { give, into, type Step } from "./step.ts";
import type { Say } from "./verb.ts";

/** The rep looks for another to take over, and waits for the answer with a key to give up; the caller is held. */
export function seek(
  call: Common & Talking,
  how: "warm" | "escalate",
  target: QueueId,
  routing: Routing,
  now: Instant,
): Step {
  const { line, rep, leg, room, since } = call;
  const at = into(call, {
    at: "transferring",
    line,
    rep,
    leg,
    room,
    since,
    how,
    target,
    seekingSince: now,
    triedReps: {},
    desk: "waiting",
  });
  return waitForOther(at, routing, [sayToRep(routing, rep, "transfer-ringing")]);
}

/** Keeps the asking rep company while the other is rung; any key goes back to the caller. */
export function waitForOther(call: Common & Transferring, routing: Routing, words: readonly Say[] = []): Step {
  const prompt = words.length > 0 ? words : [sayToRep(routing, call.rep, "transfer-still-ringing")];
  return give(call, call.leg, (turn) => [askKey({ asked: "answer", leg: call.leg, turn }, prompt, 10)]);
}
