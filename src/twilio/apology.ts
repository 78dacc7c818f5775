import type { Sentence } from "../routing/prompts.ts";
import { heard } from "./heard.ts";
import type { Urls } from "./urls.ts";
import { document, element, inText } from "./xml.ts";

/**
 * What a caller gets when we have failed: the sentence, then a person at `number`; where there is none, or nobody answers, a
 * recording is made and `recorded` is asked.
 */
export type Apology = {
  readonly sentence: Sentence;
  readonly number?: string | undefined;
  readonly recorded: string;
  readonly urls: Pick<Urls, "recorded">;
};

const method = "POST";
const longestMessage = 180;

/** The apology and the way to a person. Twilio runs it as the document of a call, not of a wait. */
export function apologyTwiml({ sentence, number, recorded, urls }: Apology): string {
  const said = heard({ verb: "say", sentence }, { ...urls, turn: () => "", track: () => "", room: "" });
  // Without an action the document goes on when nobody answers; when somebody did, it is for the caller to hang up.
  const dial = number ? element("Dial", { timeout: 30 }, element("Number", {}, inText(number))) : "";
  const record = element("Record", { action: recorded, method, maxLength: longestMessage, finishOnKey: "#" });
  return document(said + dial + record);
}

/** Silence for a moment, after which Twilio asks for the wait document again and the place in the queue is kept. */
export const pauseTwiml = (): string => document(element("Pause", { length: 5 }));

/** Silence for a moment, after which `url` is asked again: what waits in a room does not ask by itself. */
export const pauseAndAskTwiml = (url: string): string =>
  document(element("Pause", { length: 5 }) + element("Redirect", { method }, inText(url)));

/** Nothing to do: the answer to a status callback or a text message. */
export const nothingTwiml = (): string => document("");

/** Ends the call. */
export const hangUpTwiml = (): string => document(element("Hangup", {}));
