/** Seconds of the longest run that stays under `floor` (dBFS) in blocks of 10 ms: what a telephone takes for silence. */
export function longestGap(samples: Float64Array, rate: number, floor = -50): number {
  const block = Math.round(rate / 100);
  let [run, longest] = [0, 0];
  for (let from = 0; from < samples.length; from += block) {
    run = levelOf(samples.subarray(from, from + block)) < floor ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest / 100;
}

/** The root-mean-square level of samples in dBFS; −Infinity for none. */
export function levelOf(samples: Float64Array): number {
  const power = samples.reduce((sum, value) => sum + value * value, 0);
  return 10 * Math.log10(power / Math.max(1, samples.length));
}

/** The level in dBFS (dBov) of the loudest stretch of so many seconds, or of the whole where that is shorter. */
export function loudestStretch(samples: Float64Array, rate: number, seconds: number): number {
  const length = Math.min(Math.round(seconds * rate), samples.length);
  let [sum, most] = [0, 0];
  for (const [i, value] of samples.entries()) {
    sum += value * value - (i < length ? 0 : (samples[i - length] ?? 0) ** 2);
    if (i >= length - 1) most = Math.max(most, sum);
  }
  return 10 * Math.log10(most / Math.max(1, length));
}

/** The level in dBFS that only 5 % of blocks of 20 ms stay under: how soft the softest moments are. */
export function softestLevel(samples: Float64Array, rate: number): number {
  const block = Math.round(rate / 50);
  const blocks = Math.floor(samples.length / block);
  const levels = Array.from({ length: blocks }, (_, i) => levelOf(samples.subarray(i * block, (i + 1) * block)));
  return levels.sort((a, b) => a - b)[Math.floor(0.05 * blocks)] ?? -Infinity;
}
