import { timingSafeEqual } from "node:crypto";
import type { Instant } from "../../routing/routing.ts";
import { hashOf, newSecret } from "./secret.ts";
import type { Users } from "./users.ts";

const goodFor = 24 * 3_600_000;

/** The way in for the first admin: a secret that this process alone knows, good for 24 hours, until there is a user. */
export type FirstUser = {
  /** Unset: there is a user already. */
  readonly secret?: string;
  readonly admits: (secret: string) => boolean;
};

/** Makes the secret anew at each start, and writes it nowhere. */
export function firstUser(users: Users, now: () => Instant): FirstUser {
  if (users.all().length > 0) return { admits: () => false };
  const [secret, until] = [newSecret(), now() + goodFor];
  const expected = Buffer.from(hashOf(secret));
  return {
    secret,
    admits: (given) =>
      now() < until && users.all().length === 0 && timingSafeEqual(Buffer.from(hashOf(given)), expected),
  };
}
