import { matching, method, oneOf, someOf, text, truth, url, whole } from "../attribute.ts";
import { unless, type Element } from "../element.ts";
import { isPhoneNumber } from "./number.ts";

const countries =
  "at au bg br be ch cl cn cz de dk ee es fi fr gr hu il in it lt jp mx my nl no nz ph pl pt ru se sg th uk us us-old tw ve za";
const recordings = ["record-from-answer", "record-from-ringing"].flatMap((when) => [when, `${when}-dual`]);

/** Connects the call to somebody else; times in seconds. https://www.twilio.com/docs/voice/twiml/dial */
export const dial: Element = {
  name: "Dial",
  attributes: {
    action: url(11100),
    method: method(13210),
    timeout: whole(13212, 5, 600),
    timeLimit: whole(13216, 1, 86_400),
    callerId: matching(13214, /^(\+[1-9]\d{1,14}|client:.+)$/, "a number such as +12125550000"),
    answerOnBridge: truth(13219),
    hangupOnStar: truth(13213),
    sequential: truth(13218),
    record: oneOf(13217, "do-not-record", ...recordings),
    recordingStatusCallback: url(13256),
    recordingStatusCallbackMethod: method(12200),
    recordingStatusCallbackEvent: someOf(13621, "in-progress", "completed", "absent"),
    recordingTrack: oneOf(12200, "both", "inbound", "outbound"),
    recordingConfigurationId: text(12200, "a configuration"),
    trim: oneOf(12200, "trim-silence", "do-not-trim"),
    ringTone: oneOf(13220, ...countries.split(" ")),
    referUrl: url(11100),
    referMethod: method(12200),
    events: oneOf(12200, "call-progress-event"),
    passports: text(12200, "passports"),
  },
  holds: { elements: ["Number", "Client", "Sip", "Queue", "Conference"], otherwise: 13215 },
  text: true,
  fault: ({ children, text }) => {
    const alone = children.filter((noun) => noun.name === "Queue" || noun.name === "Conference");
    const conference = alone.some((noun) => noun.name === "Conference");
    return (
      unless(alone.length === 0 || children.length === 1, conference ? 13000 : 13215, "it is dialled by itself") ??
      unless(children.length <= 10, 13215, "at most ten are dialled at once") ??
      unless(children.length === 0 || text === "", 13215, "a number or nouns are dialled, not both") ??
      unless(children.length > 0 || isPhoneNumber(text), 13223, `not a phone number: ${text}`)
    );
  },
};
