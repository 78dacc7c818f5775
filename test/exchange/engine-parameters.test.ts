import { expect, test } from "vitest";
import type { Purpose } from "../../src/exchange/log.ts";
import { engine, line } from "./engine.ts";

const places = ["City", "State", "Zip", "Country"];
const geography = ["From", "To", "Caller", "Called"].flatMap((who) => places.map((place) => who + place));
/** What every request about a call says: recorded requests have the places empty where they are unknown, never left out. */
const standard = [
  ...geography,
  "AccountSid",
  "ApiVersion",
  "CallSid",
  "CallStatus",
  "Direction",
  "From",
  "To",
  "Caller",
  "Called",
];
const queue = ["QueueSid", "QueueTime", "QueuePosition", "AvgQueueTime", "CurrentQueueSize", "MaxQueueSize"];
const event = ["ConferenceSid", "FriendlyName", "AccountSid", "SequenceNumber", "Timestamp", "StatusCallbackEvent"];
const participant = [
  "CallSid",
  "Muted",
  "Hold",
  "Coaching",
  "EndConferenceOnExit",
  "StartConferenceOnEnter",
  "ParticipantLabel",
];
const progress = [...standard, "CallbackSource", "SequenceNumber", "Timestamp"];

/** Field names by kind of webhook, as recorded or documented (https://www.twilio.com/docs/voice/twiml#request-parameters). */
const table: readonly (readonly [string, Purpose, (params: Params) => boolean, readonly string[]])[] = [
  ["a number's voice URL", "voice", inbound, standard],
  ["the voice URL of a call by REST", "voice", (params) => !inbound(params), standard],
  [
    "a Gather's keys",
    "gather",
    (params) => "Digits" in params && !("QueueSid" in params),
    [...standard, "Digits", "msg"],
  ],
  ["a Gather's keys in a wait", "gather", (params) => "QueueSid" in params, [...standard, ...queue, "Digits", "msg"]],
  [
    "a Gather's words",
    "gather",
    (params) => "SpeechResult" in params,
    [...standard, "SpeechResult", "Confidence", "msg"],
  ],
  [
    "a Gather's words so far",
    "partial-result",
    all,
    ["AccountSid", "CallSid", "UnstableSpeechResult", "Stability", "SequenceNumber"],
  ],
  ["an Enqueue's waitUrl", "queue-wait", all, [...standard, ...queue]],
  [
    "an Enqueue's action",
    "enqueue-action",
    (params) => params["QueueResult"] !== "queue-full",
    [...standard, "QueueResult", "QueueSid", "QueueTime"],
  ],
  [
    "an Enqueue's action for a full queue",
    "enqueue-action",
    (params) => params["QueueResult"] === "queue-full",
    [...standard, "QueueResult"],
  ],
  ["a queue's whisper", "queue-whisper", all, [...standard, "QueueSid", "QueueTime", "DequeingCallSid"]],
  [
    "a Dial's action after a queue",
    "dial-action",
    (params) => "QueueSid" in params,
    [
      ...standard,
      "DialCallStatus",
      "DialCallSid",
      "DialCallDuration",
      "DialBridged",
      "QueueResult",
      "QueueSid",
      "QueueTime",
    ],
  ],
  [
    "a Dial's action after no answer",
    "dial-action",
    (params) => params["DialCallStatus"] === "busy",
    [...standard, "DialCallStatus", "DialCallSid", "DialBridged"],
  ],
  [
    "a Dial's action after a conference",
    "dial-action",
    (params) => params["DialCallStatus"] === "answered",
    [...standard, "DialCallStatus", "DialBridged"],
  ],
  ["a call's progress", "call-status", (params) => params["CallStatus"] === "ringing", progress],
  [
    "a call's end",
    "call-status",
    (params) => params["CallStatus"] === "completed",
    [...progress, "CallDuration", "Duration"],
  ],
  [
    "somebody joining a conference",
    "conference-event",
    (params) => params["StatusCallbackEvent"] === "participant-join",
    [...event, ...participant],
  ],
  [
    "somebody leaving a conference",
    "conference-event",
    (params) => params["StatusCallbackEvent"] === "participant-leave",
    [...event, ...participant, "ParticipantCallStatus", "ReasonParticipantLeft"],
  ],
  [
    "a conference's end",
    "conference-event",
    (params) => params["StatusCallbackEvent"] === "conference-end",
    [...event, "CallSidEndingConference", "ParticipantLabelEndingConference", "ReasonConferenceEnded", "Reason"],
  ],
  ["a voice fallback", "fallback", all, [...standard, "ErrorCode", "ErrorUrl"]],
  [
    "a Record's action",
    "record-action",
    all,
    [...standard, "RecordingUrl", "RecordingSid", "RecordingDuration", "Digits"],
  ],
  [
    "a recording that can be had",
    "recording-status",
    all,
    [
      "RecordingSource",
      "RecordingSid",
      "RecordingUrl",
      "RecordingStatus",
      "RecordingChannels",
      "ErrorCode",
      "CallSid",
      "RecordingStartTime",
      "AccountSid",
      "RecordingDuration",
    ],
  ],
  [
    "an answering machine found",
    "amd-status",
    all,
    ["CallSid", "AccountSid", "AnsweredBy", "MachineDetectionDuration"],
  ],
  [
    "a text message",
    "sms",
    all,
    [
      ...["From", "To"].flatMap((who) => [who, ...places.map((place) => who + place)]),
      "SmsMessageSid",
      "SmsSid",
      "MessageSid",
      "NumMedia",
      "NumSegments",
      "SmsStatus",
      "Body",
      "AccountSid",
      "ApiVersion",
    ],
  ],
  [
    "a message's progress",
    "sms-status",
    all,
    ["SmsStatus", "MessageStatus", "SmsSid", "MessageSid", "To", "From", "AccountSid", "ApiVersion"],
  ],
];
type Params = Readonly<Record<string, string>>;
function all() {
  return true;
}
function inbound(params: Params) {
  return params["Direction"] === "inbound";
}

