import type { RequestHandler } from "express";
import type { Logger } from "pino";
import {
  apologyTwiml,
  askAgainTwiml,
  hangUpTwiml,
  nothingTwiml,
  pauseTwiml,
  recordTwiml,
  repApologyTwiml,
  type Apology,
} from "../twilio/apology.ts";
import { readParted, readRecorded } from "../twilio/webhook.ts";
import { paramsOf } from "./body.ts";
import { sendDocument } from "./document.ts";
import { paths } from "./paths.ts";

const turn = /^\/twilio\/call\/[^/]+\/(?<leg>[^/]+)\/\d+\/(?<asked>[a-z]+)$/;
const again = "again=1";
const missed = ["busy", "no-answer", "failed", "canceled"];

/**
 * The document for a request that we have failed to answer: one that Twilio can run where it asked, for an apology with a
 * dial in it would throw a waiting caller out of the queue.
 *
 * status or text          → nothing
 * wait                    → a pause: Twilio asks for the next stretch of the wait by itself
 * room, held              → a pause, and asked again
 * answer, next, rung      → asked again once, for nothing but a key is lost by it; then as the rest
 * the rest, a rep's leg   → the apology, and the end of the leg: the call goes on without it
 * the rest                → the apology, and a person
 */
export function sorryDocument(path: string, url: string, publicUrl: string, apology: () => Apology): string {
  if (path === paths.status || path === paths.sms || path.startsWith("/twilio/leg/")) return nothingTwiml();
  const here = publicUrl.replace(/\/+$/, "") + url;
  const { leg, asked } = turn.exec(path)?.groups ?? {};
  if (asked === "wait") return pauseTwiml();
  if (path === paths.room || asked === "held") return askAgainTwiml(here, 5);
  const mayAskAgain = asked === "answer" || asked === "next" || asked === "rung";
  if (mayAskAgain && !here.endsWith(again)) return askAgainTwiml(`${here}${here.includes("?") ? "&" : "?"}${again}`, 1);
  return leg !== undefined && leg !== "caller" ? repApologyTwiml(apology()) : apologyTwiml(apology());
}

/**
 * Answers what comes after an apology, at `then`: a caller whom nobody answered may leave a message; the log says that there
 * is one, and Twilio keeps it.
 */
export function afterApology(log: Logger, then: string): RequestHandler {
  return (_request, response) => {
    const params = paramsOf(response);
    if (readRecorded(params).recording !== undefined)
      log.error("a caller left a message after a failure: it is among the account's recordings at Twilio");
    const mayRecord = missed.includes(readParted(params).status);
    sendDocument(response, mayRecord ? recordTwiml(then) : hangUpTwiml());
  };
}
