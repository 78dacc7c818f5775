import { Router } from "express";
import type { Instant } from "../../routing/routing.ts";
import type { Store } from "../../store/store.ts";
import type { Admit } from "../api/operation.ts";
import { apiRouter } from "../api/router.ts";
import { openGate, type GateId } from "../../work/gate.ts";
import { guessLimits, passwordGuesses } from "../guesses.ts";
import { signInUrl } from "../paths.ts";
import { admission } from "./admission.ts";
import { sessionCookie } from "./cookie.ts";
import { firstUser } from "./first-user.ts";
import { meOperations } from "./me-api.ts";
import { ownPagesOnly } from "./same-site.ts";
import { openSessions } from "./sessions.ts";
import { signInOperations } from "./sign-in-api.ts";
import { signInGuesses } from "./sign-in-guesses.ts";
import { signingIn } from "./signing-in.ts";
import { openTokens } from "./tokens.ts";
import { openUsers } from "./users.ts";

export type AccessOptions = {
  readonly store: Store;
  readonly publicUrl: string;
  /** Demo mode: only this machine reaches us, and whoever sits at it is the admin. */
  readonly demo: boolean;
  readonly now: () => Instant;
};

/** Who may do what over the web. */
export type Access = {
  readonly admit: Admit;
  /** To be mounted before all that is under `/api`. */
  readonly router: Router;
  /** The link for the first admin; unset: there is a user already. */
  readonly firstLink?: string;
};

/** Opens what is known of users, sessions and tokens. */
export async function openAccess({ store, publicUrl, demo, now }: AccessOptions): Promise<Access> {
  const users = await openUsers(store, now);
  const [sessions, tokens, cookie] = [openSessions(store, now), openTokens(store, now), sessionCookie(publicUrl)];
  const held = { heldFor: guessLimits.within * 1_000, now };
  const gate = (id: GateId) => openGate(store, id, held);
  const guesses = signInGuesses(passwordGuesses(now, await gate("password")), await gate("account"), now);
  const signing = signingIn({ users, sessions, cookie, guesses });
  const first = firstUser(users, now);
  const admit = admission({
    users,
    sessions,
    tokens,
    cookie,
    demo,
    guesses: passwordGuesses(now, await gate("token")),
  });
  const operations = [...signInOperations({ users, sessions, cookie, signing, first }), ...meOperations()];
  const router = Router().use("/api", ownPagesOnly(publicUrl)).use(apiRouter(operations, admit));
  const { secret } = first;
  return { admit, router, ...(secret === undefined ? {} : { firstLink: signInUrl(publicUrl, "first", secret) }) };
}
