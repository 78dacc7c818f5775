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
