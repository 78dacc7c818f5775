import { Router } from "express";
import type { Logger } from "pino";
import type { Instant, Routing } from "../../routing/routing.ts";
import type { Store } from "../../store/store.ts";
import { openGate, type GateId } from "../../work/gate.ts";
import type { Post } from "../../work/post.ts";
import { docsOperations } from "../api/docs-api.ts";
import { documentOperations } from "../api/document-api.ts";
import type { Admit, Operation } from "../api/operation.ts";
import { Problem } from "../problem.ts";
import { apiRouter, type Note } from "../api/router.ts";
import { guessesOf, guessLimits, passwordGuesses } from "../guesses.ts";
import { oidcBackUrl, signInUrl } from "../paths.ts";
import { admission } from "./admission.ts";
import { auditOperations } from "./audit-api.ts";
import { byOf, noted, type By } from "./audit.ts";
import { sessionCookie } from "./cookie.ts";
import { firstUser } from "./first-user.ts";
import { invitationOperations } from "./invitations-api.ts";
import { openInvitations } from "./invitations.ts";
import { openLinks } from "./links.ts";
import { stoppedTokens } from "./makers.ts";
import { meOperations } from "./me-api.ts";
import { oidcOperations } from "./oidc/api.ts";
import { openOidcDoor } from "./oidc/door.ts";
import type { OidcSettings } from "./oidc/settings.ts";
import { ownPagesOnly } from "./same-site.ts";
import { sessionOperations } from "./sessions-api.ts";
import { openSessions } from "./sessions.ts";
import { signInOperations } from "./sign-in-api.ts";
import { signInGuesses } from "./sign-in-guesses.ts";
import { signingIn } from "./signing-in.ts";
import { openStreams } from "./streams.ts";
import { tokenOperations } from "./tokens-api.ts";
import { openTokens } from "./tokens.ts";
import { userSessionOperations } from "./user-sessions-api.ts";
import { userOperations } from "./users-api.ts";
import { openUsers } from "./users.ts";

export type AccessOptions = {
  readonly store: Store;
  readonly publicUrl: string;
  /** Demo mode: only this machine reaches us, and whoever sits at it is the admin. */
  readonly demo: boolean;
  /** The routing in force. */
  readonly routing: () => Routing;
  readonly post: () => Pick<Post, "send"> | undefined;
  /** The issuer with whose accounts people sign in. Unset: they sign in by a password. */
  readonly oidc?: OidcSettings;
  readonly log: Logger;
  readonly now: () => Instant;
};

/** Sign-ins by the issuer that come to nothing, of one network and of all, before it is asked no more. */
const issuerLimits = { fromOne: 30, fromAll: 300, within: guessLimits.within, forgives: true } as const;

/** Who may do what over the web. */
export type Access = {
  readonly admit: Admit;
  /** To be mounted before all that is under `/api`. */
  readonly router: Router;
  /** Operations behind their addresses: whoever asks is admitted first, changes are in the audit log, and the document has them. */
  readonly routerOf: (operations: readonly Operation[]) => Router;
  /** The link for the first admin; unset: there is a user already. */
  readonly firstLink?: string;
};

/** Opens what is known of users, sessions and tokens. */
export async function openAccess(options: AccessOptions): Promise<Access> {
  const { store, publicUrl, demo, routing, post, oidc, log, now } = options;
  const elsewhere = oidc?.only ? oidc.name : undefined;
  const users = await openUsers(store, now);
  const [sessions, tokens, cookie] = [openSessions(store, now), openTokens(store, now), sessionCookie(publicUrl)];
  const held = { heldFor: guessLimits.within * 1_000, now };
  const gate = (id: GateId) => openGate(store, id, held);
  const guesses = signInGuesses(passwordGuesses(now, await gate("password")), await gate("account"), now);
  const tell = async (by: By, what: string, did?: Readonly<Record<string, unknown>>) => {
    const line = noted(by, now(), { what, ...(did === undefined ? {} : { did }) });
    await store.decide("audit", line.id, () => ({ also: [line], answer: null }));
  };
  const signing = signingIn({ users, sessions, cookie, guesses, tell, elsewhere });
  const door =
    oidc &&
    openOidcDoor({
      settings: oidc,
      publicUrl,
      backUrl: oidcBackUrl(publicUrl),
      users,
      sessions,
      signing,
      tell,
      log,
      now,
      guesses: guessesOf(issuerLimits, await gate("issuer"), now),
    });
  const first = firstUser(users, now);
  const links = openLinks(store, now, elsewhere !== undefined);
  const invitations = openInvitations({ links, publicUrl, routing, post, elsewhere });
  const isRep = (id: string) => Object.hasOwn(routing().reps, id);
  const isStopped = stoppedTokens({ users, tokens });
  const { begun } = openStreams({ store, now });
  const admit = admission({
    users,
    sessions,
    tokens,
    isStopped,
    cookie,
    demo,
    guesses: passwordGuesses(now, await gate("token")),
  });
  const mounted = new Map<string, Operation>();
  let all: readonly Operation[] = [];
  const operations = () => all;

  const note: Note = async (one, request, who, { of = nameIn(request.params), did }) => {
    const said = { what: one.id, ...(of === undefined ? {} : { of }), ...(did === undefined ? {} : { did }) };
    const line = noted(byOf(who, request), now(), said);
    await store.decide("audit", line.id, () => ({ also: [line], answer: null }));
  };

  function kept(): void {
    if (store.condition().state !== "ok")
      throw new Problem(
        503,
        "The disk takes nothing now: whatever was changed may be gone at the next start. Mend the disk, start again, and look.",
      );
  }

  function routerOf(more: readonly Operation[]): Router {
    // Another routing brings the same operations anew.
    for (const one of more) mounted.set(one.id, one);
    all = [...mounted.values()];
    return apiRouter(more, { admit, note, begun, kept });
  }

  const own = routerOf([
    ...signInOperations({ users, signing, first }),
    ...oidcOperations({ door, only: elsewhere !== undefined }),
    ...invitationOperations({ links, sessions, signing }),
    ...meOperations({ operations, users, sessions, signing }),
    ...sessionOperations(sessions),
    ...userOperations({ users, sessions, signing, invitations, isRep, now }),
    ...userSessionOperations({ users, sessions }),
    ...tokenOperations({ tokens, isStopped, now }),
    ...auditOperations({ store, now }),
    ...docsOperations(),
    ...documentOperations({ operations, publicUrl, cookie: cookie.name }),
  ]);
  const { secret } = first;
  return {
    admit,
    routerOf,
    router: Router().use("/api", ownPagesOnly(publicUrl)).use(own),
    ...(secret === undefined ? {} : { firstLink: signInUrl(publicUrl, "first", secret) }),
  };
}

function nameIn(params: Readonly<Record<string, string | readonly string[]>>): string | undefined {
  const { id } = params;
  return typeof id === "string" ? id : undefined;
}
