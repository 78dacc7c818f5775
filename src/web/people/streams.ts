import type { Response } from "express";
import type { Instant } from "../../routing/routing.ts";
import type { Store } from "../../store/store.ts";
import type { Who } from "../api/who.ts";

/** Answers that go on for as long as somebody listens: they end with what they were let in by. */
export type Streams = { readonly begun: (who: Who, response: Response) => void };

type Options = { readonly store: Pick<Store, "watch">; readonly now: () => Instant };

/** Whoever is signed out, disabled, removed or revoked hears nothing more from that instant on; a browser that may asks again by itself. */
export function openStreams({ store, now }: Options): Streams {
  const open = new Map<string, Set<Response>>();
  const isToken = new Set<string>();

  function end(by: string): void {
    for (const response of open.get(by) ?? []) if (isEvents(response)) response.end();
  }

  store.watch("session", (id, session) => {
    if (!session || session.forgetAt <= now()) end(id);
  });
  store.watch("token", (id, token) => {
    if (!token) end(id);
  });
  // With a user the tokens stop that the user has made. It is rare: which they are is found out when they ask again.
  store.watch("user", (_, user) => {
    if (!user || user.disabledAt !== undefined) for (const id of isToken) end(id);
  });

  return {
    begun(who, response) {
      const by = who.session ?? (who.token ? who.id : undefined);
      if (by === undefined) return;
      const its = open.get(by) ?? new Set<Response>();
      open.set(by, its.add(response));
      if (who.token) isToken.add(by);
      response.once("close", () => {
        its.delete(response);
        if (its.size > 0) return;
        open.delete(by);
        isToken.delete(by);
      });
    },
  };
}

function isEvents(response: Response): boolean {
  return String(response.getHeader("Content-Type")).startsWith("text/event-stream");
}
