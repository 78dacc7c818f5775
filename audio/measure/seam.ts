/** Milliseconds on either side of the seam whose steps it is held against. */
const nearby = 100;

/**
 * How a recording leads from its last sample to its first when it is played round and round: that step over the largest step that it
 * takes within 100 ms of the seam. Up to 1 the seam is like any other place; well above it a click is heard.
 */
export function seamStep(samples: Float64Array, rate: number): number {
  const reach = Math.min(Math.round((nearby * rate) / 1000), samples.length - 1);
  const seam = Math.abs((samples[0] ?? 0) - (samples.at(-1) ?? 0));
  let largest = 0;
  for (let i = 1; i <= reach; i++) {
    const after = Math.abs((samples[i] ?? 0) - (samples[i - 1] ?? 0));
    const before = Math.abs((samples.at(-i) ?? 0) - (samples.at(-i - 1) ?? 0));
    largest = Math.max(largest, after, before);
  }
  return seam === 0 ? 0 : seam / largest;
}
