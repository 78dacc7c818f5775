import type { Instant, Routing } from "../routing/routing.ts";
import { asks } from "./asking.ts";
import type { Common } from "./call.ts";
import type { Transferring } from "./with-rep.ts";
import type { CallEvent } from "./event.ts";
import { liveStory } from "./return-story.ts";
import { whisperWithin } from "./ring.ts";
import { intoRoom } from "./room.ts";
import { endWith } from "./speech.ts";
import { also, interrupted, legOf, letGo, redirect, stay, withLeg, type Step } from "./step.ts";
import { story, whisper, whispers } from "./whisper.ts";

type Other = NonNullable<Transferring["other"]>;

/**
 * The leg of the rep who is asked to take over.
 *
 * picks up                    → the whisper: who asks, what about
 * 1                           → into the room with the asking rep, who is fetched there too
 * 2, no key, no answer, gone  → without the other: looked for further
 */
export function asked(call: Common & Transferring, event: CallEvent, routing: Routing, now: Instant): Step {
  const { other } = call;
  if (!other) return stay(call);
  switch (event.type) {
    case "ring-placed":
      return stay(withLeg(call, other.leg, { sid: event.sid }));
    case "ring-failed":
      return withoutOther(call, now, "freed");
    case "leg-ended": {
      const gone = withLeg(call, other.leg, { ended: true });
      if (!other.took) return withoutOther(gone, now, "missed");
      const alone = { ...interrupted(gone, call.leg), seekingSince: now };
      return also(withoutOther(alone, now, "freed"), ...redirect(call, call.leg));
    }
    case "pressed":
      if (other.took) return intoRoom(call, other.leg, call.room);
      if (event.keys === "1") return take(call, other);
      if (event.keys === "2") return endOther(call, other.leg, now, "passed");
      return tell(call, other, routing, now);
    case "parted":
      return intoRoom(call, other.leg, call.room);
    default:
      if (!asks(event)) return stay(call);
      return other.took ? intoRoom(call, other.leg, call.room) : tell(call, other, routing, now, event);
  }
}

function take(call: Common & Transferring, other: Other): Step {
  const together = interrupted({ ...call, other: { ...other, took: true }, desk: "room" as const }, call.leg);
  return intoRoom(together, other.leg, call.room, [], [noted(other.rep, "took"), ...redirect(call, call.leg)]);
}

function endOther(call: Common & Transferring, leg: Other["leg"], now: Instant, did: "missed" | "passed"): Step {
  const without = withoutOther(call, now, did);
  return endWith(without.call, leg, [], without.effects);
}

function tell(call: Common & Transferring, other: Other, routing: Routing, now: Instant, event?: CallEvent): Step {
  if (legOf(call, other.leg).turn >= whispers) return endOther(call, other.leg, now, "missed");
  const sid = event?.type === "rung" ? { sid: event.sid } : {};
  const what = call.how === "escalate" ? "escalated" : "transferred";
  const told = { ...call, story: [...call.story, { at: now, what, rep: call.rep } as const] };
  const words = [...liveStory(told, other.rep, routing, now), ...story(told, call.target, other.rep, routing, now)];
  return whisper(withLeg(call, other.leg, sid), other.leg, other.rep, words, routing);
}

/** The other could not or would not: looked for further. */
function withoutOther(call: Common & Transferring, now: Instant, did: "missed" | "passed" | "freed"): Step {
  const { other, ...rest } = call;
  if (!other) return stay(call);
  const triedReps = { ...call.triedReps, [other.rep]: now };
  return stay({ ...rest, triedReps, desk: "waiting" }, [noted(other.rep, did)]);
}

/** Whether Twilio was ever asked to ring; if it could not be, that is no rep's fault. */
function rang(call: Common, leg: Other["leg"]): boolean {
  return legOf(call, leg).sid !== undefined;
}

/** The other's phone has rung longer than it ever should, or the whisper has lasted so long. */
export function woke(call: Common & Transferring, why: string, now: Instant): Step {
  const { other } = call;
  if (!other || other.took) return stay(call);
  const { leg } = other;
  if (why === `ring ${leg}` && legOf(call, leg).turn > 0)
    return stay(call, [{ do: "wake", at: now + whisperWithin, why: `whisper ${leg}` }]);
  if (why !== `ring ${leg}` && why !== `whisper ${leg}`) return stay(call);
  return also(withoutOther(call, now, rang(call, leg) ? "missed" : "freed"), ...letGo(call, leg));
}

/** What became of a ring, for the rep's presence. */
export function noted(rep: string, did: "freed" | "missed" | "passed" | "took") {
  return { do: "note-rep", rep, did } as const;
}
