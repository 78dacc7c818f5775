import type { Request } from "express";
import type { Instant } from "../../routing/routing.ts";
import type { Session } from "../../store/people.ts";
import type { Alongside, Store } from "../../store/store.ts";
import { deviceOf } from "./device.ts";
import { hashOf, newSecret } from "./secret.ts";

const minute = 60_000;
/** A session ends after so long without use, and after so long in any case, in milliseconds. */
export const sessionLimits = { idle: 12 * 60 * minute, whole: 30 * 24 * 60 * minute } as const;
/** Not every request is worth a write: that a session is used is noted once in so long. */
const notedAfter = 5 * minute;

/** Who is signed in, and on what. */
export type Sessions = {
  /** Signs a user in. The secret is new each time, and whatever session the request came with is over. */
  readonly begin: (user: string, request: Request, before?: string) => Promise<{ readonly secret: string }>;
  /** The session of a secret, which is in use now; undefined: there is none, or it is over. */
  readonly use: (secret: string) => Promise<Session | undefined>;
  /** All that are on, or those of one user, the latest first. */
  readonly all: (user?: string) => Promise<readonly Session[]>;
  readonly get: (id: string) => Promise<Session | undefined>;
  readonly end: (ids: readonly string[]) => Promise<void>;
  /** Ends all of a user's sessions but one. */
  readonly endAllOf: (user: string, but?: string) => Promise<void>;
};

export function openSessions(store: Store, now: () => Instant): Sessions {
  const isOn = ({ forgetAt }: Session) => forgetAt > now();
  const all = async (user?: string) =>
    (await store.open("session"))
      .filter((one) => isOn(one) && (user === undefined || one.user === user))
      .toSorted((a, b) => b.usedAt - a.usedAt);

  async function get(id: string): Promise<Session | undefined> {
    const session = await store.get("session", id);
    return session && isOn(session) ? session : undefined;
  }

  async function end(ids: readonly string[]): Promise<void> {
    for (const id of ids)
      await store.decide("session", id, (session) => ({ ...(session ? { put: over(session) } : {}), answer: null }));
  }

  return {
    all,
    get,
    end,
    async begin(user, request, before) {
      const secret = newSecret();
      const [id, at] = [hashOf(secret), now()];
      const session: Session = {
        id,
        user,
        madeAt: at,
        usedAt: at,
        endsAt: at + sessionLimits.whole,
        from: request.ip ?? "",
        device: deviceOf(request.get("User-Agent") ?? ""),
        forgetAt: at + sessionLimits.idle,
      };
      await store.decide("session", id, (_, look) => {
        const last = before === undefined ? undefined : look("session", before);
        const also: Alongside[] = last ? [{ kind: "session", id: last.id, put: over(last) }] : [];
        return { put: session, also, answer: null };
      });
      return { secret };
    },
    async use(secret) {
      const session = await get(hashOf(secret));
      const at = now();
      if (!session || at - session.usedAt < notedAfter) return session;
      return store.decide("session", session.id, (kept) => {
        if (!kept || !isOn(kept)) return { answer: undefined };
        const used = { ...kept, usedAt: at, forgetAt: Math.min(at + sessionLimits.idle, kept.endsAt) };
        return { put: used, answer: used };
      });
    },
    async endAllOf(user, but) {
      await end((await all(user)).flatMap(({ id }) => (id === but ? [] : [id])));
    },
  };
}

/** It is not closed, for the archive has nothing to do with it: whoever forgets the others forgets it too. */
function over(session: Session): Session {
  return { ...session, forgetAt: 0 };
}
