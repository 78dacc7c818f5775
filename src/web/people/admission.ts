import type { Request, Response } from "express";
import type { Admit } from "../api/operation.ts";
import type { Token } from "../../store/people.ts";
import { may, type Role, type Who } from "../api/who.ts";
import type { Guesses } from "../guesses.ts";
import { Problem } from "../problem.ts";
import type { SessionCookie } from "./cookie.ts";
import { hasBearer } from "./same-site.ts";
import { scopesFor } from "./scopes.ts";
import type { Sessions } from "./sessions.ts";
import type { Tokens } from "./tokens.ts";
import { isDisabled, type Users } from "./users.ts";

type Options = {
  readonly users: Users;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  /** Whoever made the token may come in no more. */
  readonly isStopped: (token: Token) => Promise<boolean>;
  readonly cookie: SessionCookie;
  /** Demo mode: the server is bound to this machine, and whoever sits at it is the admin. */
  readonly demo: boolean;
  readonly guesses: Guesses;
};

/** Whoever sits at the machine that demo mode runs on. */
const demoAdmin: Who = { id: "demo", name: "Demo admin", role: "admin", demo: true };

/**
 * Finds out who asks: a program by its token, a person by the session in the cookie, in demo mode this machine's own pages and programs.
 * Refuses who is not known (401), who may not do that (403), and an address of which too many wrong tokens came (429).
 */
export function admission(options: Options): Admit {
  const { users, sessions, tokens, isStopped, cookie, demo, guesses } = options;

  return async (request, response, needs, asked) => {
    const who = hasBearer(request) ? await program(request, response, asked) : await person(request);
    if (!who) throw refused(response, demo);
    if (!may(who.role, needs)) throw forbidden(response, needs);
    return who;
  };

  async function program(request: Request, response: Response, asked: Parameters<Admit>[3]): Promise<Who | undefined> {
    const secret = /^Bearer +(\S+) *$/i.exec(request.get("Authorization") ?? "")?.[1];
    const token = secret === undefined ? undefined : await tokens.use(secret);
    const wait = await guesses.tried(request.ip ?? "", token !== undefined);
    if (wait !== undefined) throw tooMany(response, wait, "tokens");
    if (!token) return undefined;
    if (await isStopped(token)) {
      response.set("Connection", "close");
      throw new Problem(403, "The token is stopped: whoever made it is disabled or was removed. Use another one.");
    }
    const wanted = scopesFor(asked);
    if (!wanted.some((scope) => token.scopes.includes(scope))) {
      response.set("Connection", "close");
      throw new Problem(
        403,
        `The token is not good for that: one with the scope ${wanted.toReversed().join(" or ")} is.`,
      );
    }
    return { id: token.id, name: token.name, role: "admin", token: true };
  }

  async function person(request: Request): Promise<Who | undefined> {
    const secret = cookie.read(request);
    const session = secret === undefined ? undefined : await sessions.use(secret);
    const user = session && users.get(session.user);
    if (session && user && !isDisabled(user)) {
      const { id, name, role, email, rep } = user;
      return { id, name, role, email, session: session.id, ...(rep === undefined ? {} : { rep }) };
    }
    return demo && isOwnMachine(request) ? demoAdmin : undefined;
  }
}

/** Too many wrong ones came: none is looked at for so many seconds. */
export function tooMany(response: Response, seconds: number, what: string): Problem {
  response.set({ Connection: "close", "Retry-After": String(seconds) });
  return new Problem(429, `Too many wrong ${what}. Try again in ${Math.ceil(seconds / 60)} min.`);
}

function refused(response: Response, demo: boolean): Problem {
  // A body that nobody will read is not waited for.
  response.set({ Connection: "close", "WWW-Authenticate": "Bearer" });
  return new Problem(401, demo ? sameMachine : signIn);
}

function forbidden(response: Response, needs: Role): Problem {
  response.set("Connection", "close");
  return new Problem(403, `Only ${names[needs]} may do that.`);
}

const names: Readonly<Record<Role, string>> = {
  viewer: "somebody who is signed in",
  rep: "a rep, a lead or an admin",
  lead: "a lead or an admin",
  admin: "an admin",
};
const signIn = "Sign in, or send a token as a bearer token.";
const sameMachine = "In demo mode only this machine is let in without signing in, at http://localhost.";

/**
 * The name in the address keeps out pages whose own name was made to lead here (DNS rebinding); the browser's word on where a
 * request comes from keeps out the forms of other sites.
 */
function isOwnMachine(request: Request): boolean {
  const host = (request.get("Host") ?? "").replace(/:\d+$/, "").toLowerCase();
  const site = request.get("Sec-Fetch-Site");
  return ["localhost", "127.0.0.1", "[::1]"].includes(host) && site !== "cross-site" && site !== "same-site";
}
