import type { Passage } from "./wire.ts";

/** The passage that is heard at a place in the wait; none: silence. A pressed key lasts no time and is none. */
export function passageAt(passages: readonly Passage[], position: number): Passage | undefined {
  return passages.find(({ at, seconds }) => position >= at && position < at + seconds);
}

/** Where something is first said after a place. */
export function nextWords(passages: readonly Passage[], position: number): number | undefined {
  return passages.find((one) => "text" in one && one.at > position + 0.05)?.at;
}

/** Where the words before a place begin: those that are being said, unless they have only just begun. */
export function wordsBefore(passages: readonly Passage[], position: number): number | undefined {
  return passages.findLast((one) => "text" in one && one.at < position - 1)?.at;
}
