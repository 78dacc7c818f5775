import { connect } from "../bridge.ts";
import { answer, end, hangUp } from "../progress.ts";
import { detectMachine } from "../machine.ts";
import type { Leg, Pickup } from "../leg.ts";
import { note, perform } from "../perform.ts";
import { DocumentFault, resolveUrl, type Document } from "../plant.ts";
import { openProgramme } from "../programme.ts";
import { keepRecording } from "../recording.ts";
import { openOutgoing, ring } from "../ring.ts";
import { Stopped, type Scope } from "../scope.ts";
import type { Params } from "../signature.ts";
import type { CallProgressEvent, MachineDetection, StatusCallback } from "../records/call.ts";
import type { Verb } from "../twiml/read.ts";
import { callerIdHolds } from "./caller-id.ts";
import { methodOf, request } from "./control.ts";
import { seconds, untilParted, type Dialling } from "./dialling.ts";
import { sendTones } from "./speak.ts";

type Rung = { readonly leg: Leg; readonly noun: Verb; readonly scope: Scope };

/**
 * `<Dial><Number>` (and Sip, Client): rings up to ten telephones at once. The first to pick up is connected, after its
 * whisper, and the others stop ringing.
 */
export async function dialPhones(dialling: Dialling, nouns: readonly Verb[]): Promise<Params> {
  const { stage, verb } = dialling;
  if (!callerIdHolds(stage.plant, stage.leg, verb, nouns)) return { DialCallStatus: "failed", DialBridged: "false" };
  if (stage.leg.answeredAt !== undefined) stage.leg.ear.hear({ kind: "ringing" });
  const rung = nouns.map((noun) => dialOne(dialling, noun));
  const unanswered = stage.scope.onStop(() => {
    for (const { leg } of rung)
      if (leg.answeredAt === undefined) end(stage.plant, leg, "canceled", "the one who dialled hung up");
  });
  const timeout = Number(verb.attributes["timeout"] ?? 30);
  const winner = await stage.scope.until(firstToPickUp(rung, (one) => ring(stage.plant, one.leg, timeout)));
  unanswered();
  for (const { leg } of rung)
    if (leg !== winner.leg) end(stage.plant, leg, "canceled", "another telephone was picked up");
  if (!("scope" in winner)) {
    stage.leg.ear.hush(false);
    return { DialCallStatus: winner.pickup, DialCallSid: winner.leg.sid, DialBridged: "false" };
  }
  return await talk(dialling, winner);
}

function dialOne({ stage, verb, document }: Dialling, noun: Verb): Rung {
  const address = noun.text.trim();
  const to = noun.name === "Client" && !address.startsWith("client:") ? `client:${address}` : address;
  const leg = openOutgoing(stage.plant, {
    to,
    from: verb.attributes["callerId"] ?? stage.leg.from,
    direction: "outbound-dial",
    parent: stage.leg,
    statusCallback: statusCallback(noun, document),
  });
  return { leg, noun, scope: openProgramme(leg) };
}

function statusCallback(noun: Verb, document: Document): StatusCallback | undefined {
  const url = noun.attributes["statusCallback"];
  const resolved = url ? resolveUrl(document, url) : undefined;
  if (resolved === undefined) return undefined;
  const events = (noun.attributes["statusCallbackEvent"] ?? "completed").split(/\s+/);
  return {
    url: resolved,
    method: methodOf(noun.attributes["statusCallbackMethod"]),
    events: events as CallProgressEvent[],
  };
}

/** The first that is picked up, or how the last of them was not. */
async function firstToPickUp(rung: readonly Rung[], ringOne: (one: Rung) => Promise<Pickup>) {
  let left = rung.length;
  return new Promise<Rung | { readonly leg: Leg; readonly pickup: Pickup }>((resolve) => {
    for (const one of rung)
      void ringOne(one).then((pickup) => {
        left -= 1;
        if (pickup === "answered") resolve(one);
        else if (left === 0) resolve({ leg: one.leg, pickup });
      });
  });
}

/** From picking up to parting; the called party's call ends with it, unless it was redirected elsewhere. */
async function talk(dialling: Dialling, rung: Rung): Promise<Params> {
  const { stage, verb, document } = dialling;
  const { leg } = rung;
  const facts = { DialCallSid: leg.sid };
  const unbridged = { DialCallStatus: "completed", DialCallDuration: "0", DialBridged: "false", ...facts };
  dialling.soFar = () => unbridged;
  const abandoned = stage.scope.onStop(() => hangUp(stage.plant, leg, "the other side went"));
  const joined = await stage.scope.until(whisper(dialling, rung));
  if (!joined) {
    // Declined at the whisper: it did pick up, so it is completed, and DialBridged says that they never spoke.
    abandoned();
    stage.leg.ear.hush(false);
    if (rung.scope.stopped !== "redirected") hangUp(stage.plant, leg, "declined at the whisper");
    return { ...unbridged, DialCallDuration: seconds(leg.answeredAt ?? 0, leg.endedAt ?? 0) };
  }
  answer(stage.plant, stage.leg);
  const bridge = connect(stage.plant, { leg: stage.leg, scope: stage.scope }, { leg, scope: rung.scope });
  const kept = keepRecording(stage, verb, document, bridge);
  const bridged = (until: number): Params => ({
    DialCallStatus: "completed",
    DialCallDuration: seconds(bridge.startedAt, until),
    DialBridged: "true",
    ...facts,
    ...kept,
  });
  dialling.soFar = () => bridged(stage.plant.clock.now());
  abandoned();
  const gone = stage.scope.onStop(() => hangUp(stage.plant, leg, "the other side went"));
  const parting = await untilParted(dialling, bridge);
  gone();
  const redirected = parting.by === leg && parting.why === "redirected";
  if (!redirected) hangUp(stage.plant, leg, "the other side went");
  const { DialCallDuration: _, ...withoutDuration } = bridged(parting.at);
  return redirected ? withoutDuration : bridged(parting.at);
}

/** What the called party hears alone; answers whether it is to be connected. */
async function whisper({ stage, document }: Dialling, { leg, noun, scope }: Rung): Promise<boolean> {
  const { plant } = stage;
  const url = noun.attributes["url"];
  try {
    if (noun.attributes["sendDigits"]) await sendTones({ leg, scope }, noun.attributes["sendDigits"]);
    const detection = machineDetection(noun, document);
    if (detection) void detectMachine(plant, leg, detection).catch(() => undefined);
    if (url === undefined) return true;
    const first = request(document, noun, "number-whisper", { url, params: {} });
    const own = { plant, leg, scope, realm: "number-whisper", purpose: "number-whisper", extra: () => ({}) } as const;
    return (await perform(own, first)) === "finished";
  } catch (error) {
    if (error instanceof Stopped) return false;
    if (!(error instanceof DocumentFault)) throw error;
    note(plant, "error", { code: error.code, message: error.message, callSid: leg.sid, url: error.url });
    return false;
  }
}

/** Detection on a dialled number never delays the connection. */
function machineDetection(noun: Verb, document: Document): MachineDetection | undefined {
  const mode = noun.attributes["machineDetection"];
  const url = resolveUrl(document, noun.attributes["amdStatusCallback"] ?? "");
  if ((mode !== "Enable" && mode !== "DetectMessageEnd") || url === undefined || !noun.attributes["amdStatusCallback"])
    return undefined;
  return { mode, async: true, callback: { url, method: methodOf(noun.attributes["amdStatusCallbackMethod"]) } };
}
