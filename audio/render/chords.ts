const naturals: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

const qualities: Readonly<Record<string, readonly number[]>> = {
  "": [0, 4, 7],
  add9: [0, 2, 4, 7],
  sus2: [0, 2, 7],
  "6": [0, 4, 7, 9],
  maj7: [0, 4, 7, 11],
  "7": [0, 4, 7, 10],
  "7sus4": [0, 5, 7, 10],
  m: [0, 3, 7],
  m6: [0, 3, 7, 9],
  m7: [0, 3, 7, 10],
  m7b5: [0, 3, 6, 10],
  dim7: [0, 3, 6, 9],
};

/** A chord as pitch classes (C is 0): its root, third (or fourth), fifth and bass, and its tones counted upwards from the root. */
export type Chord = {
  readonly name: string;
  readonly root: number;
  readonly third: number;
  readonly fifth: number;
  readonly bass: number;
  readonly classes: readonly number[];
};

/** Reads a chord name such as `Bbmaj7/D`; throws on one it does not know. */
export function chord(name: string): Chord {
  const { letters, quality, under } =
    /^(?<letters>[A-G][#b]?)(?<quality>[^/]*)(\/(?<under>[A-G][#b]?))?$/.exec(name)?.groups ?? {};
  const steps = qualities[quality ?? "?"];
  if (letters === undefined || steps === undefined) throw new Error(`No such chord: ${name}`);
  const root = pitchClass(letters);
  return {
    name,
    root,
    third: (root + (steps.find((step) => step >= 3) ?? 0)) % 12,
    fifth: (root + (steps.find((step) => step >= 6) ?? 0)) % 12,
    bass: under === undefined ? root : pitchClass(under),
    classes: steps.map((step) => (root + step) % 12),
  };
}

/**
 * The chord's tones as MIDI keys within the octave from `lowest`, rising. Every tone has one place only: so tones that two
 * chords share stay where they are, the others move by a step, and the parts lead themselves.
 */
export function voiced({ classes }: Chord, lowest: number): number[] {
  return classes.map((tone) => lowest + ((tone - lowest + 120) % 12)).sort((a, b) => a - b);
}

/** Whether a key is neither at home in a chord nor clear of it: a semitone above one of its tones, or outside it and a semitone below one. */
export function clashes(key: number, { classes }: Chord): boolean {
  const has = (tone: number) => classes.includes((tone + 12) % 12);
  return has((key % 12) - 1) || (has((key % 12) + 1) && !has(key % 12));
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
