import type { RequestHandler } from "express";
import type { SignatureChecker } from "../twilio/signature.ts";
import { formBody, paramsOf, refuse, type BodyFault } from "./body.ts";

const signature = "X-Twilio-Signature";

/** Why a webhook was refused: its body, no signature, or not Twilio's signature. */
export type Refusal = BodyFault | "unsigned" | "forged";

/**
 * What stands before every webhook: only what Twilio has signed comes in, its parameters read for `paramsOf`. All else is
 * refused before any work (unsigned and forged: 403) and `refused` is told why. An unsigned body is not even read.
 */
export function twilioDoor(isSigned: SignatureChecker, refused: (why: Refusal) => void): readonly RequestHandler[] {
  return [
    (request, response, next) => {
      if (request.get(signature)) return next();
      refused("unsigned");
      refuse(response, 403, "unsigned");
    },
    formBody(refused),
    (request, response, next) => {
      if (isSigned(request.originalUrl, paramsOf(response), request.get(signature))) return next();
      refused("forged");
      refuse(response, 403, "forged");
    },
  ];
}
