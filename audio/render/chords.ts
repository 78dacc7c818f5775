const naturals: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

const qualities: Readonly<Record<string, readonly number[]>> = {
  add9: [0, 2, 4, 7],
  "6": [0, 4, 7, 9],
  "7": [0, 4, 7, 10],
  "7sus4": [0, 5, 7, 10],
  m6: [0, 3, 7, 9],
  m7: [0, 3, 7, 10],
};

/** A chord: its root as a pitch class (C is 0), and its four tones as MIDI keys from below, all within E4–D#5. */
export type Chord = { readonly root: number; readonly tones: readonly number[] };

/**
 * Reads a chord name; throws on one it does not know. Every tone has one place only, in the octave from E4 (330 Hz, the
 * lowest that a telephone carries whole): so tones that two chords share stay, the others move by a step, and the parts lead
 * themselves.
 */
export function chord(name: string): Chord {
  const { root: letters, quality } = /^(?<root>[A-G][#b]?)(?<quality>.*)$/.exec(name)?.groups ?? {};
  const steps = qualities[quality ?? ""];
  if (letters === undefined || steps === undefined) throw new Error(`No such chord: ${name}`);
  const root = pitchClass(letters);
  const lowest = 64;
  const tones = steps.map((step) => lowest + ((root + step - lowest + 120) % 12));
  return { root, tones: tones.sort((a, b) => a - b) };
}

/** Reads a pitch such as `F#5` as its MIDI key (A4 is 69); throws on what is not one. */
export function pitch(name: string): number {
  const { letters, octave } = /^(?<letters>[A-G][#b]?)(?<octave>\d)$/.exec(name)?.groups ?? {};
  if (letters === undefined) throw new Error(`No such pitch: ${name}`);
  return pitchClass(letters) + 12 * (Number(octave) + 1);
}

function pitchClass(letters: string): number {
  const accidental = letters.endsWith("#") ? 1 : letters.endsWith("b") ? -1 : 0;
  return ((naturals[letters.charAt(0)] ?? 0) + accidental + 12) % 12;
}
