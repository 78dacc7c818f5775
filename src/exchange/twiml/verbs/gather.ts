import { matching, method, oneOf, text, truth, url, whole } from "../attribute.ts";
import { loops, unless, type Element } from "../element.ts";

const generic = ["default", "numbers_and_commands", "phone_call"];
const experimental = ["experimental_conversations", "experimental_utterances"];
const google = ["googlev2_long", "googlev2_short", "googlev2_telephony", "googlev2_telephony_short"];
const deepgram = /^deepgram_nova-[23](-[a-z]+)?$/;

const isModel = (value: string) => [...generic, ...experimental, ...google].includes(value) || deepgram.test(value);
const isHints = (value: string) =>
  value.split(",").length <= 500 && value.split(",").every((hint) => hint.trim().length <= 100);

/** Collects keys or speech. https://www.twilio.com/docs/voice/twiml/gather */
export const gather: Element = {
  name: "Gather",
  attributes: {
    action: url(11100),
    method: method(13312),
    actionOnEmptyResult: truth(13338),
    input: oneOf(13326, "dtmf", "speech", "dtmf speech"),
    numDigits: whole(13314, 1),
    finishOnKey: matching(13310, /^[0-9#*]?$/, "one of 0-9 # *, or nothing"),
    timeout: whole(13313, 1),
    speechTimeout: matching(13327, /^(auto|0*[1-9]\d*)$/, "auto or a whole number from 1"),
    maxSpeechTime: whole(13328, 1, 60),
    speechModel: text(13334, "a speech model", isModel),
    language: matching(13331, /^(zh|[a-z]{2,3}(-[A-Za-z]{4})?-[A-Z]{2})$/, "a language with its country"),
    hints: text(13330, "at most 500 hints of at most 100 characters", isHints),
    profanityFilter: truth(13333),
    partialResultCallback: url(11100),
    partialResultCallbackMethod: method(13329),
    enhanced: truth(12200),
    bargeIn: truth(13332),
    debug: truth(12200),
  },
  holds: { elements: ["Say", "Play", "Pause"], otherwise: 13320 },
  fault: ({ attributes }, { realm }) =>
    unless(
      !(attributes["speechModel"] && attributes["speechTimeout"] === "auto"),
      13335,
      "speechTimeout is a number where speechModel is set",
    ) ??
    unless(
      !(realm === "queue-wait" && attributes["input"] === "dtmf speech"),
      13326,
      "in a queue's wait, input is dtmf or speech, not both",
    ),
  warning: loops,
};
