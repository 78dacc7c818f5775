import type { Instant, Target } from "../target.ts";
import type { Ringing } from "./call.ts";

export type ConferenceStatus = "init" | "in-progress" | "completed";
export type ConferenceRecord = {
  readonly sid: string;
  readonly friendlyName: string;
  readonly status: ConferenceStatus;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly reasonEnded?: string;
  readonly callSidEndingConference?: string;
};
export type ParticipantRecord = {
  readonly callSid: string;
  readonly conferenceSid: string;
  readonly label?: string;
  readonly muted: boolean;
  readonly hold: boolean;
  readonly coaching: boolean;
  readonly callSidToCoach?: string;
  readonly startConferenceOnEnter: boolean;
  readonly endConferenceOnExit: boolean;
  readonly status: "queued" | "connecting" | "ringing" | "connected" | "complete" | "failed";
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};
export type Beep = "true" | "false" | "onEnter" | "onExit";
export type ConferenceEvent =
  "start" | "end" | "join" | "leave" | "mute" | "hold" | "modify" | "speaker" | "announcement";
/** A call that joins a conference as soon as it is answered. */
export type ParticipantOrder = Ringing & {
  readonly label?: string;
  readonly beep?: Beep;
  readonly muted?: boolean;
  readonly startConferenceOnEnter?: boolean;
  readonly endConferenceOnExit?: boolean;
  /** Absent: Twilio's own music; `null`: silence. */
  readonly wait?: Target | null;
  readonly maxParticipants?: number;
  readonly coach?: string;
  readonly conferenceStatusCallback?: Target & { readonly events: readonly ConferenceEvent[] };
};
export type ParticipantChange = {
  readonly muted?: boolean;
  readonly hold?: boolean;
  readonly holdUrl?: Target;
  readonly announceUrl?: Target;
  readonly endConferenceOnExit?: boolean;
  readonly coaching?: boolean;
  readonly callSidToCoach?: string;
};
