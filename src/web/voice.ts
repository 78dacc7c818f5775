import type { RequestHandler, Response } from "express";
import type { Cases } from "../call/call.ts";
import type { LegId, Verb } from "../call/verb.ts";
import { lastSpoken, resolutionId } from "../resolution/resolution.ts";
import type { Routing } from "../routing/routing.ts";
import type { CallerMemory } from "../store/records.ts";
import type { Look, Store } from "../store/store.ts";
import { twiml } from "../twilio/twiml.ts";
import type { CallUrls } from "../twilio/urls.ts";
import type { Params } from "../twilio/params.ts";
import { readAnswerer, readArrival, readFailure, readJoined, readStatus, type Arrival } from "../twilio/webhook.ts";
import type { Board } from "../work/board.ts";
import type { Answer, Calls } from "../work/calls.ts";
import { paramsOf } from "./body.ts";
import { sendDocument } from "./document.ts";
import { legOf, paths } from "./paths.ts";
import type { Webhook } from "./webhook.ts";

export type VoiceOptions = {
  readonly calls: Calls;
  readonly store: Store;
  readonly board: Board;
  readonly routing: Routing;
  readonly urls: (call: string) => CallUrls;
};

/** The webhooks of calls other than their turns: parameters become events, and what the call decides becomes TwiML. */
export function voiceWebhooks(options: VoiceOptions): readonly Webhook[] {
  const { calls, urls } = options;
  const send = (response: Response, call: string, verbs: readonly Verb[]) =>
    sendDocument(response, twiml(verbs, urls(call)));

  const voice: RequestHandler = async (_request, response) => {
    const arrival = readArrival(paramsOf(response));
    const { verbs } = arrival ? await arrive(arrival, options) : noCall;
    send(response, arrival?.sid ?? "", verbs);
  };

  const voiceFallback: RequestHandler = async (_request, response) => {
    const params = paramsOf(response);
    const arrival = readArrival(params);
    const { verbs } = arrival ? await failed(arrival, readFailure(params).code, options) : noCall;
    send(response, arrival?.sid ?? "", verbs);
  };

  const status: RequestHandler = async (_request, response) => {
    await tellEnded(paramsOf(response), undefined, "caller", calls);
    response.status(204).end();
  };

  const leg: RequestHandler = async ({ params }, response, next) => {
    const which = legOf(params["leg"]);
    if (which === undefined) {
      next();
      return;
    }
    await tellStatus(paramsOf(response), String(params["call"]), which, calls);
    response.status(204).end();
  };

  const identified: RequestHandler = async ({ params }, response, next) => {
    const which = legOf(params["leg"]);
    if (which === undefined) {
      next();
      return;
    }
    const answerer = readAnswerer(paramsOf(response));
    if (answerer)
      await calls.tell(String(params["call"]), () => ({
        type: "identified",
        leg: which,
        sid: answerer.sid,
        as: answerer.by,
      }));
    response.status(204).end();
  };

  const inRoom: RequestHandler = async ({ params }, response) => {
    const leg = legOf(readJoined(paramsOf(response)));
    if (leg !== undefined) await calls.tell(String(params["call"]), () => ({ type: "in-room", leg }));
    response.status(204).end();
  };

  return [
    { path: paths.voice, answer: voice },
    { path: paths.voiceFallback, answer: voiceFallback },
    { path: paths.status, answer: status },
    { path: paths.leg, answer: leg },
    { path: paths.identified, answer: identified },
    { path: paths.inRoom, answer: inRoom },
  ];
}

const noCall = { verbs: [{ verb: "hangup" }] } as const;

/** Twilio could not get or run our document: the call goes on where it was, or begins where it never did. */
async function failed(arrival: Arrival, code: string, options: VoiceOptions): Promise<Answer> {
  const told = await options.calls.tell(arrival.sid, ({ house }) => ({ type: "failed", code, house }));
  return told.known ? told : arrive(arrival, options);
}

async function arrive(arrival: Arrival, options: VoiceOptions): Promise<Answer> {
  const { store, calls, routing, board } = options;
  const memory = arrival.from === "" ? undefined : await store.get("caller", arrival.from);
  const rep = Object.keys(routing.reps).find((id) => routing.reps[id]?.address === arrival.from);
  return calls.tell(arrival.sid, ({ house }, look) => ({
    type: "arrived",
    ...arrival,
    known: {
      ...knownOf(memory),
      openSupportCallback: house.owed.supportOwes(arrival.from),
      cases: casesOf(arrival.from, look, routing),
    },
    house,
    ...(rep === undefined ? {} : { rep: { id: rep, state: board.presence(rep).state } }),
  }));
}

/** The cases of a number that may come back, by queue. */
function casesOf(number: string, look: Look, routing: Routing): Cases {
  return Object.fromEntries(
    Object.keys(routing.queues).flatMap((queue) => {
      const known = number === "" ? undefined : look("resolution", resolutionId(number, queue));
      if (!known) return [];
      const { rep, said } = lastSpoken(known);
      return [[queue, { rep, solved: said === "resolved" }] as const];
    }),
  );
}

function knownOf(memory: CallerMemory | undefined) {
  return {
    quiet: memory?.quiet ?? false,
    moreTime: memory?.moreTime ?? false,
    announcements: memory?.announcements ?? {},
    ...(memory?.language === undefined ? {} : { language: memory.language }),
    ...(memory?.place ? { place: memory.place } : {}),
    ...(memory?.spokeWith === undefined ? {} : { spokeWith: memory.spokeWith }),
  };
}

/** A leg that we ring tells of its end, and where we asked for it that the phone has begun to ring. */
async function tellStatus(params: Params, call: string, leg: LegId, calls: Calls): Promise<void> {
  const status = readStatus(params);
  if (status?.status === "ringing") await calls.tell(call, () => ({ type: "began-ringing", leg, sid: status.sid }));
  else await tellEnded(params, call, leg, calls);
}

async function tellEnded(params: Params, call: string | undefined, leg: LegId, calls: Calls): Promise<void> {
  const status = readStatus(params);
  if (!status?.ended) return;
  const { sid, at: endedAt } = status;
  await calls.tell(call ?? sid, ({ house: { upSince } }) => ({
    type: "leg-ended",
    leg,
    sid,
    status: status.status,
    upSince,
    endedAt,
  }));
}
