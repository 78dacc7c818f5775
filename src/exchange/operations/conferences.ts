import { attend, endConference, enlist, leave } from "../attend.ts";
import { end } from "../progress.ts";
import {
  connected,
  conferenceNamed,
  conferenceRecord,
  participantParams,
  participantRecord,
  tell,
  type Conference,
  type Participant,
} from "../conference.ts";
import { place } from "../outgoing.ts";
import type { Plant, Stage } from "../plant.ts";
import { follow, openProgramme } from "../programme.ts";
import { RestFault, type Switchboard } from "../switchboard.ts";
import type { ParticipantChange, ParticipantOrder } from "../records/conference.ts";
import { announce, retuneAll } from "../tuning.ts";
import { found } from "./missing.ts";

type Conferences = Pick<
  Switchboard,
  | "listConferences"
  | "fetchConference"
  | "updateConference"
  | "listParticipants"
  | "createParticipant"
  | "fetchParticipant"
  | "updateParticipant"
  | "deleteParticipant"
>;

/** Conferences and who takes part, as REST has them. */
export function conferenceOperations(plant: Plant): Conferences {
  const conferenceOf = (sid: string) => found(plant.conferences.get(sid), `/Conferences/${sid}.json`);
  return {
    listConferences: ({ friendlyName, status }) =>
      [...plant.conferences.values()]
        .filter((one) => friendlyName === undefined || one.friendlyName === friendlyName)
        .filter((one) => status === undefined || one.status === status)
        .reverse()
        .map(conferenceRecord),
    fetchConference: (sid) => conferenceRecord(conferenceOf(sid)),
    updateConference(sid, { status, announceUrl }) {
      const conference = conferenceOf(sid);
      if (announceUrl) announce(plant, conference, connected(conference), announceUrl);
      if (status === "completed") endConference(plant, conference, "conference-ended-via-api");
      return conferenceRecord(conference);
    },
    listParticipants: (sid, { muted, hold }) => {
      const conference = conferenceOf(sid);
      return [...conference.participants.values()]
        .filter((one) => (muted === undefined || one.muted === muted) && (hold === undefined || one.hold === hold))
        .reverse()
        .map((one) => participantRecord(conference, one));
    },
    createParticipant: (name, order) => invite(plant, name, order),
    fetchParticipant(sid, who) {
      const conference = conferenceOf(sid);
      return participantRecord(conference, participantOf(conference, who));
    },
    updateParticipant(sid, who, change) {
      const conference = conferenceOf(sid);
      const one = participantOf(conference, who);
      apply(plant, conference, one, change);
      return participantRecord(conference, one);
    },
    deleteParticipant(sid, who) {
      const conference = conferenceOf(sid);
      const one = participantOf(conference, who);
      one.left.give("kicked");
      if (!one.connected) end(plant, one.leg, "canceled", "kicked");
    },
  };
}

/** Rings somebody who joins the conference on answering. */
function invite(plant: Plant, name: string, order: ParticipantOrder) {
  const bySid = plant.conferences.get(name);
  if (bySid?.status === "completed") throw new RestFault(404, 20404, `The conference ${name} has ended`);
  const conference = bySid ?? conferenceNamed(plant, name);
  const members = [...conference.participants.values()];
  if (order.label !== undefined && members.some((one) => one.label === order.label))
    throw new RestFault(400, 16025, `A participant with the label ${order.label} is in the conference`);
  if (members.length >= (order.maxParticipants ?? 250)) throw new RestFault(400, 16020, "The conference is full");
  const leg = place(plant, order, (answered) => {
    const scope = openProgramme(answered);
    const stage: Stage = { plant, leg: answered, scope, realm: "call", purpose: "voice", extra: () => ({}) };
    void follow(stage, () => attend(stage, conference, one));
  });
  const one = enlist(plant, conference, leg, order);
  // Nobody answered, or the conference ended first.
  leg.life.onStop(() => leave(plant, conference, one, "participant_add_failed"));
  void one.left.given.then(() => {
    if (!one.connected) end(plant, leg, "canceled", "the conference ended");
  });
  return participantRecord(conference, one);
}

function apply(plant: Plant, conference: Conference, one: Participant, change: ParticipantChange) {
  const before = { muted: one.muted, hold: one.hold };
  one.muted = change.muted ?? one.muted;
  one.hold = change.hold ?? one.hold;
  if (change.hold !== undefined) one.holdUrl = change.hold ? change.holdUrl : undefined;
  one.endOnExit = change.endConferenceOnExit ?? one.endOnExit;
  one.coach = change.callSidToCoach ?? one.coach;
  one.coaching = change.coaching ?? one.coaching;
  one.updatedAt = plant.clock.now();
  retuneAll(plant, conference);
  if (change.announceUrl && one.connected) announce(plant, conference, [one], change.announceUrl);
  const say = (event: "mute" | "hold" | "modify", name: string) =>
    tell(plant, conference, event, name, participantParams(one));
  if (one.muted !== before.muted) say("mute", one.muted ? "participant-mute" : "participant-unmute");
  if (one.hold !== before.hold) say("hold", one.hold ? "participant-hold" : "participant-unhold");
  if (change.endConferenceOnExit !== undefined || change.coaching !== undefined) say("modify", "participant-modify");
}

function participantOf(conference: Conference, who: string): Participant {
  const labelled = () => [...conference.participants.values()].find((one) => one.label === who);
  const path = `/Conferences/${conference.sid}/Participants/${who}.json`;
  return found(conference.participants.get(who) ?? labelled(), path);
}
