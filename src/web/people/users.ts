import { randomUUID } from "node:crypto";
import type { Instant } from "../../routing/routing.ts";
import type { Identity, User } from "../../store/people.ts";
import type { Store } from "../../store/store.ts";
import { noted, type By } from "./audit.ts";

/** What is said of a user by whoever makes or changes one. */
export type Said = Pick<User, "name" | "email" | "role"> & Partial<Pick<User, "rep" | "identity">>;

/** `taken`: another user has the e-mail; `last-admin`: nobody could change anything any more. */
export type UserFault = "gone" | "taken" | "last-admin" | "changed";
export type Changed = { readonly user: User } | { readonly why: UserFault };

/** Those who make themselves, and the name that this has in the log. */
const selfMade = { first: "makeFirstUser", issuer: "makeUserByIssuer" } as const;

/** Everybody who may sign in. What is decided is durable when it is answered, and in the audit log. */
export type Users = {
  readonly all: () => readonly User[];
  readonly get: (id: string) => User | undefined;
  readonly byEmail: (email: string) => User | undefined;
  readonly byIdentity: (identity: Pick<Identity, "iss" | "sub">) => User | undefined;
  /** `first`: only where there is nobody yet; `issuer`: by its word. Both make themselves. */
  readonly make: (
    said: Said & Pick<User, "password">,
    by: By | keyof typeof selfMade,
    from?: string,
  ) => Promise<Changed>;
  /** `asRead`: whether it is still as whoever changes it has read it. */
  readonly change: (
    id: string,
    change: (user: User) => User,
    by: By,
    what: string,
    asRead?: (user: User) => boolean,
  ) => Promise<Changed>;
  /** The user leaves what is open; the archive keeps who it was, without the password. */
  readonly remove: (id: string, by: By, asRead?: (user: User) => boolean) => Promise<Changed>;
  /** The same password, kept at the costs of today: no line of the log. */
  readonly rehash: (id: string, password: NonNullable<User["password"]>) => Promise<void>;
};

export async function openUsers(store: Store, now: () => Instant): Promise<Users> {
  const users = new Map((await store.open("user")).map((user) => [user.id, user]));
  // A decision is told of in the same instant: what is seen here within a rule is what is decided from.
  store.watch("user", (id, user) => void (user ? users.set(id, user) : users.delete(id)));
  const byEmail = (email: string) => users.values().find((user) => user.email === email);
  const byIdentity = ({ iss, sub }: Pick<Identity, "iss" | "sub">) =>
    users.values().find(({ identity }) => identity?.sub === sub && identity.iss === iss);
  const isLastAdmin = ({ id }: User) => !users.values().some((other) => other.id !== id && canAdminister(other));

  function faultOf(before: User, after: User | undefined): UserFault | undefined {
    const others = after && [byEmail(after.email), after.identity && byIdentity(after.identity)];
    if (others?.some((other) => other && other.id !== before.id)) return "taken";
    if (canAdminister(before) && !(after && canAdminister(after)) && isLastAdmin(before)) return "last-admin";
    return undefined;
  }

  return {
    all: () => [...users.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    get: (id) => users.get(id),
    byEmail,
    byIdentity,
    make(said, by, from = "") {
      const user: User = { ...said, id: randomUUID(), madeAt: now() };
      const maker = typeof by === "string" ? { id: user.id, name: user.name, from } : by;
      return store.decide<"user", Changed>("user", user.id, () => {
        const { name, email, role, rep, identity } = user;
        const taken = byEmail(email) ?? (identity && byIdentity(identity));
        if (taken || (by === "first" && users.size > 0)) return { answer: { why: "taken" } };
        const did = { name, email, role, ...(rep === undefined ? {} : { rep }) };
        const what = typeof by === "string" ? selfMade[by] : "inviteUser";
        return { put: user, also: [noted(maker, now(), { what, of: user.id, did })], answer: { user } };
      });
    },
    change: (id, change, by, what, asRead = () => true) =>
      store.decide<"user", Changed>("user", id, (before) => {
        if (!before) return { answer: { why: "gone" } };
        if (!asRead(before)) return { answer: { why: "changed" } };
        const user = change(before);
        const why = faultOf(before, user);
        if (why) return { answer: { why } };
        return {
          put: user,
          also: [noted(by, now(), { what, of: id, did: difference(before, user) })],
          answer: { user },
        };
      }),
    remove: (id, by, asRead = () => true) =>
      store.decide<"user", Changed>("user", id, (user) => {
        if (!user) return { answer: { why: "gone" } };
        if (!asRead(user)) return { answer: { why: "changed" } };
        const why = faultOf(user, undefined);
        if (why) return { answer: { why } };
        const { password: _, ...known } = user;
        const { name, email } = user;
        return {
          close: known,
          also: [noted(by, now(), { what: "removeUser", of: id, did: { name, email } })],
          answer: { user },
        };
      }),
    async rehash(id, password) {
      await store.decide("user", id, (user) =>
        user ? { put: { ...user, password }, answer: null } : { answer: null },
      );
    },
  };
}

/** Whether a user may not sign in by any way. */
export function isDisabled({ disabledAt }: Pick<User, "disabledAt">): boolean {
  return disabledAt !== undefined;
}

/** An admin who was invited and has not come yet can do nothing, and one who is disabled neither. */
function canAdminister({ role, password, identity, disabledAt }: User): boolean {
  return role === "admin" && disabledAt === undefined && (password !== undefined || identity !== undefined);
}

/** What is new, from what to what; of a password only that it is. */
function difference(before: User, after: User): Readonly<Record<string, unknown>> {
  const names = ["name", "email", "role", "rep"] as const;
  const changed = names.filter((name) => before[name] !== after[name]);
  const linked = ({ identity }: User) => (identity ? `${identity.sub} at ${identity.iss}` : null);
  return {
    ...Object.fromEntries(changed.map((name) => [name, [before[name] ?? null, after[name] ?? null]])),
    ...(isDisabled(before) === isDisabled(after) ? {} : { disabled: [isDisabled(before), isDisabled(after)] }),
    ...(linked(before) === linked(after) ? {} : { linked: [linked(before), linked(after)] }),
    ...(before.password === after.password ? {} : { password: "new" }),
  };
}
