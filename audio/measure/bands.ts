import { spectrum } from "./spectrum.ts";

/** Bands of a semitone, the twelfth part of an octave, from 100 Hz to 4 kHz: their lower edges in Hz, and the last one's upper. */
export const bandEdges: readonly number[] = Array.from({ length: 65 }, (_, i) => 100 * 2 ** (i / 12)).map((hertz) =>
  Math.min(4000, hertz),
);

/** How much of a recording's power (8 kHz) lies in each band, in dB of the whole, to one decimal; −90 stands for none. */
export function bandLevels(samples: Float64Array): number[] {
  const lines = spectrum(samples);
  const all = lines.reduce((sum, power) => sum + power, 0);
  const perHertz = lines.length / 4000;
  return bandEdges.slice(0, -1).map((low, i) => {
    const [from, to] = [Math.round(low * perHertz), Math.round((bandEdges[i + 1] ?? 4000) * perHertz)];
    const power = lines.subarray(from, Math.max(from + 1, to)).reduce((sum, value) => sum + value, 0);
    return Math.round(10 * Math.max(-90, 10 * Math.log10(power / all))) / 10;
  });
}
