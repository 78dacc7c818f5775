import { createHash } from "node:crypto";

/** Chance that repeats itself: the same seed gives the same run. */
export type Chance = {
  /** A SID of Twilio's shape: the prefix and 32 hexadecimal digits. */
  sid(prefix: string): string;
  /** A number from 0 up to but not including 1. */
  fraction(): number;
  /** Such a number for a name: the same whatever was drawn before. */
  fractionOf(name: string): number;
};

/** Chance from a seed. */
export function seededChance(seed: number): Chance {
  let count = 0;
  const digestOf = (name: string) => createHash("md5").update(`${seed}/${name}`).digest("hex");
  const digest = (kind: string) => digestOf(`${kind}/${count++}`);
  const fractionIn = (hex: string) => parseInt(hex.slice(0, 12), 16) / 2 ** 48;
  return {
    sid: (prefix) => prefix + digest(prefix),
    fraction: () => fractionIn(digest("fraction")),
    fractionOf: (name) => fractionIn(digestOf(name)),
  };
}
