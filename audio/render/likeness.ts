import type { Score } from "./score.ts";
import { lineOf } from "./written.ts";

/**
 * Notes in the longest stretch of melody that two pieces have in common, in whatever key and at whatever speed: the same
 * movements (held, a step, a third or a leap, up or down) with the same longer and shorter.
 */
export function sharedContour(one: Score, other: Score): number {
  const [first, second] = [movementsOf(one), movementsOf(other)];
  let longest = 0;
  // How long the stretches are that end at each place of the second melody, for one place of the first after another.
  let runs = second.map(() => 0);
  for (const movement of first) {
    runs = second.map((another, i) => (another === movement ? (runs[i - 1] ?? 0) + 1 : 0));
    longest = Math.max(longest, ...runs);
  }
  return longest === 0 ? 0 : longest + 1;
}

function movementsOf(score: Score): string[] {
  const notes = score.phrases.flatMap((phrase) => lineOf("melody", phrase, score));
  return notes.slice(1).map((note, i) => {
    const before = notes[i] ?? note;
    const interval = Math.abs(note.key - before.key);
    const size = interval === 0 ? 0 : interval <= 2 ? 1 : interval <= 4 ? 2 : 3;
    return `${size * Math.sign(note.key - before.key)} ${Math.sign(note.units - before.units)}`;
  });
}
