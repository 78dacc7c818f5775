import { tellLater } from "./progress.ts";
import type { Leg } from "./leg.ts";
import { rfc2822, type Plant } from "./plant.ts";
import type { Scope, Slot } from "./scope.ts";
import type { Params } from "./signature.ts";
import type {
  Beep,
  ConferenceEvent,
  ConferenceRecord,
  ConferenceStatus,
  ParticipantRecord,
} from "./records/conference.ts";
import type { Target } from "./target.ts";
import { send } from "./webhook.ts";

/** Why somebody is in a conference no longer; `star` is the key that takes the one who dialled out of it. */
export type Left = "conference-ended" | "kicked" | "star" | "wait-failed" | "time-limit";

/** One party of a conference. */
export type Participant = {
  readonly leg: Leg;
  readonly label: string | undefined;
  readonly beep: Beep;
  readonly startOnEnter: boolean;
  readonly createdAt: number;
  /** What is heard before the conference starts: absent Twilio's music, `null` silence. */
  readonly wait: Target | null | undefined;
  /** Taken out from outside. */
  readonly left: Slot<Left>;
  /** Connected, and not only being rung. */
  connected: boolean;
  muted: boolean;
  hold: boolean;
  holdUrl: Target | undefined;
  endOnExit: boolean;
  coaching: boolean;
  coach: string | undefined;
  updatedAt: number;
  /** What it hears at present, so that what stays the same is not begun anew. */
  tuned: string | undefined;
  tuning: Scope | undefined;
};
/** One conference. */
export type Conference = {
  readonly sid: string;
  readonly friendlyName: string;
  readonly createdAt: number;
  readonly participants: Map<string, Participant>;
  status: ConferenceStatus;
  updatedAt: number;
  callback: (Target & { readonly events: readonly ConferenceEvent[] }) | undefined;
  sequence: number;
  reasonEnded: string | undefined;
  callSidEndingConference: string | undefined;
  reporting: Promise<void>;
};

/** The conference of that name that has not ended, or a new one. */
export function conferenceNamed(plant: Plant, friendlyName: string): Conference {
  const known = plant.conferenceNames.get(friendlyName);
  if (known) return known;
  const now = plant.clock.now();
  const conference: Conference = {
    sid: plant.post.chance.sid("CF"),
    friendlyName,
    createdAt: now,
    updatedAt: now,
    participants: new Map(),
    status: "init",
    callback: undefined,
    sequence: 0,
    reasonEnded: undefined,
    callSidEndingConference: undefined,
    reporting: Promise.resolve(),
  };
  plant.conferences.set(conference.sid, conference);
  plant.conferenceNames.set(friendlyName, conference);
  return conference;
}

/** Those who are connected, and not only rung. */
export const connected = (conference: Conference): readonly Participant[] =>
  [...conference.participants.values()].filter((one) => one.connected);

/** What an event says of a participant. */
export function participantParams(one: Participant): Params {
  return {
    CallSid: one.leg.sid,
    Muted: String(one.muted),
    Hold: String(one.hold),
    Coaching: String(one.coaching),
    EndConferenceOnExit: String(one.endOnExit),
    StartConferenceOnEnter: String(one.startOnEnter),
    ...(one.label === undefined ? {} : { ParticipantLabel: one.label }),
  };
}

/** Tells the conference's status callback of an event, if the first participant asked for it. */
export function tell(plant: Plant, conference: Conference, event: ConferenceEvent, name: string, params: Params): void {
  const { callback } = conference;
  if (!callback?.events.includes(event)) return;
  const all = {
    ConferenceSid: conference.sid,
    FriendlyName: conference.friendlyName,
    AccountSid: plant.accountSid,
    // Twilio's examples begin at 1.
    SequenceNumber: String(++conference.sequence),
    Timestamp: rfc2822(plant.clock.now()),
    StatusCallbackEvent: name,
    ...params,
  };
  tellLater(plant, conference, () =>
    send(plant.post, { purpose: "conference-event", method: callback.method, url: callback.url, params: all }),
  );
}

/** The conference as the REST API shows it. */
export function conferenceRecord(conference: Conference): ConferenceRecord {
  const { sid, friendlyName, status, createdAt, updatedAt, reasonEnded, callSidEndingConference } = conference;
  return {
    sid,
    friendlyName,
    status,
    createdAt,
    updatedAt,
    ...(reasonEnded === undefined ? {} : { reasonEnded }),
    ...(callSidEndingConference === undefined ? {} : { callSidEndingConference }),
  };
}

const ringing = { queued: "queued", initiated: "connecting", ringing: "ringing" } as const;

/** A participant as the REST API shows it. */
export function participantRecord(conference: Conference, one: Participant): ParticipantRecord {
  const { status } = one.leg;
  return {
    callSid: one.leg.sid,
    conferenceSid: conference.sid,
    muted: one.muted,
    hold: one.hold,
    coaching: one.coaching,
    startConferenceOnEnter: one.startOnEnter,
    endConferenceOnExit: one.endOnExit,
    status: one.connected
      ? "connected"
      : status === "queued" || status === "initiated" || status === "ringing"
        ? ringing[status]
        : "failed",
    createdAt: one.createdAt,
    updatedAt: one.updatedAt,
    ...(one.label === undefined ? {} : { label: one.label }),
    ...(one.coach === undefined ? {} : { callSidToCoach: one.coach }),
  };
}
