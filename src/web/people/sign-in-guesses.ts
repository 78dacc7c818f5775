import type { Instant } from "../../routing/routing.ts";
import type { Gate } from "../../work/gate.ts";
import { guessLimits, networkOf, type Guesses } from "../guesses.ts";
import { hashOf } from "./secret.ts";

/** Wrong passwords of one account that are looked at within `guessLimits.within`, from where it has not signed in before. */
export const mostOfAnAccount = 20;

/** Counts passwords that are tried, by the address and by the account, whether there is such an account or not. */
export type SignInGuesses = {
  /** One is about to be looked at. Resolves with the seconds to wait where it must not be; it counts as wrong until `right`. */
  readonly before: (address: string, email: string) => Promise<number | undefined>;
  readonly right: (address: string, email: string) => Promise<void>;
};

/** Whoever guesses at an account from many addresses stops it for strangers, and not where its owner has signed in from. */
export function signInGuesses(byAddress: Guesses, accounts: Gate, now: () => Instant): SignInGuesses {
  // Whatever is tried as an account is written down: no more of it than tells it from others.
  const accountOf = (email: string) => hashOf(email).slice(0, 16);
  const placeOf = (address: string, email: string) => `${networkOf(address)} ${accountOf(email)}`;

  return {
    async before(address, email) {
      const wait = await byAddress.before(address);
      if (wait !== undefined || accounts.knows(placeOf(address, email))) return wait;
      const tried = accounts.tried().filter(({ who }) => who === accountOf(email));
      const oldest = tried.at(-mostOfAnAccount);
      if (oldest) return Math.max(1, Math.ceil((oldest.at + guessLimits.within * 1_000 - now()) / 1_000));
      await accounts.note(accountOf(email));
      return undefined;
    },
    async right(address, email) {
      await byAddress.right(address);
      await accounts.cameIn(accountOf(email), true);
      await accounts.cameIn(placeOf(address, email), false);
    },
  };
}
