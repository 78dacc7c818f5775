import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import type { Params } from "../twilio/params.ts";
import type { SignatureChecker } from "../twilio/signature.ts";
import { readForm, refuse, statusOf, type BodyFault } from "./body.ts";

/** Why a webhook was refused: its body, no signature, or not Twilio's signature. */
export type Refusal = BodyFault | "unsigned" | "forged";

/** Lets a webhook in, by its URL as it was asked for: resolves with its parameters, or with nothing where it was refused. */
export type Door = (request: IncomingMessage, response: ServerResponse, url: string) => Promise<Params | undefined>;

/**
 * What stands before every webhook: only what Twilio has signed comes in. All else is refused before any work (unsigned and
 * forged: 403) and `refused` is told why. An unsigned body is not even read.
 */
export function twilioDoor(isSigned: SignatureChecker, refused: (why: Refusal) => void): Door {
  function turnAway(response: ServerResponse, status: number, why: Refusal): undefined {
    refused(why);
    refuse(response, status, why);
  }

  return async (request, response, url) => {
    const signature = request.headers["x-twilio-signature"];
    if (typeof signature !== "string" || signature === "") return turnAway(response, 403, "unsigned");
    const params = await readForm(request);
    if (typeof params === "string") return turnAway(response, statusOf[params], params);
    return isSigned(url, params, signature) ? params : turnAway(response, 403, "forged");
  };
}

/** The door as Express knows it; what comes in finds its parameters with `paramsOf`. */
export function throughDoor(door: Door): RequestHandler {
  return async (request, response, next) => {
    const params = await door(request, response, request.originalUrl);
    if (!params) return;
    response.locals["params"] = params;
    next();
  };
}
