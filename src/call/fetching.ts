import type { Instant, Routing } from "../routing/routing.ts";
import type { Common } from "./call.ts";
import type { Fetching } from "./ringing-back.ts";
import { dial } from "./dialling.ts";
import { part } from "./parting.ts";
import { returnStory } from "./return-story.ts";
import { accounted, tellReturn } from "./returning.ts";
import { whisperWithin } from "./ring.ts";
import { also, legOf, letGo, stay, withLeg, type StateOf, type Step } from "./step.ts";
import { whisper, whispers } from "./whisper.ts";

type Declined = "passed" | "missed" | "unreachable";

/**
 * A rep is rung for a return call, before the customer is.
 *
 * at fetching  the rep picks up         → the whisper: who is to be rung, what for, what was promised; 1 calls, 2 passes
 *              1                        → dialling: the rep waits in the room
 *              2                        → parting: the next rep is found, no penalty to anybody
 *              no key, no answer, busy  → likewise; counted as missed
 *              it is called off         → the phone stops ringing; a rep who has picked up hears why
 */
export const fetching: StateOf<Fetching> = (call, event, routing, now) => {
  const { rep, leg } = call;
  if (event.type === "woke") return woke(call, event.why, now);
  if (event.type === "called-off")
    return also(part(accounted(call), event.why, { rep, leg }, now), { do: "note-rep", rep, did: "freed" });
  if (!("leg" in event) || event.leg !== leg) return stay(call);
  switch (event.type) {
    case "ring-placed":
    case "began-ringing":
      return stay(withLeg(call, leg, { sid: event.sid }));
    case "rung":
      return tell(withLeg(call, leg, { sid: event.sid }), routing, now);
    case "pressed":
      if (event.keys === "1") return takes(call, routing, now);
      if (event.keys === "2") return declines(call, "passed", now);
      return again(call, routing, now);
    case "ring-failed":
      return declines(withLeg(call, leg, { ended: true }), "unreachable", now);
    case "leg-ended":
      return declines(withLeg(call, leg, { ended: true }), "missed", now);
    default:
      return again(call, routing, now);
  }
};

function tell(call: Common & Fetching, routing: Routing, now: Instant): Step {
  const words = returnStory(call, call.rep, routing, now);
  return whisper(call, call.leg, call.rep, words, routing, "whisper-return-keys");
}

function again(call: Common & Fetching, routing: Routing, now: Instant): Step {
  return legOf(call, call.leg).turn >= whispers ? declines(call, "missed", now) : tell(call, routing, now);
}

function takes(call: Common & Fetching, routing: Routing, now: Instant): Step {
  const { rep, leg } = call;
  return also(dial(call, "rep", { rep, leg }, routing, now), { do: "note-rep", rep, did: "took" });
}

/** The next rep is found, in another call. A rep who could not even be rung has not missed anything. */
function declines(call: Common & Fetching, how: Declined, now: Instant): Step {
  const { rep, leg } = call;
  const step = part(accounted(call), "declined", { rep, leg }, now);
  const did = how === "unreachable" ? "freed" : how;
  return also(step, ...tellReturn(call, { type: "rep-declined", rep, how }), { do: "note-rep", rep, did });
}

/** The phone has rung longer than it ever should, or the whisper has lasted so long: Twilio's word on it was lost. */
function woke(call: Common & Fetching, why: string, now: Instant): Step {
  const { leg } = call;
  const { turn, sid } = legOf(call, leg);
  if (why === `ring ${leg}` && turn > 0)
    return stay(call, [{ do: "wake", at: now + whisperWithin, why: `whisper ${leg}` }]);
  if (why !== `ring ${leg}` && why !== `whisper ${leg}`) return stay(call);
  return also(declines(call, sid === undefined ? "unreachable" : "missed", now), ...letGo(call, leg));
}
