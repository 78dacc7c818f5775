import { chord, pitch, type Chord } from "./chords.ts";
import { seeded } from "./random.ts";
import { bars, phraseSeconds, unitsInBar, type Instrument, type Phrase, type Score } from "./score.ts";

/** Who plays a note; each part is balanced by its measured loudness. */
export type Part = "melody" | "broken" | "bass";

/** One note to be struck: times in seconds from the start of the piece, `key` in MIDI numbers, `strength` in 0–1. */
export type Note = {
  readonly part: Part;
  readonly instrument: Instrument;
  readonly at: number;
  readonly lasts: number;
  readonly key: number;
  readonly strength: number;
};

/** A note as the page has it: times in units from the start of its phrase. */
type Written = Omit<Note, "at" | "lasts"> & { readonly unit: number; readonly units: number };

/** Reads a score into the notes of one pass, in seconds; throws where a bar does not add up. */
export function notesOf(score: Score): Note[] {
  const random = seeded(score.seed);
  let start = 0;
  return score.phrases.flatMap((phrase) => {
    const chords = bars(phrase.chords).map((names) => names.map(chord));
    const written = [...melody(phrase, chords.length), ...broken(phrase, chords), ...bass(chords)];
    const notes = written.map(({ unit, units, ...note }) => ({
      ...note,
      // Nobody plays like a clock, but nobody is early either: a phrase may be cut just before its first beat.
      at: start + unit * score.unitSeconds + 0.004 + 0.01 * random(),
      lasts: units * score.unitSeconds,
      strength: note.strength * swell(unit / (chords.length * unitsInBar)) * (0.94 + 0.12 * random()),
    }));
    start += phraseSeconds(phrase, score);
    return notes;
  });
}

/** Grows towards two thirds of a phrase and eases off after it. */
function swell(through: number): number {
  return 0.86 + 0.14 * Math.sin(Math.PI * through ** 1.7);
}

function melody(phrase: Phrase, length: number): Written[] {
  const lines = bars(phrase.melody);
  if (lines.length !== length)
    throw new Error(`${phrase.name}: ${lines.length} bars of melody over ${length} of chords`);
  return lines.flatMap((words, bar) => {
    let unit = 0;
    const notes = words.flatMap((word): Written[] => {
      const [name = "", length = ""] = word.split(":");
      const units = Number(length);
      const at = bar * unitsInBar + unit;
      const strength = unit === 0 ? 0.8 : unit === 3 ? 0.74 : 0.66;
      unit += units;
      if (name === "r") return [];
      return [{ part: "melody", instrument: phrase.lead, unit: at, units: units * 0.96, key: pitch(name), strength }];
    });
    if (unit !== unitsInBar) throw new Error(`${phrase.name}, bar ${bar + 1}: ${unit} units`);
    return notes;
  });
}

function broken(phrase: Phrase, chords: readonly (readonly Chord[])[]): Written[] {
  return chords.flatMap((names, bar) => {
    const last = bar === chords.length - 1;
    const pattern = last ? phrase.breath : (phrase.patterns[bar % phrase.patterns.length] ?? "");
    return pattern.split("").flatMap((letter, unit): Written[] => {
      const key = names[Math.floor((unit * names.length) / unitsInBar)]?.tones[Number(letter)];
      if (letter === "." || key === undefined) return [];
      const left = unitsInBar - unit;
      const units = last ? left : Math.min(3, left);
      const strength = (unit === 0 ? 0.62 : 0.54) * (last ? 0.75 : 1);
      return [
        { part: "broken", instrument: phrase.accompaniment, unit: bar * unitsInBar + unit, units, key, strength },
      ];
    });
  });
}

/** The root on the first beat; on the second the next chord's root, or in every other bar the fifth. */
function bass(chords: readonly (readonly Chord[])[]): Written[] {
  let hand = 52;
  return chords.flatMap((names, bar) => {
    const [first, second] = names;
    const last = bar === chords.length - 1;
    const fifth = bar % 2 === 1 && !last && first ? (first.root + 7) % 12 : undefined;
    const roots = [first?.root, second?.root ?? fifth];
    return roots.flatMap((root, half): Written[] => {
      if (root === undefined) return [];
      hand = nearest(root, hand);
      const units = last ? unitsInBar : roots[1] === undefined ? 5.5 : 2.8;
      const unit = bar * unitsInBar + half * 3;
      return [{ part: "bass", instrument: "softBass", unit, units, key: hand, strength: half === 0 ? 0.6 : 0.48 }];
    });
  });
}

/** The key of a pitch class within B2–C4 that is nearest to where the hand is. */
function nearest(root: number, hand: number): number {
  const keys = Array.from({ length: 14 }, (_, step) => 47 + step).filter((key) => key % 12 === root);
  return keys.reduce((best, key) => (Math.abs(key - hand) < Math.abs(best - hand) ? key : best));
}
