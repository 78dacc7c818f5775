import type { Heard, Playback, Say } from "../call/verb.ts";
import { speakable } from "./speakable.ts";
import type { Urls } from "./urls.ts";
import { whole } from "./whole.ts";
import { element, inText } from "./xml.ts";

function say({ sentence }: Say, urls: Urls): string {
  if (sentence.file !== undefined) return element("Play", {}, inText(urls.recorded(sentence.file)));
  const text = speakable(sentence.text, sentence.voice);
  // https://www.twilio.com/docs/api/errors/13520
  return text === "" ? "" : element("Say", { voice: sentence.voice, language: sentence.locale }, inText(text));
}

function said({ recording }: Playback, urls: Urls): string {
  const url = urls.said(recording);
  return url === undefined ? "" : element("Play", {}, inText(url));
}

/** What is heard, as TwiML; empty where there is nothing to hear. */
export function heard(verb: Heard, urls: Urls): string {
  switch (verb.verb) {
    case "say":
      return say(verb, urls);
    case "play":
      return verb.to > verb.from ? element("Play", {}, inText(urls.track(verb.track, verb.from, verb.to))) : "";
    case "playback":
      return said(verb, urls);
    case "pause":
      return verb.seconds > 0 ? element("Pause", { length: whole(verb.seconds, 1, 14_400) }) : "";
    default:
      return verb satisfies never;
  }
}
