import { connect } from "../bridge.ts";
import { note, notify, perform, type Ending } from "../perform.ts";
import { DocumentFault, resolveUrl, type Document, type Next, type RunVerb, type Stage } from "../plant.ts";
import {
  joinQueue,
  leaveQueue,
  openQueue,
  waitParams,
  waited,
  type Handover,
  type Member,
  type Queue,
} from "../queue.ts";
import type { Params } from "../signature.ts";
import type { Verb } from "../twiml/read.ts";
import { methodOf, request } from "./control.ts";

/** What can become of a queued call. */
type QueueResult =
  | "bridged"
  | "bridging-in-process"
  | "error"
  | "hangup"
  | "leave"
  | "redirected"
  | "redirected-from-bridged"
  | "queue-full";

/**
 * `<Enqueue>`: waits in a queue, made on demand, and hears the wait document over and over. Out of it come: being
 * dialled (action once they part), Leave and an error in the wait document (action at once), and hanging up or being
 * redirected, of which the action is only told: what it answers is not run.
 */
export const enqueue: RunVerb = async (stage, verb, document) => {
  const { plant, leg } = stage;
  const name = verb.text.trim();
  const queue = plant.queueNames.get(name) ?? openQueue(plant, name);
  if (queue.line.size >= queue.maxSize) {
    note(plant, "warning", { code: 14207, message: `the queue ${name} is full`, callSid: leg.sid, url: document.url });
    return out(verb, document, { QueueResult: "queue-full" });
  }
  const member = joinQueue(plant, queue, leg);
  const result = (queueResult: QueueResult): Params => ({
    QueueResult: queueResult,
    QueueSid: queue.sid,
    QueueTime: String(waited(plant, member)),
  });
  const state = { bridged: false };
  const untell = stage.scope.onStop((why) => {
    leaveQueue(plant, queue, member);
    const next = out(verb, document, result(interrupted(why, member, state.bridged)));
    if (typeof next === "object") notify(stage, next);
  });

  const outcome = await wait(stage, verb, document, { queue, member });
  leaveQueue(plant, queue, member);
  // The call ends now, and that is what the action is told.
  if (outcome === "hangup") return "hangup";
  const queueResult = typeof outcome === "object" ? await beTaken(stage, outcome, queue, member, state) : outcome;
  untell();
  return out(verb, document, result(queueResult));
};

function out(verb: Verb, document: Document, params: Params): Next {
  const url = verb.attributes["action"];
  return url === undefined ? "next" : request(document, verb, "enqueue-action", { url, params });
}

function interrupted(why: string, member: Member, bridged: boolean): QueueResult {
  if (why === "redirected") return bridged ? "redirected-from-bridged" : "redirected";
  if (bridged) return "bridged";
  return member.taken.full ? "bridging-in-process" : "hangup";
}

type Place = { readonly queue: Queue; readonly member: Member };

/** Hears the wait document until taken out of the queue, or until the document says so. */
async function wait(stage: Stage, verb: Verb, document: Document, { queue, member }: Place) {
  const scope = stage.scope.child();
  const waiting = {
    ...stage,
    scope,
    realm: "queue-wait",
    purpose: "queue-wait",
    extra: () => waitParams(stage.plant, queue, member),
  } as const;
  try {
    return await stage.scope.until(Promise.race([member.taken.given, hearWait(waiting, verb, document)]));
  } finally {
    scope.stop("out of the queue");
    stage.leg.ear.hush(true);
  }
}

async function hearWait(stage: Stage, verb: Verb, document: Document): Promise<"leave" | "hangup" | "error"> {
  const waitUrl = verb.attributes["waitUrl"];
  const { clock } = stage.plant;
  try {
    if (waitUrl === undefined || waitUrl === "") {
      stage.leg.ear.hear({ kind: waitUrl === undefined ? "default-music" : "silence" });
      return await stage.scope.until(new Promise<never>(() => {}));
    }
    const url = resolveUrl(document, waitUrl);
    if (url === undefined) throw new DocumentFault({ code: 11100, message: `not an absolute URL: ${waitUrl}` });
    const fetch = {
      url,
      method: methodOf(verb.attributes["waitUrlMethod"]),
      purpose: "queue-wait",
      params: {},
    } as const;
    for (;;) {
      const began = clock.now();
      const ending: Ending = await perform(stage, fetch);
      if (ending !== "finished") return ending;
      // A document that takes no time would be asked for without end; how soon Twilio asks again is not documented.
      if (clock.now() === began) await stage.scope.sleep(1000);
    }
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error;
    note(stage.plant, "error", { code: error.code, message: error.message, callSid: stage.leg.sid, url: error.url });
    return "error";
  }
}

/** Hears the whisper, is connected with whoever dialled the queue, and stays so until they part. */
async function beTaken(
  stage: Stage,
  { dialer, scope, whisper, bridged }: Handover,
  queue: Queue,
  member: Member,
  state: { bridged: boolean },
): Promise<QueueResult> {
  const { plant, leg } = stage;
  const forget = stage.scope.onStop(() => bridged.give(undefined));
  if (whisper) {
    const extra = () => ({
      QueueSid: queue.sid,
      QueueTime: String(waited(plant, member)),
      DequeingCallSid: dialer.sid,
    });
    try {
      await perform({ ...stage, realm: "queue-whisper", purpose: "queue-whisper", extra }, whisper);
    } catch (error) {
      if (!(error instanceof DocumentFault)) throw error;
      // A whisper that fails does not keep two people apart; Twilio does not document otherwise.
      note(plant, "error", { code: error.code, message: error.message, callSid: leg.sid, url: error.url });
    }
  }
  forget();
  if (scope.stopped !== undefined) {
    bridged.give(undefined);
    return "bridging-in-process";
  }
  state.bridged = true;
  const bridge = connect(plant, { leg, scope: stage.scope }, { leg: dialer, scope });
  bridged.give(bridge);
  await stage.scope.until(bridge.ended);
  return "bridged";
}
