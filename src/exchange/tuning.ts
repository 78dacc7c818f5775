import { connected, participantParams, tell, type Conference, type Participant } from "./conference.ts";
import { note, perform, type Ending } from "./perform.ts";
import { DocumentFault, type Plant, type Stage } from "./plant.ts";
import { Stopped } from "./scope.ts";
import type { Target } from "./target.ts";

/** Lets everybody in a conference hear what is to be heard now. */
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
  // An announcement is heard to its end, whatever changes meanwhile.
  if (one.tuned === "announcement") return one.tuned;
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

/** Plays an announcement to some of a conference over their talk, which goes on for each when it has heard it. */
export function announce(plant: Plant, conference: Conference, to: readonly Participant[], target: Target): void {
  for (const one of to) {
    one.tuning?.stop("announcement");
    const scope = one.leg.programme?.child();
    one.tuning = scope;
    one.tuned = "announcement";
    if (!scope || scope.stopped !== undefined) continue;
    const stage = {
      plant,
      leg: one.leg,
      scope,
      realm: "conference-wait",
      purpose: "announcement",
      extra: () => ({}),
    } as const;
    void hearOnce(stage, target).then((how) => {
      if (how === "stopped" || !conference.participants.has(one.leg.sid)) return;
      const params = { ...participantParams(one), AnnounceUrl: target.url };
      tell(plant, conference, "announcement", how === "failed" ? "announcement-fail" : "announcement-end", params);
      one.tuned = undefined;
      one.tuned = retuned(plant, conference, one);
    });
  }
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
