import type { Destination, Instant, Routing } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import { enterQueue } from "./enter-queue.ts";
import type { CallEvent } from "./event.ts";
import { enterMenu } from "./menu.ts";
import { offerFromMenu } from "./offer-begin.ts";
import { dialOut } from "./out.ts";
import { endWith, say } from "./speech.ts";
import { also, go, into, type Going, type Step } from "./step.ts";
import type { Heard } from "./verb.ts";
import { enterVoicemail } from "./voicemail.ts";

/** Destinations can lead on to others (a full queue to a closed one …); after so many the caller leaves a message. */
const mostHops = 6;

/** Follows where a caller goes to the end: the state that is entered there. */
export function arriveAt(going: Step | Going, event: CallEvent, routing: Routing, now: Instant): Step {
  let next = going;
  for (let hops = 0; "goes" in next; hops += 1)
    next = enter(hops < mostHops ? next : { ...next, goes: { to: "voicemail" } }, event, routing, now);
  return next;
}

function enter(going: Going, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  const { call, goes, before, effects } = going;
  return also(leadTo(goes, call, event, routing, now, before), ...effects);
}

function leadTo(
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
    case "callback":
      // A menu's option alone leads here, and nothing is said on that way.
      return offerFromMenu(call, to.queue, event, routing, now);
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
