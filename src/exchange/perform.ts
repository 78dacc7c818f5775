import { DocumentFault, type Document, type Fetch, type Next, type Plant, type Stage } from "./plant.ts";
import { answer } from "./progress.ts";
import { callParams } from "./leg.ts";
import { playBytes } from "./sound.ts";
import type { Instructions } from "./records/call.ts";
import { readTwiml, type Fault, type Verb } from "./twiml/read.ts";
import { send } from "./webhook.ts";

/** How a run ended: out of verbs, or by a verb that ends the call or the wait. */
export type Ending = "finished" | "hangup" | "leave";

/** More documents than this without time passing would go on forever. Twilio's own limit is not documented. */
const mostAtOnce = 100;

/** Runs a document and all that follow from it; throws `DocumentFault` where one of them is wrong, `Stopped` when stopped. */
export async function perform(stage: Stage, first: Fetch | { readonly twiml: string }): Promise<Ending> {
  let at = stage.plant.clock.now();
  let atOnce = 0;
  for (let next: Next | { readonly twiml: string } = first; ;) {
    if (stage.plant.clock.now() > at) [at, atOnce] = [stage.plant.clock.now(), 0];
    if (++atOnce > mostAtOnce) throw new DocumentFault({ code: 12400, message: "documents without end" });
    const document: Document | "played" =
      "twiml" in next ? inline(stage, next.twiml) : await stage.scope.until(fetchDocument(stage, next));
    if (document === "played") return stage.realm === "call" ? "hangup" : "finished";
    const after: Next = await runVerbs(stage, document);
    if (after === "next") return "finished";
    if (after === "hangup" || after === "leave") return after;
    next = after;
  }
}

async function runVerbs(stage: Stage, document: Document): Promise<Next> {
  for (const [place, verb] of document.verbs.entries()) {
    if (!staysUnanswered(place, verb)) answer(stage.plant, stage.leg);
    const run = stage.plant.verbs[verb.name];
    // What the reader let pass as a warning and Twilio does not know either is passed over.
    const next = run ? await run(stage, verb, document) : "next";
    if (next !== "next") return next;
  }
  answer(stage.plant, stage.leg);
  return "next";
}

/**
 * Whether a verb leaves an incoming call ringing: only as the first one, and only Reject (which never answers), Pause
 * (which delays the answer) and a Dial that answers on the bridge.
 */
function staysUnanswered(place: number, verb: Verb): boolean {
  if (place > 0) return false;
  return (
    verb.name === "Reject" ||
    verb.name === "Pause" ||
    (verb.name === "Dial" && verb.attributes["answerOnBridge"] === "true")
  );
}

/** Instructions of a REST request as something to run. */
export function toFetch(run: Instructions, purpose: Fetch["purpose"]): Fetch | { readonly twiml: string } {
  return "twiml" in run ? run : { ...run, purpose, params: {} };
}

function inline(stage: Stage, twiml: string): Document {
  const reading = readTwiml(twiml, "text/xml", stage.realm, true);
  if ("fault" in reading) throw new DocumentFault(reading.fault);
  if ("audio" in reading) return { verbs: [], url: undefined };
  warn(stage, reading.warnings, undefined);
  return { verbs: reading.verbs, url: undefined };
}

async function fetchDocument(stage: Stage, fetch: Fetch): Promise<Document | "played"> {
  const { plant, leg } = stage;
  const reply = await send(plant.post, {
    purpose: fetch.purpose,
    method: fetch.method,
    url: fetch.url,
    params: { ...callParams(plant.accountSid, leg), ...stage.extra(), ...fetch.params },
    callSid: leg.sid,
  });
  if ("code" in reply) throw new DocumentFault(reply, reply.url);
  const reading = readTwiml(reply.body.toString("utf8"), reply.contentType, stage.realm);
  if ("fault" in reading) throw new DocumentFault(reading.fault, reply.url);
  if ("audio" in reading) {
    answer(plant, leg);
    await playBytes(stage, reply);
    return "played";
  }
  warn(stage, reading.warnings, reply.url);
  return { verbs: reading.verbs, url: reply.url };
}

function warn(stage: Stage, warnings: readonly Fault[], url: string | undefined) {
  for (const warning of warnings) note(stage.plant, "warning", { ...warning, callSid: stage.leg.sid, url });
}

type Note = {
  readonly code: number;
  readonly message: string;
  readonly callSid?: string;
  readonly url: string | undefined;
};

/** Puts a fault or a warning into the debugger. */
export function note(plant: Plant, kind: "error" | "warning", { url, ...fault }: Note): void {
  plant.post.log.add({ kind, at: plant.clock.now(), ...fault, ...(url === undefined ? {} : { url }) });
}

/** Asks a URL for the sake of telling it: what it answers is not run. */
export function notify(stage: Stage, fetch: Fetch): void {
  void send(stage.plant.post, {
    purpose: fetch.purpose,
    method: fetch.method,
    url: fetch.url,
    params: { ...callParams(stage.plant.accountSid, stage.leg), ...fetch.params },
    callSid: stage.leg.sid,
  });
}
