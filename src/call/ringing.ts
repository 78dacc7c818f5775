import type { Instant, Routing } from "../routing/routing.ts";
import { hushed } from "./broken-off.ts";
import type { Call, Common } from "./call.ts";
import type { Ringing } from "./waiting.ts";
import type { CallEvent } from "./event.ts";
import { liveStory } from "./return-story.ts";
import { whisperWithin } from "./ring.ts";
import { intoRoom } from "./room.ts";
import { whileWaiting } from "./queue.ts";
import { endWith } from "./speech.ts";
import { also, into, legOf, letGo, stay, withLeg, type Going, type StateOf, type Step } from "./step.ts";
import type { Heard } from "./verb.ts";
import { story, whisper, whispers } from "./whisper.ts";
import { callerGone } from "./enter-wrap-up.ts";

/**
 * The caller waits on, music and keys as at queue, while one rep is rung.
 *
 * at ringing  the rep picks up         → the whisper: who is coming, 1 takes, 2 passes
 *             1                        → talking: the rep goes into the room, the caller is fetched
 *             2                        → queue: the next rep, no penalty to anybody
 *             no key, no answer, busy  → queue: the next rep; counted as missed
 *             the caller steps out     → the rep's phone stops ringing; a rep who has picked up hears so
 *             the caller hangs up      → likewise
 */
export const ringing: StateOf<Ringing> = (call, event, routing, now) => {
  if (!("leg" in event) || event.leg !== call.leg) return aside(call, event, routing, now);
  switch (event.type) {
    case "ring-placed":
      return stay(withLeg(call, call.leg, { sid: event.sid }));
    case "rung": {
      const { rep, leg } = call;
      return whisper(withLeg(call, leg, { sid: event.sid }), leg, rep, wholeStory(call, routing, now), routing);
    }
    case "pressed":
      if (event.keys === "1") return takes(call, now);
      if (event.keys === "2") return nextRep(call, now, "passed");
      return again(call, routing, now);
    case "kept-silent":
    case "said":
      return again(call, routing, now);
    case "ring-failed":
      return stay(waitsOn(call, now));
    case "leg-ended":
      return missed(withLeg(call, call.leg, { ended: true }), now);
    default:
      return again(call, routing, now);
  }
};

/** What happens beside the rep's leg. */
function aside(call: Common & Ringing, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  if (event.type === "woke") return woke(call, event.why, now);
  if (event.type !== "leg-ended" || legOf(call, call.leg).turn === 0) return whileWaiting(call, event, routing, now);
  const { rep, leg, line } = call;
  return callerGone(withLeg(call, "caller", { ended: true }), { rep, leg, queue: line.queue }, routing, now);
}

function takes(call: Common & Ringing, now: Instant): Step {
  const { rep, leg } = call;
  const silent = hushed(call, now);
  const { line } = silent;
  const room = call.sid;
  const story = [...call.story, { at: now, what: "answered", rep } as const];
  const talking: Call = into(
    { ...silent, story },
    { at: "talking", line, rep, leg, room, since: now, joined: false, desk: "room", misses: 0 },
  );
  return intoRoom(
    talking,
    leg,
    room,
    [],
    [
      { do: "note-rep", rep, did: "took" },
      { do: "dequeue", queue: line.queue },
    ],
  );
}

/** Back in line, with the rep noted as asked. */
function waitsOn(call: Common & Ringing, now: Instant): Call {
  const line = { ...call.line, triedReps: { ...call.line.triedReps, [call.rep]: now } };
  return into(call, { at: "queue", line });
}

function nextRep(call: Common & Ringing, now: Instant, did: "passed" | "missed"): Step {
  return endWith(waitsOn(call, now), call.leg, [], [{ do: "note-rep", rep: call.rep, did }]);
}

function missed(call: Common & Ringing, now: Instant): Step {
  return stay(waitsOn(call, now), [{ do: "note-rep", rep: call.rep, did: "missed" }]);
}

/** Who is coming; and what was owed, where that is one who would rather speak now than be called back. */
function wholeStory(call: Common & Ringing, routing: Routing, now: Instant): readonly Heard[] {
  const { rep, line } = call;
  return [...liveStory(call, rep, routing, now), ...story(call, line.queue, rep, routing, now)];
}

function again(call: Common & Ringing, routing: Routing, now: Instant): Step {
  if (legOf(call, call.leg).turn >= whispers) return nextRep(call, now, "missed");
  const words = wholeStory(call, routing, now);
  return whisper(call, call.leg, call.rep, words, routing);
}

/** The phone has rung longer than it ever should, or the whisper has lasted so long: Twilio's word on it was lost. */
function woke(call: Common & Ringing, why: string, now: Instant): Step {
  const whispering = legOf(call, call.leg).turn > 0;
  if (why === `ring ${call.leg}` && whispering)
    return stay(call, [{ do: "wake", at: now + whisperWithin, why: `whisper ${call.leg}` }]);
  if (why !== `ring ${call.leg}` && why !== `whisper ${call.leg}`) return stay(call);
  // Twilio could not even be asked to ring: that is no rep's fault, and nobody was tried.
  if (legOf(call, call.leg).sid === undefined) return stay(into(call, { at: "queue", line: call.line }));
  return also(missed(call, now), ...letGo(call, call.leg));
}
