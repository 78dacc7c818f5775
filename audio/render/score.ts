import type { Instrument } from "./instruments.ts";

/**
 * One phrase of a piece. In every line bars are separated by `|` and lengths are counted in units.
 * Chords: `name` or `name:units`, a slash names another bass (`D6/F#`). Melody and answer: `pitch:units`, `r` is a rest.
 * Figures are one letter a unit and go round from bar to bar; the last bar plays `breath` instead. Broken chords: `0`–`7` is
 * a chord tone counted upwards from `from`, `.` strikes nothing. Bass: `1` the chord's bass, `5` its fifth, `3` its third,
 * `8` its bass in the other octave, `>` a chord tone that leads to the next bar, `.` lets ring, `-` rests.
 */
export type Phrase = {
  readonly name: string;
  readonly chords: string;
  readonly melody: string;
  readonly lead: Instrument;
  readonly answer?: { readonly on: Instrument; readonly line: string };
  readonly broken: {
    readonly on: Instrument;
    readonly from: string;
    readonly figures: readonly string[];
    readonly breath: string;
  };
  readonly bass: { readonly figures: readonly string[]; readonly breath: string };
};

/** What a piece is for: to wait with, to lie between spoken announcements, or to open one. */
export type Kind = "instrumental" | "bed" | "ident";

/** A whole piece as data. `beats` are the units of each beat of a bar; `seed` is the player's hand. */
export type Score = {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly key: string;
  readonly metre: string;
  readonly beats: readonly number[];
  readonly unitSeconds: number;
  readonly seed: number;
  readonly phrases: readonly Phrase[];
};

/** One word of a line: what is played or meant, from which unit of its bar, for how many units. */
export type Timed = { readonly name: string; readonly unit: number; readonly units: number };

/** Units in one bar of a score. */
export function unitsInBar({ beats }: Score): number {
  return beats.reduce((sum, units) => sum + units, 0);
}

/** Bars in a phrase. */
export function barsIn(phrase: Phrase): number {
  return phrase.chords.split("|").length;
}

/** Seconds that one phrase lasts. */
export function phraseSeconds(phrase: Phrase, score: Score): number {
  return barsIn(phrase) * unitsInBar(score) * score.unitSeconds;
}

/**
 * Reads a line of chords or melody bar by bar; words without a length share their bar equally. Throws, naming the phrase and
 * the bar, where a bar does not add up or the line has not as many bars as the chords.
 */
export function timedBars(line: string, phrase: Phrase, score: Score): readonly (readonly Timed[])[] {
  const whole = unitsInBar(score);
  const bars = line.split("|").map((bar) => bar.trim().split(/\s+/));
  const where = `${score.id}, phrase ${phrase.name}`;
  if (bars.length !== barsIn(phrase)) throw new Error(`${where}: ${bars.length} bars over ${barsIn(phrase)} of chords`);
  return bars.map((words, bar) => {
    let unit = 0;
    const timed = words.map((word) => {
      const [name = "", length] = word.split(":");
      const units = length === undefined ? whole / words.length : Number(length);
      unit += units;
      return { name, unit: unit - units, units };
    });
    if (unit !== whole) throw new Error(`${where}, bar ${bar + 1}: ${unit} units instead of ${whole}`);
    return timed;
  });
}

/** The figure that a bar plays: the breath in the last one. */
export function figureOf(part: Phrase["broken"] | Phrase["bass"], bar: number, phrase: Phrase, score: Score): string {
  const last = bar === barsIn(phrase) - 1;
  const figure = last ? part.breath : (part.figures[bar % part.figures.length] ?? "");
  if (figure.length !== unitsInBar(score))
    throw new Error(`${score.id}, phrase ${phrase.name}: "${figure}" is ${figure.length} units`);
  return figure;
}
