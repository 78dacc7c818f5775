import type { Verb } from "../call/verb.ts";
import { gather } from "./gather.ts";
import { heard } from "./heard.ts";
import type { Urls } from "./urls.ts";
import { whole } from "./whole.ts";
import { document, element, inText, legal } from "./xml.ts";

export type { Urls } from "./urls.ts";

const method = "POST";
// https://www.twilio.com/docs/api/errors/21617
const longestMessage = 1600;

function join(verb: Extract<Verb, { verb: "join" }>, urls: Urls): string {
  const conference = {
    beep: false,
    startConferenceOnEnter: true,
    endConferenceOnExit: false,
    participantLabel: verb.label,
    waitUrl: urls.room,
    waitMethod: method,
    maxParticipants: 10,
    ...(verb.tells ? { statusCallback: urls.inRoom, statusCallbackMethod: method, statusCallbackEvent: "join" } : {}),
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
    finishOnKey: "1234567890*#",
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
    case "playback":
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
