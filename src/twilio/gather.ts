import type { Gather } from "../call/verb.ts";
import { heard } from "./heard.ts";
import type { Urls } from "./urls.ts";
import { whole } from "./whole.ts";
import { element, legal } from "./xml.ts";

// https://www.twilio.com/docs/voice/twiml/gather
const mostHints = 500;
const longestHint = 100;
/** Keeps a document with many hints under Twilio's 64 kB, whatever their script. */
const mostHintCharacters = 10_000;

/** Hints as one attribute; a comma divides them, so none stands in one. */
function hintsOf(hints: readonly string[]): string | undefined {
  const kept: string[] = [];
  let characters = 0;
  for (const hint of hints) {
    const clean = legal(hint)
      .replace(/[,\s]+/g, " ")
      .trim()
      .slice(0, longestHint)
      .trim();
    if (clean === "") continue;
    characters += clean.length;
    if (kept.length === mostHints || characters > mostHintCharacters) break;
    kept.push(clean);
  }
  return kept.length === 0 ? undefined : kept.join(",");
}

/**
 * A Gather. Keys end it as soon as there are enough; `#` and `*` are keys like others unless one ends them, and silence comes to the
 * same action.
 * In a wait document Twilio takes keys or speech, not both: https://www.twilio.com/docs/voice/twiml/enqueue
 */
export function gather({ prompt, keys, endsWith, seconds, listensFor, then }: Gather, urls: Urls): string {
  const attributes = {
    input: !listensFor ? "dtmf" : keys === 0 ? "speech" : "dtmf speech",
    numDigits: keys >= 1 ? whole(keys, 1, 50) : undefined,
    finishOnKey: endsWith ?? "",
    timeout: whole(seconds, 1, 600),
    action: urls.turn(then),
    method: "POST",
    actionOnEmptyResult: true,
    language: listensFor?.locale,
    hints: listensFor && hintsOf(listensFor.hints),
    speechTimeout: listensFor && "auto",
  };
  let inside = "";
  for (const part of prompt) inside += heard(part, urls);
  return element("Gather", attributes, inside);
}
