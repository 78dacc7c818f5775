import { bassOf } from "./bass.ts";
import { seeded } from "./random.ts";
import { barsIn, phraseSeconds, unitsInBar, type Score } from "./score.ts";
import { brokenOf, lineOf, type Written } from "./written.ts";

/** One note to be struck: times in seconds from the start of the piece. */
export type Note = Omit<Written, "at" | "units"> & { readonly at: number; readonly lasts: number };

/** Reads a score into the notes of one pass, in seconds; throws where a line does not add up. */
export function notesOf(score: Score): Note[] {
  const random = seeded(score.seed);
  let start = 0;
  return score.phrases.flatMap((phrase) => {
    const written = [
      ...lineOf("melody", phrase, score),
      ...lineOf("answer", phrase, score),
      ...brokenOf(phrase, score),
      ...bassOf(phrase, score),
    ];
    const whole = barsIn(phrase) * unitsInBar(score);
    const notes = written.map(({ at, units, ...note }) => ({
      ...note,
      // Nobody plays like a clock, but nobody is early either: a phrase may be cut just before its first beat.
      at: start + at * score.unitSeconds + 0.004 + 0.01 * random(),
      lasts: units * score.unitSeconds,
      strength: note.strength * swell(at / whole) * (0.95 + 0.1 * random()),
    }));
    start += phraseSeconds(phrase, score);
    return notes;
  });
}

/** Grows towards two thirds of a phrase and eases off after it. */
function swell(through: number): number {
  return 0.88 + 0.14 * Math.sin(Math.PI * through ** 1.7);
}
