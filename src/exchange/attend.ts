import { connected, participantParams, tell, type Conference, type Left, type Participant } from "./conference.ts";
import { note, perform, type Ending } from "./perform.ts";
import { DocumentFault, type Plant, type Stage } from "./plant.ts";
import { openSlot, Stopped } from "./scope.ts";
import type { ParticipantOrder, Target } from "./switchboard.ts";

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
  leave(plant, conference, one, reasons[why]);
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
export function leave(plant: Plant, conference: Conference, one: Participant, reason: string): void {
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
  const how = one.left.full ? "kicked" : "left";
  if (one.connected && one.endOnExit)
    endConference(plant, conference, `participant-with-end-conference-on-exit-${how}`, one);
  else if (conference.participants.size === 0) endConference(plant, conference, `last-participant-${how}`, one);
  else {
    beep(conference, one, "onExit");
    for (const other of connected(conference)) other.tuned = retuned(plant, conference, other);
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
  for (const one of there) one.tuned = retuned(stage.plant, conference, one);
}

/** Lets everybody hear what is to be heard after a change from outside. */
export function retuneAll(plant: Plant, conference: Conference): void {
  for (const one of connected(conference)) one.tuned = retuned(plant, conference, one);
}

function audible(conference: Conference, one: Participant): readonly string[] {
  return connected(conference)
    .filter((other) => other !== one && !other.muted && !other.hold)
    .filter((other) => !other.coaching || other.coach === one.leg.sid)
    .map((other) => other.leg.address);
}

/** Tunes one ear, if what it is to hear has changed; answers what that is. */
function retuned(plant: Plant, conference: Conference, one: Participant): string {
  const started = conference.status === "in-progress";
  const others = started && !one.hold ? audible(conference, one) : [];
  const station = one.hold ? `hold ${one.holdUrl?.url ?? ""}` : started ? `with ${others.join(" ")}` : "wait";
  if (station === one.tuned) return station;
  one.tuning?.stop("retuned");
  const scope = one.leg.programme?.child();
  one.tuning = scope;
  if (!scope || scope.stopped !== undefined) return station;
  const stage = { plant, leg: one.leg, scope, realm: "conference-wait", extra: () => ({}) } as const;
  if (one.hold) void hearHold({ ...stage, purpose: "conference-hold" }, one.holdUrl);
  else if (started) one.leg.ear.hear({ kind: "person", with: others });
  else void hearWait({ ...stage, purpose: "conference-wait" }, one);
  return station;
}

/** Before the start: the wait document once, then silence. Where it cannot be had, there is no conference for this one. */
async function hearWait(stage: Stage, one: Participant) {
  if (!one.wait) stage.leg.ear.hear({ kind: one.wait === null ? "silence" : "default-music" });
  else if ((await hearOnce(stage, one.wait)) === "failed") one.left.give("wait-failed");
}

async function hearHold(stage: Stage, target: Target | undefined) {
  // Hold music of Twilio's own where no URL was given, as in the wait.
  if (target) await hearOnce(stage, target);
  else stage.leg.ear.hear({ kind: "default-music" });
}

async function hearOnce(stage: Stage, target: Target): Promise<Ending | "failed" | "stopped"> {
  try {
    const ending = await perform(stage, { ...target, purpose: stage.purpose, params: {} });
    stage.leg.ear.hear({ kind: "silence" });
    return ending;
  } catch (error) {
    if (error instanceof Stopped) return "stopped";
    if (!(error instanceof DocumentFault)) throw error;
    note(stage.plant, "error", { code: error.code, message: error.message, callSid: stage.leg.sid, url: error.url });
    if (stage.scope.stopped === undefined) stage.leg.ear.hear({ kind: "silence" });
    return "failed";
  }
}
