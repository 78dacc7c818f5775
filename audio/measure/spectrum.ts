import { fourier } from "./fourier.ts";

/** Points of one transform: at 8 kHz lines are 2 Hz apart, fine enough to tell the two sides of a band's edge. */
const points = 4096;

/** The share of a recording's power between two frequencies in Hz, 0–1, over Hann windows side by side; 0 of silence. */
export function bandShare(samples: Float64Array, rate: number, [low, high]: readonly [number, number]): number {
  let [inside, all] = [0, 0];
  for (const [line, power] of spectrum(samples).entries()) {
    const hertz = (line * rate) / points;
    if (line > 0) all += power;
    if (line > 0 && hertz >= low && hertz <= high) inside += power;
  }
  return all === 0 ? 0 : inside / all;
}

/** The power of a recording by frequency: 2048 lines up to half its rate. What follows the last whole window is left out. */
export function spectrum(samples: Float64Array): Float64Array {
  const sums = new Float64Array(points / 2);
  for (const { real, imaginary } of windows(samples, points, points)) {
    for (let line = 0; line < sums.length; line++) {
      sums[line] = (sums[line] ?? 0) + (real[line] ?? 0) ** 2 + (imaginary[line] ?? 0) ** 2;
    }
  }
  return sums;
}

/**
 * The transforms of Hann windows of `length` samples (a power of two) every `hop`, each overwritten by the next. A recording
 * shorter than one window is filled up with silence.
 */
export function* windows(samples: Float64Array, length: number, hop: number) {
  const shape = new Float64Array(length).map((_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length));
  const transform = fourier(length);
  const [real, imaginary] = [new Float64Array(length), new Float64Array(length)];
  for (let from = 0; from === 0 || from + length <= samples.length; from += hop) {
    for (let i = 0; i < length; i++) real[i] = (samples[from + i] ?? 0) * (shape[i] ?? 0);
    imaginary.fill(0);
    transform(real, imaginary);
    yield { real, imaginary };
  }
}
