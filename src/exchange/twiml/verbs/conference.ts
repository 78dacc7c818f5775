import { matching, method, oneOf, someOf, text, truth, url, whole } from "../attribute.ts";
import { unless, type Element } from "../element.ts";

const events = ["start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement"];
const isLabel = (value: string) => value.length <= 128 && !/^CA[0-9a-f]{32}$/.test(value) && !/\/|%2f/i.test(value);

/** A conference to join. https://www.twilio.com/docs/voice/twiml/conference */
export const conference: Element = {
  name: "Conference",
  attributes: {
    muted: truth(13230),
    beep: oneOf(13235, "true", "false", "onEnter", "onExit"),
    startConferenceOnEnter: truth(13232),
    endConferenceOnExit: truth(13231),
    participantLabel: text(16023, "a label of at most 128 characters, no call's SID and no /", isLabel),
    jitterBufferSize: oneOf(16002, "large", "medium", "small", "off"),
    waitUrl: url(13233),
    waitMethod: method(13234),
    maxParticipants: whole(16002, 2, 250),
    record: oneOf(16002, "do-not-record", "record-from-start"),
    region: oneOf(16002, "us1", "us2", "ie1", "sg1", "br1", "au1", "jp1", "de1"),
    trim: oneOf(13239, "trim-silence", "do-not-trim"),
    coach: matching(13240, /^CA[0-9a-f]{32}$/, "a call's SID"),
    statusCallback: url(11100),
    statusCallbackMethod: method(16002),
    statusCallbackEvent: someOf(16002, ...events),
    recordingStatusCallback: url(13256),
    recordingStatusCallbackMethod: method(16002),
    recordingStatusCallbackEvent: someOf(13621, "in-progress", "completed", "absent"),
    recordingConfigurationId: text(12200, "a configuration"),
    eventCallbackUrl: url(11100),
  },
  text: true,
  fault: ({ text }) =>
    unless(text !== "" && text.length <= 128, 13237, "a conference has a name of at most 128 characters"),
};
