import { createHash, timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { passwordGuesses, type Guesses } from "./guesses.ts";
import { Problem } from "./problem.ts";

export type AdminDoorOptions = {
  readonly adminPassword?: string;
  /** Demo mode: the server is bound to this machine, and whoever sits at it is the admin. */
  readonly demo?: boolean;
};

/**
 * Lets only the admin in: `Authorization: Bearer <the password>`. Where none is set, demo mode lets in this machine's own pages
 * and programs, and live mode nobody (401). Where too many wrong ones came, none is looked at for a while (429).
 */
export function adminDoor(
  { adminPassword, demo = false }: AdminDoorOptions,
  guesses: Guesses = passwordGuesses(),
): RequestHandler {
  const expected = adminPassword === undefined ? undefined : digest(adminPassword);
  return async (request, response, next) => {
    const given = /^Bearer (.+)$/i.exec(request.get("Authorization") ?? "")?.[1];
    const right = expected && given !== undefined && timingSafeEqual(digest(given), expected);
    const wait = expected && given !== undefined ? await guesses.tried(request.ip ?? "", right === true) : undefined;
    if (wait === undefined && (right || (!expected && demo && isOwnMachine(request)))) return next();
    // A body that nobody will read is not waited for.
    response.set("Connection", "close");
    if (wait !== undefined) {
      response.set("Retry-After", String(wait));
      throw new Problem(429, `Too many wrong passwords. Try again in ${Math.ceil(wait / 60)} min.`);
    }
    response.set("WWW-Authenticate", "Bearer");
    throw new Problem(401, expected ? signIn : demo ? sameMachine : setPassword);
  };
}

const signIn = "Send the password of the admin's pages (ADMIN_PASSWORD) as a bearer token.";
const setPassword = "Set ADMIN_PASSWORD and start again: without it nobody may change anything over the network.";
const sameMachine =
  "In demo mode only this machine may do that, at http://localhost. Set ADMIN_PASSWORD to allow others.";

/** Of one length, so that comparing tells nothing, not even how long the password is. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/**
 * The name in the address keeps out pages whose own name was made to lead here (DNS rebinding); the browser's word on where a
 * request comes from keeps out the forms of other sites.
 */
function isOwnMachine(request: Request): boolean {
  const host = (request.get("Host") ?? "").replace(/:\d+$/, "").toLowerCase();
  return ["localhost", "127.0.0.1", "[::1]"].includes(host) && request.get("Sec-Fetch-Site") !== "cross-site";
}
