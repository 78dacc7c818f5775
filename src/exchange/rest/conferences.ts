import type { ConferenceRecord } from "../records/conference.ts";
import { answered, dateText } from "./answer.ts";
import { paged } from "./page.ts";
import { present } from "./parameters.ts";
import type { RestCall, Route } from "./route.ts";
import { anything, target } from "./rules.ts";

const resource =
  ({ account, switchboard }: RestCall) =>
  (conference: ConferenceRecord) => ({
    sid: conference.sid,
    account_sid: switchboard.accountSid,
    api_version: "2010-04-01",
    friendly_name: conference.friendlyName,
    region: "us1",
    status: conference.status,
    reason_conference_ended: conference.reasonEnded ?? null,
    call_sid_ending_conference: conference.callSidEndingConference ?? null,
    date_created: dateText(conference.createdAt),
    date_updated: dateText(conference.updatedAt),
    uri: `${account}/Conferences/${conference.sid}.json`,
    subresource_uris: {
      participants: `${account}/Conferences/${conference.sid}/Participants.json`,
      recordings: `${account}/Conferences/${conference.sid}/Recordings.json`,
    },
  });

function list(call: RestCall) {
  const filter = present({
    friendlyName: call.query.text("FriendlyName", anything),
    status: call.query.choice("Status", 20001, "init", "in-progress", "completed"),
  });
  return paged(call, "conferences", call.switchboard.listConferences(filter), resource(call));
}

function update(call: RestCall) {
  const change = present({
    status: call.form.choice("Status", 20001, "completed"),
    announceUrl: target(call.form, "AnnounceUrl", "AnnounceMethod", 21205),
  });
  call.form.nothingElse();
  return answered(200, resource(call)(call.switchboard.updateConference(call.ids[0], change)));
}

/** Conferences. https://www.twilio.com/docs/voice/api/conference-resource */
export const conferences: readonly Route[] = [
  { method: "GET", path: "/Conferences.json", answer: list },
  {
    method: "GET",
    path: "/Conferences/{CF}.json",
    answer: (call) => answered(200, resource(call)(call.switchboard.fetchConference(call.ids[0]))),
  },
  { method: "POST", path: "/Conferences/{CF}.json", answer: update },
];
