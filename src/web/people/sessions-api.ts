import { z } from "zod";
import { operation, type Operation } from "../api/operation.ts";
import { paths } from "../paths.ts";
import { Problem } from "../problem.ts";
import { SessionsView, sessionsView } from "./session-view.ts";
import type { Sessions } from "./sessions.ts";

const tag = "Signing in";

/** One's own sessions: where one is signed in, and the end of that. */
export function sessionOperations(sessions: Sessions): readonly Operation[] {
  return [
    operation({
      id: "listMySessions",
      method: "get",
      path: paths.sessions,
      tag,
      summary: "Where you are signed in, the latest used first.",
      needs: "viewer",
      endings: { 200: { says: "All of them.", body: SessionsView } },
      answer: async ({ who }) => ({ body: sessionsView(await sessions.all(who?.id ?? ""), who) }),
    }),
    operation({
      id: "signOutEverywhere",
      method: "delete",
      path: paths.sessions,
      tag,
      summary: "Ends all your sessions, the one that asks too.",
      needs: "viewer",
      endings: { 204: { says: "Signed out everywhere." } },
      async answer({ who }) {
        await sessions.endAllOf(who?.id ?? "");
        return { status: 204 };
      },
    }),
    operation({
      id: "endMySession",
      method: "delete",
      path: paths.session,
      tag,
      summary: "Ends one of your sessions.",
      needs: "viewer",
      params: z.object({ id: z.string().max(100) }),
      endings: { 204: { says: "Ended." } },
      async answer({ params: { id }, who }) {
        const session = await sessions.get(id);
        if (!session || session.user !== who?.id)
          throw new Problem(404, "There is no such session of yours (any more).");
        await sessions.end([id]);
        return { status: 204 };
      },
    }),
  ];
}
