/**
 * Why somebody could not sign in by the issuer; the sign-in page has the words for each.
 *
 * `cancelled`: turned back at the issuer; `stale`: begun in another browser, too long ago, or used already; `mismatch`: the answer is
 * none to what was asked; `clock`: it is of another time than ours; `unreachable`: the issuer does not answer; `unusable`: what it
 * answers is not what an issuer does; `client`: it does not take us for the client that we say we are; `no-email`, `unverified`: it
 * vouches for no e-mail address; `unknown`: nobody here has that address; `linked`: who has it here is another of its accounts;
 * `no-role`: it says no more that the person has a role here; `often`: too many tries; `unset`: there is no issuer.
 */
export const reasons = [
  "cancelled",
  "stale",
  "mismatch",
  "clock",
  "unreachable",
  "unusable",
  "client",
  "no-email",
  "unverified",
  "unknown",
  "linked",
  "no-role",
  "disabled",
  "often",
  "unset",
] as const;
export type Reason = (typeof reasons)[number];

/** Somebody could not sign in by the issuer. `cause` is for the log alone. */
export class SignInRefused extends Error {
  readonly why: Reason;
  constructor(why: Reason, options: ErrorOptions = {}) {
    super(`signing in by the issuer was refused: ${why}`, options);
    this.name = "SignInRefused";
    this.why = why;
  }
}
