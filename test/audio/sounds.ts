import { readFileSync } from "node:fs";
import { samplesOf } from "../../audio/measure/samples.ts";

export const rate = 8000;

/** A pure tone: seconds, frequency in Hz, amplitude in 0–1. */
export function sine(seconds: number, hertz: number, level = 0.5, phase = 0): Float64Array {
  return new Float64Array(Math.round(seconds * rate)).map(
    (_, i) => level * Math.sin((2 * Math.PI * hertz * i) / rate + phase),
  );
}

export function silence(seconds: number): Float64Array {
  return new Float64Array(Math.round(seconds * rate));
}

/** Sounds at once, as long as the first. */
export function together(first: Float64Array, ...others: readonly Float64Array[]): Float64Array {
  return first.map((value, i) => others.reduce((sum, other) => sum + (other[i] ?? 0), value));
}

/** Sounds one after another. */
export function inTurn(...sounds: readonly Float64Array[]): Float64Array {
  return Float64Array.from(sounds.flatMap((sound) => [...sound]));
}

export function louder(sound: Float64Array, decibels: number): Float64Array {
  return sound.map((value) => value * 10 ** (decibels / 20));
}

/** A WAV file beside these tests or among the music. */
export function recorded(file: string): Float64Array {
  return samplesOf(readFileSync(new URL(file, import.meta.url)));
}
