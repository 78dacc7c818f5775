import { isIPv4, isIPv6 } from "node:net";
import type { Instant } from "../routing/routing.ts";
import { newGate, type Gate } from "../work/gate.ts";

/** Wrong passwords that are looked at from one network, and from all that are not known, within so many seconds. */
export const guessLimits = { fromOne: 10, fromAll: 100, within: 15 * 60 } as const;

/** Counts what is tried, passwords or receipts. */
export type Guesses = {
  /**
   * One was tried from an address, right or wrong. `undefined`: it counts; otherwise it must not, right or not, and the same
   * address may try again in so many seconds.
   */
  readonly tried: (address: string, right: boolean) => Promise<number | undefined>;
  /** The same where it takes work to find out whether one is right: it counts as wrong, until `right` is told. */
  readonly before: (address: string) => Promise<number | undefined>;
  readonly right: (address: string) => Promise<void>;
};

/**
 * Whoever guesses from one address is stopped there, and elsewhere the right password comes in as before. Who guesses from many is
 * stopped by what all of them try together; then the right one comes in from where it came in before. `gate` holds what was
 * tried in vain for `guessLimits.within`; without one this process alone knows.
 */
export function passwordGuesses(
  now: () => Instant = Date.now,
  gate: Gate = newGate("password", { heldFor: guessLimits.within * 1_000, now }),
): Guesses {
  return guessesOf({ ...guessLimits, forgives: true }, gate, now);
}

/** How many are tried in vain. `forgives`: a right one wipes out the wrong ones before it, where nobody has a right one to misuse. */
export type GuessLimits = {
  readonly fromOne: number;
  readonly fromAll: number;
  readonly within: number;
  readonly forgives: boolean;
};

/** The same for anything else that can be guessed. */
export function guessesOf(
  { fromOne, fromAll, within, forgives }: GuessLimits,
  gate: Gate,
  now: () => Instant,
): Guesses {
  /** The seconds until fewer than `most` of these count. */
  function waitFor(tried: ReturnType<Gate["tried"]>, most: number): number | undefined {
    const oldest = tried.at(-most);
    if (!oldest || tried.length < most) return undefined;
    return Math.max(1, Math.ceil((oldest.at + within * 1_000 - now()) / 1_000));
  }

  /** The seconds until one from the network is looked at again. What is not looked at counts no further: it would use up what is left for the others. */
  function wait(network: string): number | undefined {
    const lately = gate.tried();
    const here = waitFor(
      lately.filter(({ who }) => who === network),
      fromOne,
    );
    if (here !== undefined || gate.knows(network)) return here;
    return waitFor(
      lately.filter(({ who }) => !gate.knows(who)),
      fromAll,
    );
  }

  return {
    async tried(address, right) {
      const network = networkOf(address);
      const seconds = wait(network);
      if (seconds !== undefined) return seconds;
      await (right ? gate.cameIn(network, forgives) : gate.note(network));
      return undefined;
    },
    async before(address) {
      const network = networkOf(address);
      const seconds = wait(network);
      if (seconds === undefined) await gate.note(network);
      return seconds;
    },
    right: (address) => gate.cameIn(networkOf(address), true),
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
