/** Where people sign in who have an account with an OpenID Connect issuer, and by what that issuer knows this server. */
export type OidcSettings = {
  /** The issuer's address as its own document names it. */
  readonly issuer: string;
  readonly clientId: string;
  /** Unset: the issuer asks for none, and PKCE is all. */
  readonly clientSecret?: string;
  /** What stands on the button. */
  readonly name: string;
  /** The claim that says who is viewer, rep, lead or admin; unset: the issuer has no say in that. */
  readonly roleClaim?: string;
  /** An address counts as verified of which the issuer does not say that it is not: it lets nobody choose one freely. */
  readonly trustsEmail: boolean;
  /** Nobody signs in by a password. */
  readonly only: boolean;
};
