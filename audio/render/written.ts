import { chord, pitch, voiced, type Chord } from "./chords.ts";
import type { Instrument } from "./instruments.ts";
import { figureOf, timedBars, unitsInBar, type Phrase, type Score } from "./score.ts";

/** Who plays a note; each part is balanced by its measured loudness. */
export type Part = "melody" | "answer" | "broken" | "bass";

/** A note as the page has it: times in units from the start of its phrase, `key` in MIDI numbers, `strength` in 0–1. */
export type Written = {
  readonly part: Part;
  readonly instrument: Instrument;
  readonly at: number;
  readonly units: number;
  readonly key: number;
  readonly strength: number;
};

/** A chord in force: from which unit of its phrase, for how many. */
export type ChordInForce = { readonly chord: Chord; readonly at: number; readonly units: number };

/** The chords of a phrase in order. */
export function chordsOf(phrase: Phrase, score: Score): ChordInForce[] {
  return timedBars(phrase.chords, phrase, score).flatMap((bar, place) =>
    bar.map(({ name, unit, units }) => ({ chord: chord(name), at: place * unitsInBar(score) + unit, units })),
  );
}

/** A line of pitches: the melody or its answer. Strong beats are played stronger, and a line grows as it climbs. */
export function lineOf(part: "melody" | "answer", phrase: Phrase, score: Score): Written[] {
  const line = part === "melody" ? phrase.melody : phrase.answer?.line;
  const instrument = part === "melody" ? phrase.lead : phrase.answer?.on;
  if (line === undefined || instrument === undefined) return [];
  return timedBars(line, phrase, score).flatMap((bar, place) =>
    bar.flatMap(({ name, unit, units }): Written[] => {
      if (name === "r") return [];
      const key = pitch(name);
      const strength = 0.62 * accent(unit, score) + 0.006 * (key - 76) + (units > 2 ? 0.03 : 0);
      return [{ part, instrument, at: place * unitsInBar(score) + unit, units: units * 0.97, key, strength }];
    }),
  );
}

/** The chords of a phrase, broken: one tone at a time, each ringing for a while but never into another chord. */
export function brokenOf(phrase: Phrase, score: Score): Written[] {
  const chords = chordsOf(phrase, score);
  const whole = unitsInBar(score);
  const lowest = pitch(phrase.broken.from);
  return timedBars(phrase.chords, phrase, score).flatMap((_, bar, bars) => {
    const last = bar === bars.length - 1;
    return figureOf(phrase.broken, bar, phrase, score)
      .split("")
      .flatMap((letter, unit): Written[] => {
        const at = bar * whole + unit;
        const now = chords.findLast((each) => each.at <= at);
        if (letter === "." || now === undefined) return [];
        const tones = voiced(now.chord, lowest);
        const index = Number(letter);
        const key = (tones[index % tones.length] ?? lowest) + 12 * Math.floor(index / tones.length);
        const left = now.at + now.units - at;
        // What rings at the end is damped before the phrase may be cut.
        const units = last ? 0.94 * left : Math.min(whole / 2, left);
        const strength = 0.55 * accent(unit, score) * (last ? 0.85 : 1);
        return [{ part: "broken", instrument: phrase.broken.on, at, units, key, strength }];
      });
  });
}

/** How much weight a unit of the bar has: its first, the first of another beat, or one between. */
function accent(unit: number, { beats }: Score): number {
  if (unit === 0) return 1.06;
  let start = 0;
  for (const units of beats) {
    if (start === unit) return 1;
    start += units;
  }
  return 0.93;
}
