import { z } from "zod";
import { isUrl, set } from "./environment-fields.ts";
import type { OidcSettings } from "./web/people/oidc/settings.ts";

const loopback = ["localhost", "127.0.0.1", "[::1]"];

function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.search + url.hash + url.username !== "") return false;
  return isUrl(text, "https:") || (isUrl(text, "http:") && loopback.includes(url.hostname));
}

const yesOrNo = z.enum(["yes", "no"], "write yes or no").default("no");

/** The variables of OpenID Connect. */
export const oidcVariables = {
  OIDC_ISSUER: set(
    z
      .string()
      .refine(isIssuer, "write the issuer's https address, such as https://login.example.com/office")
      .refine((text) => !text.includes("/.well-known/"), "write the issuer's own address, as its document names it")
      .optional(),
  ),
  OIDC_CLIENT_ID: set(z.string().optional()),
  OIDC_CLIENT_SECRET: set(z.string().optional()),
  OIDC_NAME: set(z.string().max(40, "write a name of at most 40 characters").optional()),
  OIDC_ROLE_CLAIM: set(z.string().optional()),
  OIDC_TRUST_EMAIL: set(yesOrNo),
  OIDC_ONLY: set(yesOrNo),
};

type Given = { readonly [name in keyof typeof oidcVariables]?: z.infer<(typeof oidcVariables)[name]> | undefined };

/** What one of these variables cannot know of another. */
export function* oidcFaults(given: Given): Generator<string> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client } = given;
  if (issuer && !client) yield "OIDC_CLIENT_ID: is missing; the issuer gives one for each application";
  if (issuer) return;
  const names = Object.keys(oidcVariables) as (keyof Given)[];
  const alone = names.find((name) => given[name] !== undefined && given[name] !== "no");
  if (alone) yield `OIDC_ISSUER: is missing; ${alone} is set, and means nothing without it`;
}

/** Unset: nobody signs in by an issuer. */
export function oidcOf(given: Given): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  const { OIDC_NAME: name, OIDC_ROLE_CLAIM: roleClaim, OIDC_TRUST_EMAIL: trusts, OIDC_ONLY: only } = given;
  if (!issuer || !clientId) return undefined;
  return {
    issuer,
    clientId,
    ...(clientSecret && { clientSecret }),
    name: name ?? new URL(issuer).hostname,
    ...(roleClaim && { roleClaim }),
    trustsEmail: trusts === "yes",
    only: only === "yes",
  };
}
