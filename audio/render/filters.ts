import { filtered, sinc, type Section } from "../measure/filters.ts";

/**
 * Filters over a loop: what rings at its end comes round to its beginning, so that the last sample leads into the first.
 */

/**
 * Takes every `factor`th sample of a loop after a low-pass that is 6 dB down at `cut` (a share of the sample rate): a
 * windowed sinc of `taps` (odd) points.
 */
export function thinned(loop: Float64Array, factor: number, cut: number, taps = 321): Float64Array {
  const half = (taps - 1) / 2;
  const kernel = sinc(cut, taps);
  // The ends are laid on once more outside, so that the inner loop need not wrap round.
  const wrapped = new Float64Array(loop.length + 2 * half);
  wrapped.set(loop.subarray(loop.length - half), 0);
  wrapped.set(loop, half);
  wrapped.set(loop.subarray(0, half), half + loop.length);
  return new Float64Array(loop.length / factor).map((_, k) => {
    let sum = 0;
    for (let i = 0; i < taps; i++) sum += (kernel[i] ?? 0) * (wrapped[k * factor + i] ?? 0);
    return sum;
  });
}

/** Runs a section over a loop that has always been playing: once for it to settle, once to keep. */
export function filteredLoop(loop: Float64Array, section: Section): Float64Array {
  const twice = new Float64Array(2 * loop.length);
  twice.set(loop);
  twice.set(loop, loop.length);
  return filtered(twice, section).subarray(loop.length);
}
