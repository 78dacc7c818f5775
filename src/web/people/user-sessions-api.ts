import { z } from "zod";
import type { User } from "../../store/people.ts";
import { operation, type Operation } from "../api/operation.ts";
import { paths } from "../paths.ts";
import { Problem } from "../problem.ts";
import { byOf } from "./audit.ts";
import { SessionsView, sessionsView } from "./session-view.ts";
import type { Sessions } from "./sessions.ts";
import type { Users } from "./users.ts";

const tag = "Users";
const name = z.string().max(100);
const params = z.object({ id: name });

type Options = { readonly users: Users; readonly sessions: Sessions };

/** Where users are signed in and by what, and the end of that: for admins. */
export function userSessionOperations({ users, sessions }: Options): readonly Operation[] {
  function known(id: string): string {
    if (users.get(id)) return id;
    throw new Problem(404, "There is no such user (any more).");
  }

  return [
    operation({
      id: "listUserSessions",
      method: "get",
      path: paths.userSessions,
      tag,
      summary: "Where a user is signed in, the latest used first.",
      needs: "admin",
      params,
      endings: { 200: { says: "All of them.", body: SessionsView } },
      answer: async ({ params: { id }, who }) => ({ body: sessionsView(await sessions.all(known(id)), who) }),
    }),
    operation({
      id: "signUserOut",
      method: "delete",
      path: paths.userSessions,
      tag,
      summary: "Ends all sessions of a user.",
      needs: "admin",
      params,
      endings: { 204: { says: "Ended." } },
      async answer({ params: { id } }) {
        await sessions.endAllOf(known(id));
        return { status: 204 };
      },
    }),
    operation({
      id: "endUserSession",
      method: "delete",
      path: paths.userSession,
      tag,
      summary: "Ends one session of a user.",
      needs: "admin",
      params: z.object({ id: name, session: name }),
      endings: { 204: { says: "Ended." } },
      async answer({ params: { id, session } }) {
        const found = await sessions.get(session);
        if (found?.user !== known(id)) throw new Problem(404, "There is no such session of that user (any more).");
        await sessions.end([session]);
        return { status: 204, did: { device: found.device, from: found.from } };
      },
    }),
    operation({
      id: "unlinkUser",
      method: "delete",
      path: paths.userIdentity,
      tag,
      summary:
        "Forgets by which account at the OpenID Connect issuer a user is known, and ends all sessions. The next one with the same verified e-mail takes its place.",
      needs: "admin",
      params,
      audit: "own",
      endings: { 204: { says: "Unlinked." } },
      async answer({ params: { id }, who, request }) {
        const changed = await users.change(known(id), unlinked, byOf(who, request), "unlinkUser");
        if ("why" in changed)
          throw new Problem(
            409,
            "That is the last admin who can sign in, and has no password. Make another one first.",
          );
        await sessions.endAllOf(id);
        return { status: 204 };
      },
    }),
  ];
}

function unlinked(user: User): User {
  const { identity: _, ...rest } = user;
  return rest;
}
