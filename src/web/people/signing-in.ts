import type { Request, Response } from "express";
import { Problem } from "../problem.ts";
import type { By } from "./audit.ts";
import { tooMany } from "./admission.ts";
import type { SessionCookie } from "./cookie.ts";
import { hashPassword, isOutdated, isPassword, nobodysPassword } from "./password.ts";
import { hashOf } from "./secret.ts";
import type { Sessions } from "./sessions.ts";
import type { SignInGuesses } from "./sign-in-guesses.ts";
import { isDisabled, type Users } from "./users.ts";

type Options = {
  readonly users: Users;
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
  readonly guesses: SignInGuesses;
  /** Writes a line of the audit log. */
  readonly tell: (by: By, what: string) => Promise<void>;
  /** Where people sign in who do not by a password: then no password opens anything. */
  readonly elsewhere: string | undefined;
};

/** How a person becomes a session. */
export type SigningIn = {
  /**
   * By e-mail and password. Refuses an unknown account as it does a wrong password, in the same words and time (401), too many (429),
   * whoever has the right one and is disabled (403), and everybody where passwords open nothing (403).
   */
  readonly byPassword: (email: string, password: string, request: Request, response: Response) => Promise<void>;
  /** Whether it is the user's password; counted like those at signing in. */
  readonly isRight: (email: string, password: string, request: Request, response: Response) => Promise<boolean>;
  /** A user who is known to be the one: a new secret, and the session that the request came with is over. */
  readonly begin: (user: string, request: Request, response: Response) => Promise<void>;
  /** Ends the session that the request came with, where there is one. */
  readonly out: (request: Request, response: Response) => Promise<void>;
};

export function signingIn({ users, sessions, cookie, guesses, tell, elsewhere }: Options): SigningIn {
  async function isRight(email: string, password: string, request: Request, response: Response): Promise<boolean> {
    if (elsewhere !== undefined) throw new Problem(403, `Passwords open nothing here. Sign in with ${elsewhere}.`);
    const wait = await guesses.before(request.ip ?? "", email);
    if (wait !== undefined) throw tooMany(response, wait, "passwords");
    const kept = users.byEmail(email)?.password;
    const right = (await isPassword(password, kept ?? nobodysPassword)) && kept !== undefined;
    if (right) await guesses.right(request.ip ?? "", email);
    return right;
  }

  async function begin(user: string, request: Request, response: Response): Promise<void> {
    const before = cookie.read(request);
    const { secret } = await sessions.begin(user, request, before === undefined ? undefined : hashOf(before));
    cookie.give(response, secret);
  }

  return {
    isRight,
    begin,
    async byPassword(email, password, request, response) {
      const right = await isRight(email, password, request, response);
      const user = users.byEmail(email);
      // An e-mail that is nobody's may be a password in the wrong field: it is not written down.
      const from = request.ip ?? "";
      const by = { id: user?.id ?? "nobody", name: user?.name ?? "somebody unknown", from };
      await tell(by, right && user && !isDisabled(user) ? "signIn" : "failToSignIn");
      if (!right || !user) throw new Problem(401, "The e-mail or the password is wrong.");
      if (isDisabled(user)) throw disabled();
      if (user.password && isOutdated(user.password)) await users.rehash(user.id, await hashPassword(password));
      await begin(user.id, request, response);
    },
    async out(request, response) {
      const secret = cookie.read(request);
      const session = secret === undefined ? undefined : await sessions.get(hashOf(secret));
      const user = session && users.get(session.user);
      if (session) await sessions.end([session.id]);
      if (user) await tell({ id: user.id, name: user.name, from: request.ip ?? "" }, "signOut");
      cookie.take(response);
    },
  };
}

/** Said only to those who have shown that they are the one. */
export function disabled(): Problem {
  return new Problem(403, "Your account is disabled. Ask an admin to enable it.");
}
