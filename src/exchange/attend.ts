import { connected, participantParams, tell, type Conference, type Left, type Participant } from "./conference.ts";
import type { Plant, Stage } from "./plant.ts";
import { openSlot } from "./scope.ts";
import type { ParticipantOrder } from "./records/conference.ts";
import { retuneAll } from "./tuning.ts";

/** How a party takes part; what is absent is as Twilio has it by default. */
export type Terms = Pick<
  ParticipantOrder,
  | "label"
  | "beep"
  | "muted"
  | "startConferenceOnEnter"
  | "endConferenceOnExit"
  | "wait"
  | "coach"
  | "conferenceStatusCallback"
>;

/** Puts a call on a conference's list; it takes part from when it `attend`s. */
export function enlist(plant: Plant, conference: Conference, leg: Participant["leg"], terms: Terms): Participant {
  const now = plant.clock.now();
  const one: Participant = {
    leg,
    label: terms.label,
    beep: terms.beep ?? "true",
    startOnEnter: terms.startConferenceOnEnter ?? true,
    createdAt: now,
    updatedAt: now,
    wait: terms.wait,
    left: openSlot(),
    connected: false,
    muted: terms.muted ?? false,
    hold: false,
    holdUrl: undefined,
    endOnExit: terms.endConferenceOnExit ?? false,
    coaching: terms.coach !== undefined,
    coach: terms.coach,
    tuned: undefined,
    tuning: undefined,
  };
  // The first one's callback is the conference's; those of later ones are ignored.
  if (conference.participants.size === 0 && conference.callback === undefined)
    conference.callback = terms.conferenceStatusCallback;
  conference.participants.set(leg.sid, one);
  return one;
}

/** Takes part until taken out; being hung up or redirected leaves at once and throws `Stopped`. */
export async function attend(stage: Stage, conference: Conference, one: Participant): Promise<Left> {
  const { plant } = stage;
  one.connected = true;
  conference.updatedAt = plant.clock.now();
  const forget = stage.scope.onStop((why) =>
    leave(plant, conference, one, why === "redirected" ? "participant_updated_via_api" : "participant_hung_up"),
  );
  tell(plant, conference, "join", "participant-join", participantParams(one));
  beep(conference, one, "onEnter");
  tuneAll(stage, conference);
  const why = await stage.scope.until(one.left.given);
  forget();
  leave(plant, conference, one, reasons[why], why === "kicked");
  return why;
}

const reasons: Readonly<Record<Left, string>> = {
  "conference-ended": "moderator_ended_conference",
  kicked: "participant_updated_via_api",
  star: "participant_hung_up",
  "wait-failed": "participant_add_failed",
  "time-limit": "participant_hung_up",
};

function beep(conference: Conference, who: Participant, when: "onEnter" | "onExit") {
  if (conference.status !== "in-progress" || (who.beep !== "true" && who.beep !== when)) return;
  for (const other of connected(conference)) if (other !== who) other.leg.ear.note({ kind: "beep" });
}

/** Takes somebody off the list, and does what follows of it for the others. */
export function leave(plant: Plant, conference: Conference, one: Participant, reason: string, kicked = false): void {
  if (!conference.participants.delete(one.leg.sid)) return;
  conference.updatedAt = plant.clock.now();
  one.tuning?.stop("left the conference");
  if (one.connected) one.leg.ear.hush(true);
  tell(plant, conference, "leave", "participant-leave", {
    ...participantParams(one),
    ParticipantCallStatus: one.leg.status,
    ReasonParticipantLeft: conference.reasonEnded === "conference-ended-via-api" ? "conference_ended_via_api" : reason,
  });
  if (conference.status === "completed") return;
  const how = kicked ? "kicked" : "left";
  if (one.connected && one.endOnExit)
    endConference(plant, conference, `participant-with-end-conference-on-exit-${how}`, one);
  else if (conference.participants.size === 0) endConference(plant, conference, `last-participant-${how}`, one);
  else {
    beep(conference, one, "onExit");
    retuneAll(plant, conference);
  }
}

/** Ends a conference: everybody is taken out, and its name is free again. */
export function endConference(plant: Plant, conference: Conference, reason: string, by?: Participant): void {
  if (conference.status === "completed") return;
  conference.status = "completed";
  conference.updatedAt = plant.clock.now();
  conference.reasonEnded = reason;
  conference.callSidEndingConference = by?.leg.sid;
  plant.conferenceNames.delete(conference.friendlyName);
  for (const other of conference.participants.values()) {
    other.left.give("conference-ended");
    leave(plant, conference, other, "moderator_ended_conference");
  }
  tell(plant, conference, "end", "conference-end", {
    ReasonConferenceEnded: reason,
    Reason: by ? `Participant ${by.leg.sid} left` : "Ended by the REST API",
    ...(by ? { CallSidEndingConference: by.leg.sid } : {}),
    ...(by?.label === undefined ? {} : { ParticipantLabelEndingConference: by.label }),
  });
}

/** Starts the conference when it is time, and lets everybody hear what is to be heard now. */
function tuneAll(stage: Stage, conference: Conference) {
  const there = connected(conference);
  if (conference.status === "init" && there.length > 1 && there.some((one) => one.startOnEnter)) {
    conference.status = "in-progress";
    tell(stage.plant, conference, "start", "conference-start", {});
  }
  retuneAll(stage.plant, conference);
}
