import type { Bridge } from "./bridge.ts";
import { resolveUrl, rfc2822, type Document, type Plant, type Stage } from "./plant.ts";
import type { Params } from "./signature.ts";
import type { RecordingRecord } from "./records/recording.ts";
import type { Verb } from "./twiml/read.ts";
import { send } from "./webhook.ts";

/** Milliseconds after its end until a recording can be had. */
const processing = 1000;

type Beginning = Pick<RecordingRecord, "callSid" | "source" | "channels">;

/** A recording that begins now. */
export function openRecording(plant: Plant, beginning: Beginning): RecordingRecord {
  const now = plant.clock.now();
  const recording: RecordingRecord = {
    ...beginning,
    sid: plant.post.chance.sid("RE"),
    status: "in-progress",
    duration: 0,
    startedAt: now,
    createdAt: now,
    updatedAt: now,
    words: "",
  };
  plant.recordings.set(recording.sid, recording);
  return recording;
}

/** Where a recording is had. */
export const recordingUrl = (plant: Plant, sid: string): string =>
  `${plant.url()}/2010-04-01/Accounts/${plant.accountSid}/Recordings/${sid}`;

/** Ends a recording: `duration` in seconds. Its callback is told when it can be had, a second later. */
export function closeRecording(
  stage: Stage,
  verb: Verb,
  document: Document,
  recording: RecordingRecord,
  end: { readonly duration: number; readonly words: string },
): void {
  const { plant } = stage;
  const closed: RecordingRecord = { ...recording, ...end, status: "completed", updatedAt: plant.clock.now() };
  plant.recordings.set(recording.sid, closed);
  const url = verb.attributes["recordingStatusCallback"];
  const resolved = url ? resolveUrl(document, url) : undefined;
  const events = (verb.attributes["recordingStatusCallbackEvent"] ?? "completed").split(/\s+/);
  if (resolved === undefined || !events.includes("completed")) return;
  plant.clock.after(processing + plant.post.breakage.statusDelay(), () => {
    void send(plant.post, {
      purpose: "recording-status",
      method: verb.attributes["recordingStatusCallbackMethod"]?.toUpperCase() === "GET" ? "GET" : "POST",
      url: resolved,
      params: statusParams(plant, closed),
      callSid: closed.callSid,
    });
  });
}

function statusParams(plant: Plant, recording: RecordingRecord): Params {
  return {
    RecordingSource: recording.source,
    RecordingSid: recording.sid,
    RecordingUrl: recordingUrl(plant, recording.sid),
    RecordingStatus: recording.status,
    RecordingChannels: String(recording.channels),
    ErrorCode: "0",
    CallSid: recording.callSid,
    RecordingStartTime: rfc2822(recording.startedAt),
    AccountSid: plant.accountSid,
    RecordingDuration: String(recording.duration),
  };
}

/** Records a talk where its `<Dial>` asks for that; answers what its action is told of it. */
export function keepRecording(stage: Stage, verb: Verb, document: Document, bridge: Bridge): Params {
  const how = verb.attributes["record"] ?? "do-not-record";
  if (how === "do-not-record" || how === "false") return {};
  const channels = how.endsWith("-dual") ? 2 : 1;
  const recording = openRecording(stage.plant, { callSid: stage.leg.sid, source: "DialVerb", channels });
  void bridge.ended.then(({ at }) => {
    const duration = Math.ceil((at - bridge.startedAt) / 1000);
    closeRecording(stage, verb, document, recording, { duration, words: "" });
  });
  return { RecordingUrl: recordingUrl(stage.plant, recording.sid) };
}

/** What was recorded, as a WAV file; undefined: it goes on, or is being processed, which is told when it is over. */
export function mediaOf({ clock }: Plant, { status, updatedAt, duration }: RecordingRecord): Buffer | undefined {
  return status === "completed" && clock.now() >= updatedAt + processing ? toneOf(duration) : undefined;
}

/** A WAV file (8 kHz, 16 bit, one channel) of so many seconds: a soft tone, so that an ear can tell it from a fault. */
function toneOf(seconds: number): Buffer {
  const rate = 8000;
  const samples = Math.max(0, Math.round(seconds * rate));
  const file = Buffer.alloc(44 + samples * 2);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write("WAVEfmt ", 8, "latin1");
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36, "latin1");
  file.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at++)
    file.writeInt16LE(Math.round(800 * Math.sin((at * 2 * Math.PI * 440) / rate)), 44 + at * 2);
  return file;
}
