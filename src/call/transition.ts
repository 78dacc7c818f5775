import type { Destination, Instant, PromptId, Routing } from "../routing/routing.ts";
import { arrive } from "./arrive.ts";
import { asks, legIn } from "./asking.ts";
import type { Call } from "./call.ts";
import { cutOff } from "./cut-off.ts";
import { desk } from "./desk.ts";
import { enterQueue } from "./enter-queue.ts";
import type { CallEvent } from "./event.ts";
import { isFailing, isFailure, lastResort } from "./failing.ts";
import { heldDocument } from "./held.ts";
import { leaving, over } from "./leaving.ts";
import { enterMenu, menu } from "./menu.ts";
import { message } from "./message.ts";
import { notice } from "./notice.ts";
import { dialOut, out } from "./out.ts";
import { queue } from "./queue.ts";
import { liveRepLegs } from "./ring.ts";
import { ringing } from "./ringing.ts";
import { endWith, say, sayToRep } from "./speech.ts";
import { also, go, into, legOf, stay, withLeg, type Going, type Step } from "./step.ts";
import { talking } from "./talking.ts";
import { transferring } from "./transferring.ts";
import type { Heard, LegId } from "./verb.ts";
import { enterVoicemail, voicemail } from "./voicemail.ts";
import { wrapUp } from "./wrap-up.ts";

/** Destinations can lead on to others (a full queue to a closed one …); after so many the caller leaves a message. */
const mostHops = 6;

/** What a call does next: the one function that decides about a call. Pure, and it answers every event in every state. */
export function transition(call: Call | undefined, event: CallEvent, routing: Routing, now: Instant): Step {
  const first = call === undefined ? begin(event, routing, now) : decide(call, event, routing, now);
  let next = first;
  for (let hops = 0; "goes" in next; hops += 1) {
    next =
      hops < mostHops
        ? enter(next, event, routing, now)
        : enter({ ...next, goes: { to: "voicemail" } }, event, routing, now);
  }
  return next;
}

function begin(event: CallEvent, routing: Routing, now: Instant): Step | Going {
  if (event.type !== "arrived") throw new Error(`a call cannot begin with "${event.type}"`);
  return arrive(event, routing, now);
}

function decide(call: Call, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  const leg = legIn(event);
  if (leg !== "caller" && !liveRepLegs(call).includes(leg)) return tooLate(call, event, routing);
  if (event.type === "held" && leg === "caller") return heldDocument(call, event, routing, now);
  return afterwards(outOf(call, event), event, routing, now);
}

/** Failures are counted; a call that keeps failing is given to somebody who does not depend on us. */
function afterwards(call: Call, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  if (!isFailure(event)) return inState(call, event, routing, now);
  const counted = { ...call, failures: call.failures + 1 };
  return isFailing(counted) ? lastResort(counted, routing) : inState(counted, event, routing, now);
}

/** A leg that has left its Enqueue or Dial: what comes of that one later comes too late. */
function outOf(call: Call, event: CallEvent): Call {
  if (event.type !== "left" && event.type !== "parted" && event.type !== "moved") return call;
  const { outer: _, ...leg } = legOf(call, event.leg);
  return { ...call, legs: { ...call.legs, [event.leg]: leg } };
}

function inState(call: Call, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  switch (call.at) {
    case "menu":
      return menu(call, event, routing, now);
    case "notice":
      return notice(call, event, routing, now);
    case "queue":
      return queue(call, event, routing, now);
    case "ringing":
      return ringing(call, event, routing, now);
    case "talking":
      return talking(call, event, routing, now);
    case "transferring":
      return transferring(call, event, routing, now);
    case "cut-off":
      return cutOff(call, event, routing, now);
    case "message":
      return message(call, event, routing, now);
    case "voicemail":
      return voicemail(call, event, routing, now);
    case "out":
      return out(call, event, routing, now);
    case "desk":
      return desk(call, event, routing, now);
    case "wrap-up":
      return wrapUp(call, event, routing, now);
    case "leaving":
      return leaving(call, event, routing, now);
    case "ended":
      return over(call, event, routing, now);
    default:
      return call satisfies never;
  }
}

/** A rep's leg that is no longer part of the call: it hears why, and is let go. */
function tooLate(call: Call, event: CallEvent, routing: Routing): Step {
  const leg = legIn(event);
  const { rep } = legOf(call, leg);
  if (event.type === "leg-ended") return stay(withLeg(call, leg, { ended: true }));
  if (event.type === "ring-placed")
    return stay(withLeg(call, leg, { sid: event.sid }), [{ do: "hang-up", leg, sid: event.sid }]);
  if (!asks(event)) return stay(call);
  return endWith(call, leg, rep === undefined ? [] : [sayToRep(routing, rep, whyLetGo(call, leg))]);
}

/** Legs of reps are numbered in the order of ringing. */
const numberOf = (leg: LegId) => Number(leg.slice(1));

function whyLetGo(call: Call, leg: LegId): PromptId {
  if (legOf(call, "caller").ended) return "whisper-gone";
  const taker = "leg" in call && call.at !== "ringing" ? call.leg : "r0";
  return numberOf(taker) > numberOf(leg) ? "taken-by-another" : "whisper-withdrawn";
}

function enter(going: Going, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  const { call, goes, before, effects } = going;
  return also(arriveAt(goes, call, event, routing, now, before), ...effects);
}

function arriveAt(
  to: Destination,
  call: Call,
  event: CallEvent,
  routing: Routing,
  now: Instant,
  before: readonly Heard[],
): Step | Going {
  switch (to.to) {
    case "menu":
      return enterMenu(call, to.menu, routing, before);
    case "queue":
      return enterQueue(call, to.queue, event, routing, now, before);
    case "voicemail":
      return enterVoicemail(call, to.prompt, routing, before);
    case "number":
      return dialOut(call, to.number, routing, before);
    case "message": {
      const words = [...before, say(call, routing, to.prompt)];
      return to.next === undefined ? bye(call, routing, words) : go(call, { to: "menu", menu: to.next }, words);
    }
    case "text": {
      if (!call.from.startsWith("+")) {
        const words = [...before, say(call, routing, "text-impossible")];
        return call.at === "menu" ? go(call, { to: "menu", menu: call.menu }, words) : bye(call, routing, words);
      }
      const { text } = say(call, routing, to.body).sentence;
      const sent = bye(call, routing, [...before, say(call, routing, to.prompt)]);
      return also(sent, { do: "text", to: call.from, from: call.to, body: text });
    }
    default:
      return to satisfies never;
  }
}

function bye(call: Call, routing: Routing, words: readonly Heard[]): Step {
  return endWith(into(call, { at: "leaving", outcome: "informed" }), "caller", [
    ...words,
    say(call, routing, "goodbye"),
  ]);
}
