import type { User } from "../../../store/people.ts";
import type { Sessions } from "../sessions.ts";
import { isDisabled, type Changed, type Users } from "../users.ts";
import type { Person } from "./claims.ts";
import { SignInRefused } from "./refused.ts";

/** Which user somebody is who comes by the issuer. */
export type Arrivals = {
  /** Throws SignInRefused where it is nobody who may come in. `from`: the address that it is asked from. */
  readonly welcome: (person: Person, from: string) => Promise<User>;
};

type Options = {
  readonly users: Users;
  readonly sessions: Pick<Sessions, "endAllOf">;
  /** The issuer says who may what. */
  readonly mapsRoles: boolean;
};

/**
 * By name at the issuer and not by e-mail, once that is known: an address may be somebody else's there tomorrow. Who comes first is
 * known by an address that the issuer has verified; who has none here is made a user where the issuer names a role.
 */
export function arrivals({ users, sessions, mapsRoles }: Options): Arrivals {
  async function again(user: User, { role }: Person, from: string): Promise<Changed> {
    const byIssuer = user.identity?.role === true;
    if (mapsRoles && byIssuer && role === undefined) throw new SignInRefused("no-role");
    const identity = user.identity && { ...user.identity, role: true as const };
    if (role === undefined || !identity || (role === user.role && byIssuer)) return { user };
    const by = { id: user.id, name: user.name, from };
    const changed = await users.change(user.id, (now) => ({ ...now, role, identity }), by, "takeRoleOfIssuer");
    // Where it would leave nobody who may change anything, it stays as it is.
    if ("why" in changed) return changed.why === "last-admin" ? { user } : changed;
    if (role !== user.role) await sessions.endAllOf(user.id);
    return changed;
  }

  async function first({ iss, sub, email, verified, name, role }: Person, from: string): Promise<Changed> {
    if (email === undefined) throw new SignInRefused("no-email");
    if (!verified) throw new SignInRefused("unverified");
    const user = users.byEmail(email);
    if (user && isDisabled(user)) throw new SignInRefused("disabled");
    if (user) {
      const link = (now: User): User => ({ ...now, identity: { iss, sub } });
      const by = { id: user.id, name: user.name, from };
      return users.change(user.id, link, by, "linkUser", (now) => now.identity?.iss !== iss);
    }
    if (role === undefined) throw new SignInRefused("unknown");
    const identity = { iss, sub, role: true } as const;
    return users.make({ name: name ?? email, email, role, identity }, "issuer", from);
  }

  async function come(person: Person, from: string): Promise<Changed> {
    const known = users.byIdentity(person);
    if (known && isDisabled(known)) throw new SignInRefused("disabled");
    if (known) return again(known, person, from);
    const changed = await first(person, from);
    return "user" in changed ? again(changed.user, person, from) : changed;
  }

  return {
    async welcome(person, from) {
      // Whoever comes twice at once is found by name the second time.
      for (let tries = 0; tries < 2; tries++) {
        const changed = await come(person, from);
        if ("user" in changed) return changed.user;
      }
      throw new SignInRefused("linked");
    },
  };
}
