import { roles, type Role } from "../../api/who.ts";
import { Email, PersonName } from "../fields.ts";
import type { OidcSettings } from "./settings.ts";

type Claims = Readonly<Record<string, unknown>>;
type How = Pick<OidcSettings, "roleClaim" | "trustsEmail">;

/** Who somebody is by the issuer's word. `email` unset: it names none that is one. */
export type Person = {
  readonly iss: string;
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  /** The issuer says that the address is the person's own. */
  readonly verified: boolean;
  /** What the issuer says that the person may here. */
  readonly role?: Role;
};

/** What the issuer says of a person, in the token for us and, for what is missing there, where it is asked about people. */
export function personOf(
  token: Claims & { readonly iss: string; readonly sub: string },
  asked: Claims,
  { roleClaim, trustsEmail }: How,
): Person {
  const { iss, sub } = token;
  // Address and whether it is verified are taken from one place: the other may mean another address.
  const about = isAboutEmail(token, trustsEmail) ? token : asked;
  const said = about["email_verified"] ?? trustsEmail;
  const all = { ...asked, ...token };
  const email = Email.safeParse(about["email"]).data;
  const name = PersonName.safeParse(all["name"] ?? all["preferred_username"] ?? email).data;
  const role = roleClaim === undefined ? undefined : roleIn(claimAt(token, roleClaim) ?? claimAt(asked, roleClaim));
  return {
    iss,
    sub,
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    verified: said === true || said === "true",
    ...(role === undefined ? {} : { role }),
  };
}

/** Whether the token leaves something open that the issuer may say where it is asked about people. */
export function leavesOpen(token: Claims, { roleClaim, trustsEmail }: How): boolean {
  return !isAboutEmail(token, trustsEmail) || (roleClaim !== undefined && claimAt(token, roleClaim) === undefined);
}

function isAboutEmail(claims: Claims, trustsEmail: boolean): boolean {
  return claims["email"] !== undefined && (trustsEmail || claims["email_verified"] !== undefined);
}

/** A claim by its whole name, or by a path with dots into what is nested: `realm_access.roles`. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let value: unknown = claims;
  for (const part of name.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Claims)[part];
  }
  return value;
}

/** The role that may most, of those that a claim names. */
function roleIn(claim: unknown): Role | undefined {
  const named: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return roles.findLast((role) => named.includes(role));
}
