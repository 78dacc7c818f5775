import type { Gather, Heard, Say, Then, Verb } from "../call/verb.ts";
import { speakable } from "./speakable.ts";
import { document, element, inText, legal } from "./xml.ts";

/** Where our documents point: absolute URLs. `room` is what a conference plays while one waits in it. */
export type Urls = {
  readonly turn: (then: Then) => string;
  readonly track: (track: string, from: number, to: number) => string;
  readonly recorded: (file: string) => string;
  readonly room: string;
};

const method = "POST";
// https://www.twilio.com/docs/voice/twiml/gather
const mostHints = 500;
const longestHint = 100;
/** Keeps a document with many hints under Twilio's 64 kB, whatever their script. */
const mostHintCharacters = 10_000;
// https://www.twilio.com/docs/api/errors/21617
const longestMessage = 1600;

/** A whole number within bounds, as Twilio refuses a document for any other. */
const whole = (value: number, least: number, most: number): number =>
  value >= least ? Math.min(most, Math.round(value)) : least;

function say({ sentence }: Say, urls: Urls): string {
  if (sentence.file !== undefined) return element("Play", {}, inText(urls.recorded(sentence.file)));
  const text = speakable(sentence.text, sentence.voice);
  // https://www.twilio.com/docs/api/errors/13520
  return text === "" ? "" : element("Say", { voice: sentence.voice, language: sentence.locale }, inText(text));
}

function heard(verb: Heard, urls: Urls): string {
  switch (verb.verb) {
    case "say":
      return say(verb, urls);
    case "play":
      return verb.to > verb.from ? element("Play", {}, inText(urls.track(verb.track, verb.from, verb.to))) : "";
    case "pause":
      return verb.seconds > 0 ? element("Pause", { length: whole(verb.seconds, 1, 14_400) }) : "";
    default:
      return verb satisfies never;
  }
}

/** Hints as one attribute; a comma divides them, so none stands in one. */
function hintsOf(hints: readonly string[]): string | undefined {
  const kept: string[] = [];
  let characters = 0;
  for (const hint of hints) {
    const clean = legal(
      legal(hint)
        .replace(/[,\s]+/g, " ")
        .trim()
        .slice(0, longestHint),
    ).trim();
    if (clean === "") continue;
    characters += clean.length;
    if (kept.length === mostHints || characters > mostHintCharacters) break;
    kept.push(clean);
  }
  return kept.length === 0 ? undefined : kept.join(",");
}

/**
 * Keys end it as soon as there are enough; `#` and `*` are keys like others, and silence comes to the same action.
 * In a wait document Twilio takes keys or speech, not both: https://www.twilio.com/docs/voice/twiml/enqueue
 */
function gather({ prompt, keys, seconds, listensFor, then }: Gather, urls: Urls): string {
  const attributes = {
    input: listensFor ? "dtmf speech" : "dtmf",
    numDigits: keys >= 1 ? whole(keys, 1, 50) : undefined,
    finishOnKey: "",
    timeout: whole(seconds, 1, 600),
    action: urls.turn(then),
    method,
    actionOnEmptyResult: true,
    language: listensFor?.locale,
    hints: listensFor && hintsOf(listensFor.hints),
    speechTimeout: listensFor && "auto",
  };
  let inside = "";
  for (const part of prompt) inside += heard(part, urls);
  return element("Gather", attributes, inside);
}

function join(verb: Extract<Verb, { verb: "join" }>, urls: Urls): string {
  const conference = {
    beep: false,
    startConferenceOnEnter: true,
    endConferenceOnExit: false,
    participantLabel: verb.label,
    waitUrl: urls.room,
    waitMethod: method,
    maxParticipants: 10,
  };
  const inside = element("Conference", conference, inText(verb.room));
  return element("Dial", { action: urls.turn(verb.then), method, hangupOnStar: verb.star }, inside);
}

function dial(verb: Extract<Verb, { verb: "dial" }>, urls: Urls): string {
  const attributes = {
    action: urls.turn(verb.then),
    method,
    callerId: verb.callerId === "" ? undefined : verb.callerId,
    timeout: whole(verb.seconds, 5, 600),
    answerOnBridge: false,
  };
  return element("Dial", attributes, element("Number", {}, inText(verb.number)));
}

/** An account may drop silent recordings, and then goes on in the document: the redirect asks the same question. */
function record(verb: Extract<Verb, { verb: "record" }>, urls: Urls): string {
  const action = urls.turn(verb.then);
  const attributes = {
    action,
    method,
    maxLength: whole(verb.seconds, 1, 3600),
    timeout: whole(verb.silence, 1, 600),
    finishOnKey: "#",
    playBeep: true,
    trim: "trim-silence",
  };
  return element("Record", attributes) + redirect(action);
}

const redirect = (url: string): string => element("Redirect", { method }, inText(url));

function enqueue(verb: Extract<Verb, { verb: "enqueue" }>, urls: Urls): string {
  const attributes = {
    action: urls.turn(verb.then),
    method,
    waitUrl: urls.turn(verb.wait),
    waitUrlMethod: method,
  };
  return element("Enqueue", attributes, inText(verb.queue));
}

function write(verb: Verb, urls: Urls): string {
  switch (verb.verb) {
    case "say":
    case "play":
    case "pause":
      return heard(verb, urls);
    case "gather":
      return gather(verb, urls);
    case "redirect":
      return redirect(urls.turn(verb.then));
    case "enqueue":
      return enqueue(verb, urls);
    case "leave":
      return element("Leave", {});
    case "join":
      return join(verb, urls);
    case "dial":
      return dial(verb, urls);
    case "record":
      return record(verb, urls);
    case "reject":
      return element("Reject", { reason: verb.reason });
    case "hangup":
      return element("Hangup", {});
    default:
      return verb satisfies never;
  }
}

/** The verbs as a TwiML document. Any text is safe in it: it never throws, and what XML cannot hold is left out. */
export function twiml(verbs: readonly Verb[], urls: Urls): string {
  let inside = "";
  for (const verb of verbs) inside += write(verb, urls);
  return document(inside);
}

/** The answer to a text message: each text a message of its own, cut at 1600 characters; none for an empty one. */
export function messageTwiml(texts: readonly string[]): string {
  let inside = "";
  for (const text of texts) {
    const body = legal(legal(text).trim().slice(0, longestMessage));
    if (body !== "") inside += element("Message", {}, inText(body));
  }
  return document(inside);
}
