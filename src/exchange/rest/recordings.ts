import type { RecordingRecord } from "../records/recording.ts";
import { answered, dateText, gone } from "./answer.ts";
import { paged } from "./page.ts";
import { present } from "./parameters.ts";
import type { RestCall, Route } from "./route.ts";
import { sid } from "./rules.ts";

/** Twilio writes media at its own host, wherever the request came in. */
const host = "https://api.twilio.com";

const resource =
  ({ account, switchboard }: RestCall) =>
  (recording: RecordingRecord) => {
    const path = `${account}/Recordings/${recording.sid}`;
    return {
      sid: recording.sid,
      account_sid: switchboard.accountSid,
      api_version: "2010-04-01",
      call_sid: recording.callSid,
      conference_sid: null,
      status: recording.status,
      source: recording.source,
      channels: recording.channels,
      duration: recording.status !== "in-progress" ? String(recording.duration) : "-1",
      start_time: dateText(recording.startedAt),
      date_created: dateText(recording.createdAt),
      date_updated: dateText(recording.updatedAt),
      price: null,
      price_unit: "USD",
      error_code: null,
      encryption_details: null,
      media_url: host + path,
      uri: `${path}.json`,
      subresource_uris: {
        add_on_results: `${path}/AddOnResults.json`,
        transcriptions: `${path}/Transcriptions.json`,
      },
    };
  };

/** A call's own recordings are shown without their place among the account's, but with their track. */
const ofCall = (call: RestCall) => (recording: RecordingRecord) => {
  const { media_url: _media, subresource_uris: _uris, ...shown } = resource(call)(recording);
  const uri = `${call.account}/Calls/${recording.callSid}/Recordings/${recording.sid}.json`;
  return { ...shown, track: "both", uri };
};

function list(call: RestCall) {
  const filter = present({
    callSid: call.query.text("CallSid", sid("CA", 20001)),
    deleted: call.query.truth("IncludeSoftDeleted", 20001),
  });
  return paged(call, "recordings", call.switchboard.listRecordings(filter), resource(call));
}

const media = ({ switchboard, ids }: RestCall) => ({
  status: 200,
  contentType: "audio/x-wav",
  body: switchboard.recordingMedia(ids[0]),
});

/** Recordings. https://www.twilio.com/docs/voice/api/recording */
export const recordings: readonly Route[] = [
  { method: "GET", path: "/Recordings.json", answer: list },
  {
    method: "GET",
    path: "/Calls/{CA}/Recordings.json",
    answer: (call) =>
      paged(call, "recordings", call.switchboard.listRecordings({ callSid: call.ids[0] }), ofCall(call)),
  },
  {
    method: "GET",
    path: "/Recordings/{RE}.json",
    answer: (call) => {
      const deleted = call.query.truth("IncludeSoftDeleted", 20001);
      call.query.nothingElse();
      return answered(200, resource(call)(call.switchboard.fetchRecording(call.ids[0], deleted)));
    },
  },
  {
    method: "DELETE",
    path: "/Recordings/{RE}.json",
    answer: ({ switchboard, ids, query, form }) => {
      query.nothingElse();
      form.nothingElse();
      switchboard.deleteRecording(ids[0]);
      return gone;
    },
  },
  { method: "GET", path: "/Recordings/{RE}.wav", answer: media },
  { method: "GET", path: "/Recordings/{RE}", answer: media },
];
