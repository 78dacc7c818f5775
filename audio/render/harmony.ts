import { clashes } from "./chords.ts";
import type { Score } from "./score.ts";
import { chordsOf, lineOf, type Written } from "./written.ts";

/** A stretch of melody that rubs against its chord: in which phrase, from which unit, for how many units. */
export type Clash = { readonly phrase: string; readonly at: number; readonly units: number; readonly key: number };

/** How long the melody of a piece sounds, and where in that time it is a semitone from a chord tone; in units. */
export function frictionOf(score: Score): { readonly sounding: number; readonly clashing: readonly Clash[] } {
  const phrases = score.phrases.map((phrase) => {
    const chords = chordsOf(phrase, score);
    const melody = lineOf("melody", phrase, score).map(wholeUnits);
    const clashing = melody.flatMap((note) =>
      chords.flatMap(({ chord, at, units }): Clash[] => {
        const shared = Math.min(note.at + note.units, at + units) - Math.max(note.at, at);
        if (shared <= 0 || !clashes(note.key, chord)) return [];
        return [{ phrase: phrase.name, at: Math.max(note.at, at), units: shared, key: note.key }];
      }),
    );
    return { sounding: melody.reduce((sum, { units }) => sum + units, 0), clashing };
  });
  return {
    sounding: phrases.reduce((sum, { sounding }) => sum + sounding, 0),
    clashing: phrases.flatMap(({ clashing }) => clashing),
  };
}

/** A note as long as it is written, not as it is played. */
function wholeUnits(note: Written): Written {
  return { ...note, units: Math.round(note.units / 0.97) };
}
