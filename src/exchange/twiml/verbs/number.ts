import { matching, method, oneOf, someOf, url, whole } from "../attribute.ts";
import { unless, type Element } from "../element.ts";

/**
 * Whether a number is in the form Twilio asks for, E.164. Twilio dials a North American number written `415-555-1212`
 * too; a document that counts on it would be wrong anywhere else, and is refused here.
 */
export const isPhoneNumber = (number: string): boolean => /^\+[1-9]\d{1,14}$/.test(number);

/** A number to dial; times in milliseconds but `machineDetectionTimeout`. https://www.twilio.com/docs/voice/twiml/number */
export const number: Element = {
  name: "Number",
  attributes: {
    url: url(11100),
    method: method(13221),
    sendDigits: matching(13222, /^[0-9A-D#*wW]{1,32}$/, "keys 0-9 A-D # * and pauses w W"),
    byoc: matching(21300, /^BY[0-9a-f]{32}$/, "a trunk's SID"),
    statusCallback: url(11100),
    statusCallbackMethod: method(12200),
    statusCallbackEvent: someOf(12200, "initiated", "ringing", "answered", "completed"),
    machineDetection: oneOf(21234, "Enable", "DetectMessageEnd"),
    machineDetectionTimeout: whole(21234, 3, 60),
    machineDetectionSpeechThreshold: whole(21234, 1000, 6000),
    machineDetectionSpeechEndThreshold: whole(21234, 500, 5000),
    machineDetectionSilenceTimeout: whole(21234, 2000, 10_000),
    amdStatusCallback: url(11100),
    amdStatusCallbackMethod: method(12200),
  },
  text: true,
  fault: ({ text }) => unless(isPhoneNumber(text), 13223, `not a phone number: ${text}`),
};
