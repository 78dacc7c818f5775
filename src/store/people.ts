import type { Instant, RepId } from "../routing/routing.ts";

/** How a password was made unreadable: Argon2id with these costs. They are kept with it, so that they can be raised. */
export type PasswordHash = {
  /** In KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  /** Both in base64url. */
  readonly salt: string;
  readonly hash: string;
};

/** Somebody who may sign in to the pages. */
export type User = {
  readonly id: string;
  readonly name: string;
  /** The name of the account, in small letters: no two users have the same. */
  readonly email: string;
  readonly role: "viewer" | "rep" | "lead" | "admin";
  /** The rep that this is, whose desk it sees. */
  readonly rep?: RepId;
  /** Unset: invited, and not come yet, or known by the issuer alone. */
  readonly password?: PasswordHash;
  /** Who it is at the OpenID Connect issuer. Unset: has not come by it yet. */
  readonly identity?: Identity;
  /** Unset: may sign in. */
  readonly disabledAt?: Instant;
  readonly madeAt: Instant;
};

/** An account at an issuer: `sub` is nobody else's there, ever. `role`: the issuer has said what the user may here. */
export type Identity = { readonly iss: string; readonly sub: string; readonly role?: true };

/** One signing in, known by the hash of its secret. Over at `forgetAt`: the earlier of `endsAt` and 12 hours without use. */
export type Session = {
  readonly id: string;
  readonly user: string;
  readonly madeAt: Instant;
  /** To within some minutes. */
  readonly usedAt: Instant;
  readonly endsAt: Instant;
  /** The address that it was begun from, and the kind of browser. */
  readonly from: string;
  readonly device: string;
  readonly forgetAt: Instant;
};

/** A link that is good once, known by the hash of its secret: with it a user chooses a password. */
export type Link = {
  readonly id: string;
  readonly user: string;
  readonly what: "invitation" | "reset";
  /** Made by whoever sits at the machine. */
  readonly atMachine?: true;
  readonly forgetAt: Instant;
};

/** What a program comes in with, known by the hash of its secret. */
export type Token = {
  readonly id: string;
  readonly name: string;
  /** What of the API it is good for. */
  readonly scopes: readonly string[];
  readonly madeBy: string;
  readonly madeAt: Instant;
  /** To within some minutes. */
  readonly usedAt?: Instant;
  /** Unset: never. */
  readonly expiresAt?: Instant;
};

/** A line of the audit log: who did what, to what, when and from where. */
export type Audit = {
  readonly id: string;
  readonly at: Instant;
  readonly by: { readonly id: string; readonly name: string };
  /** The address that it was asked from. */
  readonly from: string;
  /** The operation, such as `changeUser`. */
  readonly what: string;
  /** What it was done to, where that has a name. */
  readonly of?: string;
  /** What became of it, never with a secret. */
  readonly did?: Readonly<Record<string, unknown>>;
};