/** A morning in which every kind of webhook is sent. */
async function morning() {
  const one = await engine({
    "/voice": `<Gather numDigits="1" action="/keys"/>`,
    "/keys": `<Gather input="speech" action="/words" partialResultCallback="/partial"/>`,
    "/words": `<Enqueue action="/left" waitUrl="/wait">support</Enqueue>`,
    "/wait": `<Gather numDigits="1" action="/choice"><Pause length="30"/></Gather>`,
    "/choice": "",
    "/left": `<Dial action="/busy"><Number>+15005550030</Number></Dial>`,
    "/busy": `<Record action="/recorded" recordingStatusCallback="/status"/>`,
    "/recorded": `<Dial action="/met"><Conference endConferenceOnExit="true" participantLabel="me" statusCallback="/status" statusCallbackEvent="start end join leave">room</Conference></Dial>`,
    "/rep": `<Dial action="/met"><Queue url="/whisper">support</Queue></Dial>`,
    "/whisper": "<Say>Hello</Say>",
    "/met": "<Hangup/>",
    "/status": { status: 204 },
    "/partial": { status: 204 },
    "/broken": { status: 500 },
    "/fallback": `<Enqueue action="/met">full</Enqueue>`,
    "/sms": "",
  });
  const { exchange, base, caller, rep, client, pass } = one;
  exchange.phone("+15005550030").setLine("busy");
  exchange.setNumber({ phoneNumber: line, statusCallback: `${base}/status`, smsUrl: `${base}/sms` });
  await client.queues.create({ friendlyName: "full", maxSize: 1 });
  const call = caller.dial(line);
  await pass(1);
  call.press("1");
  await pass(1);
  call.say("support please");
  await pass(9);
  call.press("2");
  await pass(1);
  exchange.setNumber({ phoneNumber: "+15005550007", voiceUrl: `${base}/rep` });
  const repCall = rep.dial("+15005550007");
  await pass(3);
  repCall.hangUp();
  await pass(10);
  call.hangUp();
  const events = ["initiated", "ringing", "answered", "completed"];
  const amd = { machineDetection: "Enable", asyncAmd: "true", asyncAmdStatusCallback: `${base}/status` };
  await client.calls.create({
    to: rep.address,
    from: line,
    url: `${base}/met`,
    statusCallback: `${base}/status`,
    statusCallbackEvent: events,
  });
  await pass(1);
  rep.calls.at(-1)?.answer();
  await client.calls.create({ to: rep.address, from: line, url: `${base}/wait`, ...amd });
  await pass(1);
  rep.calls.at(-1)?.answer();
  await pass(5);
  exchange.setNumber({ phoneNumber: line, voiceUrl: `${base}/broken`, voiceFallbackUrl: `${base}/fallback` });
  caller.dial(line);
  caller.dial(line);
  await caller.text(line, "Hello");
  await client.messages.create({ to: caller.address, from: line, body: "Hello", statusCallback: `${base}/status` });
  await pass(3);
  return one;
}

test("every kind of webhook has exactly the documented parameters, and is signed", async () => {
  const { exchange, asked } = await morning();
  const sent = exchange.log.flatMap((entry) => (entry.kind === "webhook" ? [entry] : []));
  const found = table.map(([kind, purpose, meant]) => {
    const params = sent.filter((one) => one.purpose === purpose && meant(one.params)).map((one) => one.params);
    return [kind, ...new Set(params.map((one) => Object.keys(one).toSorted().join(" ")))];
  });
  expect(found).toEqual(table.map(([kind, , , names]) => [kind, names.toSorted().join(" ")]));
  expect(asked.filter(({ signed }) => !signed)).toEqual([]);
});
