import { isIPv4, isIPv6 } from "node:net";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Wrong passwords that are looked at from one network, and from all that are not known, within so many seconds. */
export const guessLimits = { fromOne: 10, fromAll: 100, within: 15 * 60 } as const;

const mostKnown = 10_000;

/** Counts what is tried, passwords or receipts; a process forgets them. */
export type Guesses = {
  /**
   * One was tried from an address, right or wrong. `undefined`: it counts; otherwise it must not, right or not, and the same
   * address may try again in so many seconds.
   */
  readonly tried: (address: string, right: boolean) => Promise<number | undefined>;
};

/**
 * Whoever guesses from one address is stopped there, and elsewhere the right password comes in as before. Who guesses from many is
 * stopped by what all of them try together; then the right one comes in from where it came in before.
 */
export function passwordGuesses(): Guesses {
  return guessesOf({ ...guessLimits, forgives: true });
}

/** How many are tried in vain. `forgives`: a right one wipes out the wrong ones before it, where nobody has a right one to misuse. */
export type GuessLimits = {
  readonly fromOne: number;
  readonly fromAll: number;
  readonly within: number;
  readonly forgives: boolean;
};

/** The same for anything else that can be guessed. */
export function guessesOf({ fromOne, fromAll, within, forgives }: GuessLimits): Guesses {
  const here = new RateLimiterMemory({ points: fromOne, duration: within });
  const everywhere = new RateLimiterMemory({ points: fromAll, duration: within });
  const known = new Set<string>();

  async function counted(network: string): Promise<void> {
    // A network that is stopped counts no further: it would use up what is left for the others.
    const before = await here.get(network);
    if (before && before.remainingPoints <= 0) throw before;
    if (!known.has(network)) await everywhere.consume("all");
    await here.consume(network);
  }

  return {
    async tried(address, right) {
      const network = networkOf(address);
      try {
        await counted(network);
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1_000);
        throw refused;
      }
      if (!right) return undefined;
      if (!known.has(network)) await everywhere.reward("all");
      await (forgives ? here.delete(network) : here.reward(network));
      if (known.size >= mostKnown) known.clear();
      known.add(network);
      return undefined;
    },
  };
}

/** Whom an address belongs to: one IPv4 address, or the first half of an IPv6 address, of which everybody has the second to choose. */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return "unknown";
  const [before = [], after = []] = plain.split("::").map((half) => half.split(":").filter((group) => group !== ""));
  const between = Array.from({ length: 8 - before.length - after.length }, () => "0");
  const groups = plain.includes("::") ? [...before, ...between, ...after] : before;
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
