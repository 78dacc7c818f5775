import type { Instant, Routing } from "../routing/routing.ts";
import { agreeing } from "./agreeing.ts";
import { arrive } from "./arrive.ts";
import { legIn } from "./asking.ts";
import type { Call } from "./call.ts";
import { cutOff } from "./cut-off.ts";
import { dialling } from "./dialling.ts";
import { fetching } from "./fetching.ts";
import { greeting } from "./greeting.ts";
import { parting } from "./parting.ts";
import { beginReturn } from "./return-call.ts";
import { accountFor } from "./returning.ts";
import { desk } from "./desk.ts";
import { askingAfter, beginAskingAfter } from "./asking-after.ts";
import { arriveAt } from "./destination.ts";
import type { CallEvent } from "./event.ts";
import { isFailing, isFailure, lastResort } from "./failing.ts";
import { rememberHeardOut } from "./heard-out.ts";
import { heldDocument } from "./held.ts";
import { informing } from "./informing.ts";
import { leaving, over } from "./leaving.ts";
import { rememberPlace } from "./left-line.ts";
import { menu } from "./menu.ts";
import { message } from "./message.ts";
import { notice } from "./notice.ts";
import { offer } from "./offer.ts";
import { owed } from "./owed.ts";
import { receipt } from "./receipt.ts";
import { dropped } from "./dropped.ts";
import { out } from "./out.ts";
import { queue } from "./queue.ts";
import { liveRepLegs } from "./ring.ts";
import { ringing } from "./ringing.ts";
import { legOf, type Going, type Step } from "./step.ts";
import { snoozing } from "./snoozing.ts";
import { talking } from "./talking.ts";
import { tooLate } from "./too-late.ts";
import { transferring } from "./transferring.ts";
import { voicemail } from "./voicemail.ts";
import { wrapUp } from "./wrap-up.ts";

/** What a call does next: the one function that decides about a call. Pure, and it answers every event in every state. */
export function transition(call: Call | undefined, event: CallEvent, routing: Routing, now: Instant): Step {
  const next = call === undefined ? begin(event, routing, now) : decide(call, event, routing, now);
  const step = arriveAt(next, event, routing, now);
  return rememberHeardOut(call, rememberPlace(call, event, accountFor(call, step), now), now);
}

function begin(event: CallEvent, routing: Routing, now: Instant): Step | Going {
  if (event.type === "calling-back") return beginReturn(event, routing, now);
  if (event.type === "asking-after") return beginAskingAfter(event, routing, now);
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
    case "fetching":
      return fetching(call, event, routing, now);
    case "dialling":
      return dialling(call, event, routing, now);
    case "greeting":
      return greeting(call, event, routing, now);
    case "agreeing":
      return agreeing(call, event, routing, now);
    case "informing":
      return informing(call, event, routing, now);
    case "snoozing":
      return snoozing(call, event, routing, now);
    case "parting":
      return parting(call, event, routing, now);
    case "asking-after":
      return askingAfter(call, event, routing, now);
    case "menu":
      return menu(call, event, routing, now);
    case "notice":
      return notice(call, event, routing, now);
    case "offer":
      return offer(call, event, routing, now);
    case "owed":
      return owed(call, event, routing, now);
    case "receipt":
      return receipt(call, event, routing, now);
    case "dropped":
      return dropped(call, event, routing, now);
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
