import type { Instant, Routing } from "../routing/routing.ts";
import { asks } from "./asking.ts";
import type { Common } from "./call.ts";
import type { Talking, Transferring } from "./with-rep.ts";
import type { CallEvent } from "./event.ts";
import { overtaken, sentOn } from "./in-line.ts";
import { repMenu } from "./rep-menu.ts";
import { nextRepLeg, ringRep } from "./ring.ts";
import { hold, intoRoom } from "./room.ts";
import { waitForOther } from "./seek.ts";
import { endWith, sayToRep } from "./speech.ts";
import { also, give, into, letGo, redirect, stay, withLeg, type StateOf, type Step } from "./step.ts";
import { asked, noted, woke } from "./taking-over.ts";
import { enterWrapUp } from "./enter-wrap-up.ts";

/** A rep waits this long for another to take over, in milliseconds. */
const seekFor = 60_000;

/**
 * The caller is held; the rep (`leg`) looks for another (`other`) and tells them the story in the room.
 *
 * at transferring  another is assigned           → rung, with the story so far in the whisper
 *                  the other takes               → both reps in the room, the caller still held
 *                  the other passes or is gone   → looked for further, for a minute
 *                  the rep presses a key         → before there is another: back to the caller
 *                  the rep presses *, then 1     → talking: the other has the caller; 2: the rep takes the caller back
 *                  the rep hangs up              → with another there: talking; without: the caller is in that line,
 *                                                  and whoever is being rung still is
 *                  the caller hangs up           → wrap-up
 */
export const transferring: StateOf<Transferring> = (call, event, routing, now) => {
  if ("leg" in event && event.leg === call.leg) return asking(call, event, routing, now);
  if ("leg" in event && event.leg === call.other?.leg) return asked(call, event, routing, now);
  return caller(call, event, routing, now);
};

function caller(call: Common & Transferring, event: CallEvent, routing: Routing, now: Instant): Step {
  switch (event.type) {
    case "assigned":
      return ringOther(call, event.rep, routing, now);
    case "woke":
      return woke(call, event.why, now);
    case "overtaken":
      return stay(overtaken(call, event.by, event.cause, now));
    case "leg-ended": {
      const gone = withLeg(call, "caller", { ended: true });
      const { rep, leg, line, since, other } = gone;
      const about = { rep, leg, queue: line.queue, since };
      const step = enterWrapUp(gone, about, { asks: "disposition", document: false }, routing, now);
      return other ? also(step, ...letGo(call, other.leg), noted(other.rep, "freed")) : step;
    }
    case "move-failed":
      return stay(call);
    default:
      return asks(event) ? also(intoRoom(call, "caller", call.room), ...hold(call, true)) : stay(call);
  }
}

function ringOther(call: Common & Transferring, rep: string, routing: Routing, now: Instant): Step {
  if (call.other) return stay(call);
  const leg = nextRepLeg(call);
  return ringRep({ ...call, other: { rep, leg, took: false } }, leg, rep, call.target, routing, now);
}

/** The leg of the rep who looks for another. */
function asking(call: Common & Transferring, event: CallEvent, routing: Routing, now: Instant): Step {
  const took = call.other?.took === true;
  switch (event.type) {
    case "pressed":
      if (!took) return backToCaller(call);
      if (call.desk === "menu" && event.keys === "1") return handOver(call, routing, now, true);
      if (call.desk === "menu" && event.keys === "2") return backToCaller(call);
      return transferKeys(call, routing);
    case "kept-silent":
      if (took)
        return call.desk === "menu"
          ? intoRoom({ ...call, desk: "room" }, call.leg, call.room)
          : transferKeys(call, routing);
      if (now - call.seekingSince >= seekFor && !listening(call)) return gaveUp(call, routing);
      return waitForOther(call, routing);
    case "parted":
      return transferKeys(call, routing);
    case "leg-ended":
      return handOver(withLeg(call, call.leg, { ended: true }), routing, now, false);
    case "ring-placed":
      return stay(withLeg(call, call.leg, { sid: event.sid }));
    default:
      if (!asks(event)) return stay(call);
      return took ? intoRoom({ ...call, desk: "room" }, call.leg, call.room) : waitForOther(call, routing);
  }
}

/** Whether the other has picked up and is hearing who asks. */
function listening({ other, legs }: Common & Transferring): boolean {
  return other !== undefined && (legs[other.leg]?.turn ?? 0) > 0;
}

function transferKeys(call: Common & Transferring, routing: Routing): Step {
  return give({ ...call, desk: "menu" }, call.leg, (turn) => [
    {
      verb: "gather",
      prompt: [sayToRep(routing, call.rep, "transfer-keys")],
      keys: 1,
      seconds: 8,
      then: { asked: "answer", leg: call.leg, turn },
    },
  ]);
}

function talkingAgain(call: Common & Transferring): Common & Talking {
  const { line, rep, leg, room, since } = call;
  return into(call, { at: "talking", line, rep, leg, room, since, joined: true, desk: "room", misses: 0 });
}

function otherLetGo(call: Common & Transferring) {
  return call.other ? [...letGo(call, call.other.leg), noted(call.other.rep, "freed")] : [];
}

function backToCaller(call: Common & Transferring): Step {
  return intoRoom(talkingAgain(call), call.leg, call.room, [], [...hold(call, false), ...otherLetGo(call)]);
}

function gaveUp(call: Common & Transferring, routing: Routing): Step {
  const nobody = call.how === "escalate" ? "escalate-nobody" : "transfer-nobody";
  return also(repMenu(talkingAgain(call), routing, [sayToRep(routing, call.rep, nobody)]), ...otherLetGo(call));
}

/** The other has the caller now, or, where there is none yet, the caller is in the line that was asked. */
function handOver(call: Common & Transferring, routing: Routing, now: Instant, document: boolean): Step {
  const { line, rep, room, other, target } = call;
  const what = call.how === "escalate" ? "escalated" : "transferred";
  const kind = routing.queues[target]?.kind;
  const told = {
    ...call,
    story: [...call.story, { at: now, what, rep } as const],
    everSupport: call.everSupport || kind === "support",
    disposition: "transferred" as const,
  };
  if (!other?.took) {
    const inLine = sentOn(call, target, rep, now);
    const back = other
      ? into(told, { at: "ringing", line: inLine, rep: other.rep, leg: other.leg, rungAt: now, overtook: 0 })
      : into(told, { at: "queue", line: inLine });
    return stay(back, [...redirect(call, "caller"), noted(rep, "freed")]);
  }
  const answered = { at: now, what: "answered", rep: other.rep } as const;
  const next = into(
    { ...told, story: [...told.story, answered] },
    {
      at: "talking",
      line: { ...line, queue: target },
      rep: other.rep,
      leg: other.leg,
      room,
      since: now,
      joined: true,
      desk: "room",
      misses: 0,
    },
  );
  const effects = [...hold(call, false), noted(rep, "freed")];
  return document ? endWith(next, call.leg, [sayToRep(routing, rep, "transferred")], effects) : stay(next, effects);
}
