import { method, oneOf, someOf, text, url, whole } from "../attribute.ts";
import { unless, type Element } from "../element.ts";

const credential = text(13249, "at most 256 characters", (value) => value.length <= 256);

/** A SIP endpoint to dial; times in milliseconds but `machineDetectionTimeout`. https://www.twilio.com/docs/voice/twiml/sip */
export const sip: Element = {
  name: "Sip",
  attributes: {
    url: url(11100),
    method: method(13241),
    username: credential,
    password: credential,
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
  fault: ({ text }) => unless(/^sips?:[^\s@]+@[^\s@]+$/.test(text), 13243, `not a SIP address: ${text}`),
};
