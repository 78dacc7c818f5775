import type { Instant } from "../../routing/routing.ts";
import type { Token } from "../../store/people.ts";
import type { Store } from "../../store/store.ts";
import { noted, type By } from "./audit.ts";
import { hashOf, newSecret } from "./secret.ts";

/** That a token is used is noted once in so long, in milliseconds. */
const notedAfter = 5 * 60_000;

/** What programs come in with. */
export type Tokens = {
  /** The secret is shown this once. */
  readonly make: (
    said: Pick<Token, "name" | "scopes" | "expiresAt">,
    by: By,
  ) => Promise<{ readonly token: Token; readonly secret: string }>;
  /** The token of a secret, which is in use now; undefined: there is none, or its time is over. */
  readonly use: (secret: string) => Promise<Token | undefined>;
  readonly get: (id: string) => Promise<Token | undefined>;
  readonly all: () => Promise<readonly Token[]>;
  /** Whether there was one to revoke. */
  readonly revoke: (id: string, by: By) => Promise<boolean>;
};

/** A secret that is seen to be a token of ours, where it is found in a place that it should not be in. */
export function newTokenSecret(): string {
  return `hf_${newSecret()}`;
}

export function openTokens(store: Store, now: () => Instant): Tokens {
  return {
    async make(said, by) {
      const secret = newTokenSecret();
      const token: Token = { ...said, id: hashOf(secret), madeBy: by.id, madeAt: now() };
      const { name, scopes } = said;
      await store.decide("token", token.id, () => ({
        put: token,
        also: [noted(by, now(), { what: "makeToken", of: token.id, did: { name, scopes } })],
        answer: null,
      }));
      return { token, secret };
    },
    async use(secret) {
      const token = await store.get("token", hashOf(secret));
      const at = now();
      if (!token || (token.expiresAt ?? Infinity) <= at) return undefined;
      if (at - (token.usedAt ?? 0) < notedAfter) return token;
      return store.decide("token", token.id, (kept) =>
        kept ? { put: { ...kept, usedAt: at }, answer: kept } : { answer: undefined },
      );
    },
    get: (id) => store.get("token", id),
    all: async () => (await store.open("token")).toSorted((a, b) => b.madeAt - a.madeAt),
    revoke: (id, by) =>
      store.decide("token", id, (token) => {
        if (!token) return { answer: false };
        const did = { name: token.name };
        return { close: token, also: [noted(by, now(), { what: "revokeToken", of: id, did })], answer: true };
      }),
  };
}
