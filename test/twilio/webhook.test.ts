import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readAnswerer,
  readAnswer,
  readArrival,
  readFailure,
  readLeft,
  readParted,
  readRecorded,
  readStatus,
  readText,
} from "../../src/twilio/webhook.ts";

const CallSid = "CA0123456789abcdef0123456789abcdef";
const MessageSid = "SM0123456789abcdef0123456789abcdef";
const To = "+12125550100";

describe("a call that rings in", () => {
  test.each(["+12125550123", "", "anonymous", "client:ana", "sip:ana@example.com"])(
    "is read from %j as sent",
    (From) => {
      expect(readArrival({ CallSid, From, To, CallStatus: "ringing" })).toEqual({ sid: CallSid, from: From, to: To });
    },
  );

  test.each([
    ["it has no SID", { To, From: "" }],
    ["its SID is none", { CallSid: "CA1", To, From: "" }],
    ["it was dialled to nowhere", { CallSid, From: "" }],
    ["it was dialled to nothing", { CallSid, To: " ", From: "" }],
  ])("is none where %s", (_why, params) => expect(readArrival(params)).toBeUndefined());

  test("without a From is from nobody", () => expect(readArrival({ CallSid, To })?.from).toBe(""));
});

describe("what came of a Gather", () => {
  test.each([
    ["keys", { Digits: "12*#AD" }, { keys: "12*#AD" }],
    ["words", { SpeechResult: "a new kettle", Confidence: "0.9" }, { words: "a new kettle" }],
    ["keys before words", { Digits: "1", SpeechResult: "one" }, { keys: "1" }],
    ["silence where nothing is sent", {}, {}],
    ["silence where what is sent is empty", { Digits: "", SpeechResult: " " }, {}],
    ["keys alone, of what is said to be keys", { Digits: "1x<2>\u0000" }, { keys: "12" }],
    ["at most 50 keys", { Digits: "7".repeat(80) }, { keys: "7".repeat(50) }],
    ["the first of two", { Digits: ["1", "2"] }, { keys: "1" }],
    ["words without control characters", { SpeechResult: "a\u0000\tb\ud800 c" }, { words: "a b  c" }],
  ])("is %s", (_what, params, answered) => expect(readAnswer(params)).toEqual(answered));

  test("is at most 1000 characters, none of them half", () => {
    expect(readAnswer({ SpeechResult: "k".repeat(2000) }).words).toHaveLength(1000);
    expect(readAnswer({ SpeechResult: `k${"🫖".repeat(800)}` }).words).toBe(`k${"🫖".repeat(499)}`);
  });

  test("never holds what XML or a log cannot, whatever was sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
        const { words = "" } = readAnswer({ SpeechResult: text });
        expect(words.isWellFormed()).toBe(true);
        expect(words).not.toMatch(/\p{Cc}/u);
        expect(words.length).toBeLessThanOrEqual(1000);
      }),
      { seed: 1 },
    );
  });
});

describe("how a verb ended", () => {
  test("is Twilio's own word, and unknown where there is none", () => {
    expect(readLeft({ QueueResult: "redirected-from-bridged" })).toEqual({ result: "redirected-from-bridged" });
    expect(readLeft({})).toEqual({ result: "unknown" });
    expect(readLeft({ QueueResult: "<b>" })).toEqual({ result: "unknown" });
    expect(readParted({ DialCallStatus: "no-answer" })).toEqual({ status: "no-answer" });
    expect(readParted({ DialCallStatus: "" })).toEqual({ status: "unknown" });
  });

  const RecordingUrl = "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1";
  test.each([
    [
      "a recording",
      { RecordingUrl, RecordingDuration: "12", Digits: "#" },
      { recording: RecordingUrl, seconds: 12, hungUp: false },
    ],
    [
      "a recording ended by hanging up",
      { RecordingUrl, RecordingDuration: "3", Digits: "hangup" },
      { recording: RecordingUrl, seconds: 3, hungUp: true },
    ],
    ["nothing, and the caller gone", { CallStatus: "completed" }, { seconds: 0, hungUp: true }],
    ["nothing", { CallStatus: "in-progress" }, { seconds: 0, hungUp: false }],
    [
      "nothing, where the URL is none",
      { RecordingUrl: "javascript:alert(1)", RecordingDuration: "5" },
      { seconds: 0, hungUp: false },
    ],
    [
      "a length that is none",
      { RecordingUrl, RecordingDuration: "-1" },
      { recording: RecordingUrl, seconds: 0, hungUp: false },
    ],
  ])("of a Record is %s", (_what, params, recorded) => expect(readRecorded(params)).toEqual(recorded));
});

describe("a status callback", () => {
  test.each(["completed", "busy", "failed", "no-answer", "canceled"])("ends the call with %s", (CallStatus) => {
    expect(readStatus({ CallSid, CallStatus })).toEqual({ sid: CallSid, status: CallStatus, ended: true });
  });
  test.each(["initiated", "ringing", "in-progress", ""])("does not end it with %j", (CallStatus) => {
    expect(readStatus({ CallSid, CallStatus })?.ended).toBe(false);
  });
  test("is none without a call", () => expect(readStatus({ CallStatus: "completed" })).toBeUndefined());
});

describe("who has answered is", () => {
  test.each([
    ["human", "person"],
    ["machine_start", "machine"],
    ["machine_end_beep", "machine"],
    ["machine_end_silence", "machine"],
    ["machine_end_other", "machine"],
    ["fax", "fax"],
    ["unknown", "unknown"],
    ["a word that is new", "unknown"],
    ["", "unknown"],
  ])("of %j: %s", (AnsweredBy, by) => expect(readAnswerer({ CallSid, AnsweredBy })).toEqual({ sid: CallSid, by }));
  test("nobody, without a call", () => expect(readAnswerer({ AnsweredBy: "human" })).toBeUndefined());
});

test("a text message is read with its body on one line, at most 1600 characters", () => {
  const From = "+12125550123";
  const text = { sid: MessageSid, from: From, to: To, by: "sms" };
  expect(readText({ MessageSid, From, To, Body: "in\r\nplease " })).toEqual({ ...text, body: "in please" });
  expect(readText({ MessageSid, From, To })).toEqual({ ...text, body: "" });
  expect(readText({ MessageSid, From, To, Body: "k".repeat(3000) })?.body).toHaveLength(1600);
  expect(readText({ MessageSid, From: `whatsapp:${From}`, To: `whatsapp:${To}`, Body: "in" })).toEqual({
    ...text,
    by: "whatsapp",
    body: "in",
  });
  expect(readText({ From, To, Body: "in" })).toBeUndefined();
});

test("a failure is read with its code and URL, empty where they are not said", () => {
  const ErrorUrl = "https://phone.example.com/twilio/voice";
  expect(readFailure({ ErrorCode: "11200", ErrorUrl })).toEqual({ code: "11200", url: ErrorUrl });
  expect(readFailure({})).toEqual({ code: "", url: "" });
});
