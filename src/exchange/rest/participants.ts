import { RestFault } from "../switchboard.ts";
import type { ConferenceEvent, ParticipantRecord } from "../records/conference.ts";
import type { Target } from "../target.ts";
import { text, whole } from "../twiml/attribute.ts";
import { answered, dateText, gone } from "./answer.ts";
import { paged } from "./page.ts";
import { present, type Parameters } from "./parameters.ts";
import { participantRinging } from "./ringing.ts";
import type { RestCall, Route } from "./route.ts";
import { addressOrNone, httpMethod, sid, target } from "./rules.ts";

const events: readonly ConferenceEvent[] = [
  ...(["start", "end", "join", "leave", "mute"] as const),
  ...(["hold", "modify", "speaker", "announcement"] as const),
];

const resource =
  ({ account, switchboard }: RestCall) =>
  (participant: ParticipantRecord) => ({
    account_sid: switchboard.accountSid,
    conference_sid: participant.conferenceSid,
    call_sid: participant.callSid,
    label: participant.label ?? null,
    muted: participant.muted,
    hold: participant.hold,
    coaching: participant.coaching,
    call_sid_to_coach: participant.callSidToCoach ?? null,
    start_conference_on_enter: participant.startConferenceOnEnter,
    end_conference_on_exit: participant.endConferenceOnExit,
    status: participant.status,
    queue_time: null,
    date_created: dateText(participant.createdAt),
    date_updated: dateText(participant.updatedAt),
    uri: `${account}/Conferences/${participant.conferenceSid}/Participants/${participant.callSid}.json`,
  });

/** https://www.twilio.com/docs/api/errors/16024 */
const label = text(
  16024,
  "a label of at most 128 characters, no call's SID and no /",
  (value) => value.length <= 128 && !/^CA[0-9a-f]{32}$/.test(value) && !/\/|%2f/i.test(value),
);

function coached(form: Parameters): {
  readonly coaching: boolean | undefined;
  readonly callSidToCoach: string | undefined;
} {
  const coaching = form.truth("Coaching", 20001);
  const callSidToCoach = form.text("CallSidToCoach", sid("CA", 13240));
  if (coaching === true && callSidToCoach === undefined)
    throw new RestFault(400, 13240, "a coach has a CallSidToCoach");
  return { coaching, callSidToCoach };
}

/** What is heard before the conference starts: an empty URL is silence. */
function wait(form: Parameters): Target | null | undefined {
  const url = form.text("WaitUrl", addressOrNone(13233));
  const method = httpMethod(form, "WaitMethod") ?? "POST";
  if (url === undefined) return undefined;
  return url === "" ? null : { url, method };
}

function conferenceCallback(form: Parameters) {
  const called = target(form, "ConferenceStatusCallback", "ConferenceStatusCallbackMethod", 21609);
  const sent = form.choices("ConferenceStatusCallbackEvent", 21626, events, " ");
  return called && { ...called, events: sent.length > 0 ? sent : (["start", "end"] as const) };
}

function create(call: RestCall) {
  const { form } = call;
  const { coaching, callSidToCoach } = coached(form);
  // Whether ringing is heard in the conference changes no document and no callback.
  form.truth("EarlyMedia", 20001);
  const order = {
    ...participantRinging(form),
    ...present({
      label: form.text("Label", label),
      beep: form.choice("Beep", 13235, "true", "false", "onEnter", "onExit"),
      muted: form.truth("Muted", 13230),
      startConferenceOnEnter: form.truth("StartConferenceOnEnter", 13232),
      endConferenceOnExit: form.truth("EndConferenceOnExit", 13231),
      wait: wait(form),
      maxParticipants: form.number("MaxParticipants", whole(20001, 2, 250)),
      coach: coaching === false ? undefined : callSidToCoach,
      conferenceStatusCallback: conferenceCallback(form),
    }),
  };
  form.nothingElse();
  return answered(201, resource(call)(call.switchboard.createParticipant(call.ids[0], order)));
}

function update(call: RestCall) {
  const { form } = call;
  const change = present({
    muted: form.truth("Muted", 13230),
    hold: form.truth("Hold", 20001),
    holdUrl: target(form, "HoldUrl", "HoldMethod", 21205, "GET"),
    announceUrl: target(form, "AnnounceUrl", "AnnounceMethod", 21205),
    endConferenceOnExit: form.truth("EndConferenceOnExit", 13231),
    ...coached(form),
  });
  form.nothingElse();
  return answered(200, resource(call)(call.switchboard.updateParticipant(...call.ids, change)));
}

function list(call: RestCall) {
  const filter = present({ muted: call.query.truth("Muted", 20001), hold: call.query.truth("Hold", 20001) });
  return paged(call, "participants", call.switchboard.listParticipants(call.ids[0], filter), resource(call));
}

/** Who is in a conference. https://www.twilio.com/docs/voice/api/conference-participant-resource */
export const participants: readonly Route[] = [
  { method: "POST", path: "/Conferences/{any}/Participants.json", answer: create },
  { method: "GET", path: "/Conferences/{any}/Participants.json", answer: list },
  {
    method: "GET",
    path: "/Conferences/{CF}/Participants/{any}.json",
    answer: (call) => answered(200, resource(call)(call.switchboard.fetchParticipant(...call.ids))),
  },
  { method: "POST", path: "/Conferences/{CF}/Participants/{any}.json", answer: update },
  {
    method: "DELETE",
    path: "/Conferences/{CF}/Participants/{any}.json",
    answer: ({ switchboard, ids }) => {
      switchboard.deleteParticipant(...ids);
      return gone;
    },
  },
];
