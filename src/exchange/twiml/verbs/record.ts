import { matching, method, oneOf, someOf, text, truth, url, whole } from "../attribute.ts";
import { loops, unless, type Element } from "../element.ts";

/** Records the caller; times in seconds. https://www.twilio.com/docs/voice/twiml/record */
export const record: Element = {
  name: "Record",
  attributes: {
    action: url(11100),
    method: method(13610),
    timeout: whole(13611, 1),
    finishOnKey: matching(13613, /^[0-9#*]*$/, "keys of 0-9 # *"),
    maxLength: whole(13612, 1, 3600),
    playBeep: truth(13616),
    trim: oneOf(13699, "trim-silence", "do-not-trim"),
    recordingStatusCallback: url(13256),
    recordingStatusCallbackMethod: method(13610),
    recordingStatusCallbackEvent: someOf(13621, "in-progress", "completed", "absent"),
    recordingConfigurationId: text(12200, "a configuration"),
    transcribe: truth(13614),
    transcribeCallback: url(13257),
  },
  fault: ({ attributes }) =>
    unless(
      attributes["transcribe"] !== "true" || Number(attributes["maxLength"] ?? 120) <= 120,
      13615,
      "what is written down is at most 120 seconds long",
    ),
  warning: loops,
};
