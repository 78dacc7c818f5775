type Words = (issuer: string) => string;

/** Why somebody could not sign in by the issuer, and what to do, by the reason that stands in the page's address. */
export const whys: Readonly<Record<string, Words>> = {
  cancelled: (issuer) => `You turned back at ${issuer}. Sign in whenever you like.`,
  stale: () => "That sign-in took too long, was used before, or was begun in another browser. Begin again here.",
  mismatch: (issuer) =>
    `What ${issuer} answered does not fit this sign-in, so it opened nothing. Begin again; if it comes to this again, tell an admin.`,
  clock: (issuer) =>
    `This server’s clock and that of ${issuer} differ too much. Whoever runs Holdfast can set this server’s clock; then sign in again.`,
  unreachable: (issuer) => `${issuer} does not answer now. Try again in a moment.`,
  unusable: () =>
    "What answers there is no OpenID Connect issuer. Whoever runs Holdfast can check the address in OIDC_ISSUER.",
  client: (issuer) =>
    `${issuer} does not take Holdfast’s word for who it is. Whoever runs Holdfast can check OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.`,
  "no-email": (issuer) =>
    `${issuer} tells no e-mail address of yours. Add one to your account there, or ask whoever runs it to let Holdfast know it.`,
  unverified: (issuer) => `Your e-mail address is not verified at ${issuer}. Verify it there, then sign in again.`,
  unknown: (issuer) =>
    `Nobody here has the e-mail address that you have at ${issuer}. Ask an admin to invite you with it.`,
  linked: (issuer) =>
    `Whoever has your e-mail address here is known by another account at ${issuer}. Ask an admin to unlink that one.`,
  "no-role": (issuer) => `${issuer} gives you no role here any more. Ask whoever runs it.`,
  disabled: () => "Your account here is disabled. Ask an admin to enable it.",
  often: () => "Too many sign-ins have come to nothing. Try again in a quarter of an hour.",
  unset: () => "Nobody signs in by an issuer here. Sign in with your password.",
};

/** The words for a reason; `undefined`: there is none. */
export function wordsFor(reason: string | null, issuer: string): string | undefined {
  return reason !== null && Object.hasOwn(whys, reason) ? whys[reason]?.(issuer) : undefined;
}
