import type { Sentence } from "../routing/prompts.ts";
import { heard } from "./heard.ts";
import type { Urls } from "./urls.ts";
import { document, element, inText } from "./xml.ts";

/**
 * What a caller gets when we have failed: the sentence, then a person at `number`; where there is none, a recording.
 * `then` is asked when the one or the other has ended.
 */
export type Apology = {
  readonly sentence: Sentence;
  readonly number?: string | undefined;
  readonly then: string;
  readonly urls: Pick<Urls, "recorded">;
};

const method = "POST";
const longestMessage = 180;

const said = ({ sentence, urls }: Apology): string =>
  heard(
    { verb: "say", sentence },
    { ...urls, turn: () => "", track: () => "", said: () => undefined, room: "", inRoom: "" },
  );

const record = (action: string): string =>
  element("Record", { action, method, maxLength: longestMessage, finishOnKey: "#" });

/** The apology and the way to a person. Twilio runs it as the document of a call, not of a wait. */
export function apologyTwiml(apology: Apology): string {
  const { number, then } = apology;
  const person =
    number && element("Dial", { action: then, method, timeout: 30 }, element("Number", {}, inText(number)));
  return document(said(apology) + (person || record(then)));
}

/** What a rep gets when we have failed: the apology, and the end of the leg. The caller is looked after by that end. */
export const repApologyTwiml = (apology: Apology): string => document(said(apology) + element("Hangup", {}));

/** A recording, and nothing before it; `action` is asked when it has ended. */
export const recordTwiml = (action: string): string => document(record(action));

/** Silence for a moment, after which Twilio asks for the wait document again and the place in the queue is kept. */
export const pauseTwiml = (): string => document(element("Pause", { length: 5 }));

/** Silence for so many seconds, after which `url` is asked. Twilio runs it anywhere. */
export const askAgainTwiml = (url: string, seconds: number): string =>
  document(element("Pause", { length: seconds }) + element("Redirect", { method }, inText(url)));

/** Nothing to do: the answer to a status callback or a text message. */
export const nothingTwiml = (): string => document("");

/** Ends the call. */
export const hangUpTwiml = (): string => document(element("Hangup", {}));
