import type { CallEvent } from "../call/event.ts";
import type { LegId, Then, Verb } from "../call/verb.ts";
import { sentence } from "../routing/prompts.ts";
import type { Params } from "../twilio/params.ts";
import { twiml } from "../twilio/twiml.ts";
import type { CallUrls } from "../twilio/urls.ts";
import { readAnswer, readArrival, readLeft, readParted, readRecorded, readStatus } from "../twilio/webhook.ts";
import type { Answer, Calls, Facts } from "../work/calls.ts";
import type { Turn } from "./turns.ts";

type Options = { readonly calls: Calls; readonly urls: (call: string) => CallUrls };

/** The most frequent of all: what came of a document, and the document that comes next. */
export function voiceTurn({ calls, urls }: Options): Turn {
  return async (call, then, params) => {
    const answer = await calls.tell(call, (facts) => eventOf(then, params, facts));
    return twiml(answer.known ? answer.verbs : goneVerbs(then.leg, answer), urls(call));
  };
}

/** What a request for a turn's document means: what was asked, with what came of it. */
function eventOf({ asked, leg, turn }: Then, params: Params, facts: Facts): CallEvent {
  const at = { leg, turn, ...facts };
  const leaves = asked === "left" || asked === "parted" ? readStatus(params) : undefined;
  // Hanging up ends an Enqueue or a Dial as well, and is told here before the call's own status: nothing is asked any more.
  if (leaves?.ended) {
    const { sid, status } = leaves;
    return {
      type: "leg-ended",
      leg,
      sid,
      status,
      ...(asked === "parted" ? { parted: readParted(params).status } : {}),
    };
  }
  switch (asked) {
    case "answer": {
      const { keys, words } = readAnswer(params);
      if (keys !== undefined) return { type: "pressed", keys, ...at };
      return words === undefined ? { type: "kept-silent", ...at } : { type: "said", words, ...at };
    }
    case "wait":
      return { type: "waited", ...at };
    case "left":
      return { type: "left", ...readLeft(params), ...at };
    case "parted":
      return { type: "parted", ...readParted(params), ...at };
    case "recorded":
      return { type: "recorded", ...readRecorded(params), ...at };
    case "next":
      return { type: "moved", ...at };
    case "held":
      return { type: "held", ...at };
    case "rung":
      return { type: "rung", leg, sid: readArrival(params)?.sid ?? "" };
    default:
      return asked satisfies never;
  }
}

/** A leg of a call that is over: a rep who picks up after that hears so. */
function goneVerbs(leg: LegId, { routing }: Answer): readonly Verb[] {
  const { language } = routing.business;
  const words: readonly Verb[] =
    leg === "caller" ? [] : [{ verb: "say", sentence: sentence(routing, language, "whisper-gone") }];
  return [...words, { verb: "hangup" }];
}
