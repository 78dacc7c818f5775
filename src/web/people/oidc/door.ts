import type { Request, Response } from "express";
import type { Logger } from "pino";
import type { Instant } from "../../../routing/routing.ts";
import type { User } from "../../../store/people.ts";
import type { Guesses } from "../../guesses.ts";
import type { By } from "../audit.ts";
import type { Sessions } from "../sessions.ts";
import type { SigningIn } from "../signing-in.ts";
import type { Users } from "../users.ts";
import { arrivals } from "./arrivals.ts";
import { openAttempts } from "./attempts.ts";
import type { Person } from "./claims.ts";
import { exchangeWith } from "./exchange.ts";
import { toldOf } from "./faults.ts";
import { openIssuer } from "./issuer.ts";
import { SignInRefused, type Reason } from "./refused.ts";
import type { OidcSettings } from "./settings.ts";

/** The way in by the issuer. */
export type OidcDoor = {
  readonly name: string;
  /** Why nobody can come in by it now. */
  readonly fault: () => Reason | undefined;
  /** Where the browser goes to sign in. Throws SignInRefused. */
  readonly begin: (request: Request, response: Response) => Promise<URL>;
  /** The browser is back: whoever it is has a new session. Throws SignInRefused. */
  readonly finish: (request: Request, response: Response) => Promise<void>;
};

export type OidcDoorOptions = {
  readonly settings: OidcSettings;
  readonly publicUrl: string;
  readonly backUrl: string;
  readonly users: Users;
  readonly sessions: Sessions;
  readonly signing: Pick<SigningIn, "begin">;
  readonly guesses: Guesses;
  /** Writes a line of the audit log. */
  readonly tell: (by: By, what: string, did: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly log: Logger;
  readonly now: () => Instant;
};

/** Wires what signing in by an issuer takes. */
export function openOidcDoor(options: OidcDoorOptions): OidcDoor {
  const { settings, publicUrl, backUrl, users, sessions, signing, guesses, tell, log, now } = options;
  const issuer = openIssuer({ settings, log, now });
  const attempts = openAttempts({ publicUrl, now });
  const exchange = exchangeWith({ issuer, settings, backUrl });
  const { welcome } = arrivals({ users, sessions, mapsRoles: settings.roleClaim !== undefined });

  async function comes(person: Person, from: string): Promise<User> {
    try {
      return await welcome(person, from);
    } catch (error) {
      if (error instanceof SignInRefused) await refused(error, from, person);
      throw error;
    }
  }

  async function refused({ why }: SignInRefused, from: string, person?: Person): Promise<void> {
    const user = person && (users.byIdentity(person) ?? users.byEmail(person.email ?? ""));
    const by = { id: user?.id ?? "nobody", name: user?.name ?? "somebody unknown", from };
    const email = person?.email === undefined ? {} : { email: person.email };
    await tell(by, "failToSignIn", { by: settings.name, why, ...email });
  }

  return {
    name: settings.name,
    fault: issuer.fault,
    async begin(request, response) {
      const { url, attempt } = await exchange.begin();
      attempts.begin(attempt, request, response);
      return url;
    },
    async finish(request, response) {
      const from = request.ip ?? "";
      const answer = new URL(request.originalUrl, publicUrl).searchParams;
      const attempt = attempts.take(answer.get("state") ?? "", request, response);
      // Anybody can come so, as often as they like: it is not worth a line.
      if (!attempt) throw new SignInRefused("stale");
      if ((await guesses.before(from)) !== undefined) throw new SignInRefused("often");
      const person = await exchange.finish(attempt, answer).catch(async (error: unknown) => {
        if (!(error instanceof SignInRefused)) throw error;
        log.info({ why: error.why, said: toldOf(error.cause) }, "a sign-in by the issuer came to nothing");
        await refused(error, from);
        throw error;
      });
      const user = await comes(person, from);
      await guesses.right(from);
      await tell({ id: user.id, name: user.name, from }, "signIn", { by: settings.name });
      await signing.begin(user.id, request, response);
    },
  };
}
