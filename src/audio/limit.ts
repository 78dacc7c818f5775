/** How far ahead a peak is seen, and how long the level takes to come back after one, in seconds. */
const [ahead, back] = [0.005, 0.1];

/** Holds every sample under `ceiling` (0–1) by turning down around peaks, smoothly and before they come. */
export function limited(samples: Float64Array, ceiling: number, rate: number): Float64Array {
  const reach = Math.round(ahead * rate);
  const lowest = lowestAround(gainsFor(samples, ceiling, 1 / (back * rate)), reach);
  // A mean over what the lowest spans never exceeds the gain that the peak in its middle needs.
  const at = (i: number) => lowest[Math.min(Math.max(0, i), lowest.length - 1)] ?? 1;
  let sum = 0;
  for (let i = -reach; i < reach; i++) sum += at(i);
  return samples.map((value, i) => {
    sum += at(i + reach);
    const gain = sum / (2 * reach + 1);
    sum -= at(i - reach);
    return value * gain;
  });
}

/** The gain that each sample needs, coming back to 1 by `step` a sample. */
function gainsFor(samples: Float64Array, ceiling: number, step: number): Float64Array {
  let gain = 1;
  return samples.map((value) => {
    gain = Math.min(ceiling / Math.max(Math.abs(value), ceiling), gain + step);
    return gain;
  });
}

/** The lowest of the values within `reach` places to either side: those that may yet be it wait in rising order. */
function lowestAround(values: Float64Array, reach: number): Float64Array {
  const waiting = new Int32Array(values.length);
  let [from, to] = [0, 0];
  const out = new Float64Array(values.length);
  for (let i = 0; i < values.length + reach; i++) {
    if (i < values.length) {
      while (to > from && (values[waiting[to - 1] ?? 0] ?? 1) >= (values[i] ?? 1)) to--;
      waiting[to++] = i;
    }
    const middle = i - reach;
    if (middle < 0) continue;
    while ((waiting[from] ?? 0) < middle - reach) from++;
    out[middle] = values[waiting[from] ?? 0] ?? 1;
  }
  return out;
}
