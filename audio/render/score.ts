/** The instruments that come through a telephone well; see instruments.ts for how each is made. */
export type Instrument = "vibraphone" | "celesta" | "electricPiano" | "pluckedString" | "softBass";

/**
 * One phrase of a piece: bars separated by `|`, six units (eighths) a bar.
 * Chords: one or two names a bar. Melody: `pitch:units`, `r` is a rest. Patterns: one letter a unit, `0`–`3` is a chord
 * tone counted from below and `.` strikes nothing; the last bar plays `breath` instead.
 */
export type Phrase = {
  readonly name: string;
  readonly chords: string;
  readonly melody: string;
  readonly patterns: readonly string[];
  readonly breath: string;
  readonly lead: Instrument;
  readonly accompaniment: Instrument;
};

/** A whole piece as data. `unitSeconds` is one eighth; `balance` is loudness of each part against the melody, in LU. */
export type Score = {
  readonly id: string;
  readonly title: string;
  readonly seed: number;
  readonly unitSeconds: number;
  readonly balance: { readonly melody: number; readonly broken: number; readonly bass: number };
  readonly phrases: readonly Phrase[];
};

/** Eighths in a bar: every score here is in 6/8. */
export const unitsInBar = 6;

/** Seconds that one phrase lasts. */
export function phraseSeconds(phrase: Phrase, score: Score): number {
  return bars(phrase.chords).length * unitsInBar * score.unitSeconds;
}

/** The bars of a line of chords or melody, each as its words. */
export function bars(line: string): string[][] {
  return line.split("|").map((bar) => bar.trim().split(/\s+/));
}
