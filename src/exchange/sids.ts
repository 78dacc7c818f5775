import { createHash } from "node:crypto";

/** Chance that repeats itself: the same seed gives the same run. */
export type Chance = {
  /** A SID of Twilio's shape: the prefix and 32 hexadecimal digits. */
  sid(prefix: string): string;
  /** A number from 0 up to but not including 1. */
  fraction(): number;
};

/** Chance from a seed. */
export function seededChance(seed: number): Chance {
  let count = 0;
  const digest = (kind: string) => createHash("md5").update(`${seed}/${kind}/${count++}`).digest("hex");
  return {
    sid: (prefix) => prefix + digest(prefix),
    fraction: () => parseInt(digest("fraction").slice(0, 12), 16) / 2 ** 48,
  };
}
