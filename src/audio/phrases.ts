import { telephoneRate } from "./wav.ts";

/** The shortest and the longest phrase, in seconds. */
const [shortest, longest] = [20, 40];

/** Samples over which a moment's level is taken: 50 ms, every 10. */
const [moment, step] = [telephoneRate / 20, telephoneRate / 100];

/**
 * Cuts music into phrases at its own quietest moments: the sample offsets after which each ends, the last its length. Phrases
 * last 20–40 s; music that is shorter is one.
 */
export function phraseEndsOf(samples: Float64Array): number[] {
  const ends: number[] = [];
  const quietest = quietestMoments(samples);
  let from = 0;
  while (samples.length - from > longest * telephoneRate) {
    const first = from + shortest * telephoneRate;
    // The last phrase must not be too short either.
    const last = Math.min(from + longest * telephoneRate, samples.length - shortest * telephoneRate);
    from = quietest(first, last);
    ends.push(from);
  }
  return [...ends, samples.length];
}

/** The middle of the quietest moment between two places, the first of several. */
function quietestMoments(samples: Float64Array): (from: number, to: number) => number {
  const sums = new Float64Array(samples.length + 1);
  for (let i = 0; i < samples.length; i++) sums[i + 1] = (sums[i] ?? 0) + (samples[i] ?? 0) ** 2;
  const half = moment / 2;
  return (from, to) => {
    let [best, least] = [from, Infinity];
    for (let at = from; at <= to; at += step) {
      const power = (sums[Math.min(at + half, samples.length)] ?? 0) - (sums[Math.max(at - half, 0)] ?? 0);
      if (power < least) [best, least] = [at, power];
    }
    return best;
  };
}
