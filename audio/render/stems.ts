import type { Instrument } from "./instruments.ts";
import { midiOf } from "./midi.ts";
import { notesOf } from "./notes.ts";
import { phraseSeconds, type Score } from "./score.ts";
import type { Part } from "./written.ts";

/** One instrument in one part of a piece: what it plays as MIDI, and its loudness against the melody in LU. */
export type Stem = {
  readonly part: Part;
  readonly instrument: Instrument;
  readonly balance: number;
  readonly midi: Buffer;
};

/** How loud each part is against the melody, in LU in the telephone's band. */
const balance: Readonly<Record<Part, number>> = { melody: 0, answer: -6, broken: -8, bass: -12 };

/** Seconds for the last notes to die away in; in a loop they ring into its beginning. */
const tail = 5;

/** Every instrument of a piece by part, in the order in which they first play. */
export function stemsOf(score: Score): Stem[] {
  const notes = notesOf(score);
  const seconds = secondsOf(score) + tail;
  const names = new Set(notes.map(({ part, instrument }) => `${part} ${instrument}`));
  return [...names].flatMap((name) => {
    const own = notes.filter(({ part, instrument }) => `${part} ${instrument}` === name);
    const [first] = own;
    if (!first) return [];
    const { part, instrument } = first;
    return [{ part, instrument, balance: balance[part], midi: midiOf(instrument, own, seconds) }];
  });
}

/** Seconds that a piece lasts, without its tail. */
export function secondsOf(score: Score): number {
  return score.phrases.reduce((sum, phrase) => sum + phraseSeconds(phrase, score), 0);
}
