import { attend, enlist, type Terms } from "../attend.ts";
import { answer } from "../progress.ts";
import { conferenceNamed } from "../conference.ts";
import { note } from "../perform.ts";
import { DocumentFault, resolveUrl, type Document } from "../plant.ts";
import type { Params } from "../signature.ts";
import type { Beep, ConferenceEvent } from "../records/conference.ts";
import type { Target } from "../target.ts";
import type { Verb } from "../twiml/read.ts";
import { methodOf } from "./control.ts";
import { onStar, type Dialling } from "./dialling.ts";

/** `<Dial><Conference>`: takes part in the conference of that name until it ends, or the star key takes one out of it. */
export async function dialConference(dialling: Dialling, noun: Verb): Promise<Params | "passed over"> {
  const { stage, verb, document } = dialling;
  const { plant, leg } = stage;
  const name = noun.text.trim();
  const label = noun.attributes["participantLabel"];
  const there = [...(plant.conferenceNames.get(name)?.participants.values() ?? [])];
  if (label !== undefined && there.some((one) => one.label === label)) {
    note(plant, "error", {
      code: 16025,
      message: `a participant ${label} is there`,
      callSid: leg.sid,
      url: document.url,
    });
    return "passed over";
  }
  const coach = noun.attributes["coach"];
  if (coach !== undefined && !there.some((one) => one.leg.sid === coach && one.connected)) {
    note(plant, "error", { code: 13240, message: `nobody to coach: ${coach}`, callSid: leg.sid, url: document.url });
    return { DialCallStatus: "failed", DialBridged: "false" };
  }
  // What the one too many is told is not documented; a call that could not be connected is failed.
  if (there.length >= Number(noun.attributes["maxParticipants"] ?? 250))
    return { DialCallStatus: "failed", DialBridged: "false" };

  answer(plant, leg);
  const conference = conferenceNamed(plant, name);
  const one = enlist(plant, conference, leg, terms(noun, document));
  const scope = stage.scope.child();
  const answered = { DialCallStatus: "answered", DialBridged: "true" };
  dialling.soFar = () => answered;
  try {
    onStar(stage, verb, scope, () => one.left.give("star"));
    scope.onStop(
      plant.clock.after(Number(verb.attributes["timeLimit"] ?? 14_400) * 1000, () => one.left.give("time-limit")),
    );
    const why = await attend(stage, conference, one);
    return why === "wait-failed" ? { DialCallStatus: "failed", DialBridged: "false" } : answered;
  } finally {
    scope.stop("out of the conference");
  }
}

function terms(noun: Verb, document: Document): Terms {
  const attributes = noun.attributes;
  const wait = target(document, attributes["waitUrl"], attributes["waitMethod"]);
  const callback = target(document, attributes["statusCallback"] || undefined, attributes["statusCallbackMethod"]);
  const events = (attributes["statusCallbackEvent"] ?? "").split(/\s+/).filter(Boolean);
  return {
    muted: attributes["muted"] === "true",
    startConferenceOnEnter: attributes["startConferenceOnEnter"] !== "false",
    endConferenceOnExit: attributes["endConferenceOnExit"] === "true",
    beep: (attributes["beep"] ?? "true") as Beep,
    ...(attributes["participantLabel"] === undefined ? {} : { label: attributes["participantLabel"] }),
    ...(wait === undefined ? {} : { wait }),
    ...(attributes["coach"] === undefined ? {} : { coach: attributes["coach"] }),
    ...(callback ? { conferenceStatusCallback: { ...callback, events: events as ConferenceEvent[] } } : {}),
  };
}

/** A URL attribute; empty is nothing on purpose, absent is undefined. */
function target(document: Document, url: string | undefined, method: string | undefined): Target | null | undefined {
  if (url === undefined) return undefined;
  if (url === "") return null;
  const resolved = resolveUrl(document, url);
  if (resolved === undefined) throw new DocumentFault({ code: 11100, message: `not an absolute URL: ${url}` });
  return { url: resolved, method: methodOf(method) };
}
