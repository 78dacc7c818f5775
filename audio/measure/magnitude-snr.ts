import { windows } from "./spectrum.ts";

/** 32 ms at 8 kHz, every 16 ms: what the ear takes for one moment. */
const [length, hop] = [256, 128];

/** What is compared, in Hz: the telephone's band and its slopes. */
const [low, high] = [250, 3600];

/** Moments softer than this, in dBFS, are left out: there a codec's own noise is all there is. */
const softest = -50;

/**
 * How much of a sound a codec keeps, in dB: the sizes of its frequencies from moment to moment, against how far the decoded
 * sound's sizes are from them, whatever their phases (to which ears are nearly deaf). Both at 8 kHz, `decoded` already aligned.
 * Per moment of 32 ms it is ten times the logarithm of Σ|X|² over Σ(|X|−|Y|)² in 250–3600 Hz; the answer is the mean over the moments
 * louder than −50 dBFS.
 */
export function magnitudeSnr(sound: Float64Array, decoded: Float64Array): number {
  const [kept, lost] = [momentsOf(sound), momentsOf(decoded)];
  let [sum, count] = [0, 0];
  for (const [i, { level, sizes }] of kept.entries()) {
    const after = lost[i]?.sizes;
    if (!after || level < softest) continue;
    let [signal, error] = [0, 0];
    for (const [line, size] of sizes.entries()) {
      signal += size * size;
      error += (size - (after[line] ?? 0)) ** 2;
    }
    sum += 10 * Math.log10(signal / Math.max(error, signal * 1e-10));
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

function momentsOf(samples: Float64Array) {
  const line = (hertz: number) => Math.round((hertz * length) / 8000);
  const moments: { readonly level: number; readonly sizes: Float64Array }[] = [];
  let from = 0;
  for (const { real, imaginary } of windows(samples, length, hop)) {
    const sizes = new Float64Array(line(high) - line(low) + 1).map((_, i) => {
      return Math.hypot(real[line(low) + i] ?? 0, imaginary[line(low) + i] ?? 0);
    });
    const power = samples.subarray(from, from + length).reduce((sum, value) => sum + value * value, 0) / length;
    moments.push({ level: 10 * Math.log10(power), sizes });
    from += hop;
  }
  return moments;
}

/**
 * Brings a decoded sound into step with the one it was made from: moved by whole samples, at most 100 ms either way, to where
 * four seconds of the two agree best, and cut or filled up to the same length.
 */
export function aligned(sound: Float64Array, decoded: Float64Array): Float64Array {
  const reach = 800;
  const from = Math.max(reach, Math.min(2 * 8000, Math.floor(sound.length / 4)));
  const until = Math.min(from + 4 * 8000, sound.length - reach);
  let [best, delay] = [-Infinity, 0];
  for (let lag = -reach; lag <= reach; lag++) {
    let sum = 0;
    for (let i = from; i < until; i++) sum += (sound[i] ?? 0) * (decoded[i + lag] ?? 0);
    if (sum > best) [best, delay] = [sum, lag];
  }
  return sound.map((_, i) => decoded[i + delay] ?? 0);
}
