/** A low-pass of linear phase and unit gain, cut off at a share of the sample rate, under a Blackman window. */
export function sinc(cut: number, taps: number): Float64Array {
  const half = (taps - 1) / 2;
  const raw = new Float64Array(taps).map((_, i) => {
    const n = i - half;
    const window = 0.42 + 0.5 * Math.cos((Math.PI * n) / half) + 0.08 * Math.cos((2 * Math.PI * n) / half);
    return window * (n === 0 ? 2 * cut : Math.sin(2 * Math.PI * cut * n) / (Math.PI * n));
  });
  const sum = raw.reduce((total, value) => total + value, 0);
  return raw.map((value) => value / sum);
}

/** The five coefficients of a second-order section, its leading one divided out. */
export type Section = readonly [b0: number, b1: number, b2: number, a1: number, a2: number];

/** A second-order high-pass by the bilinear transform: corner and rate in Hz. */
export function highPass(corner: number, quality: number, rate: number): Section {
  const k = Math.tan((Math.PI * corner) / rate);
  const a0 = 1 + k / quality + k * k;
  return [1 / a0, -2 / a0, 1 / a0, (2 * (k * k - 1)) / a0, (1 - k / quality + k * k) / a0];
}

/** Runs a section over samples, starting from rest. */
export function filtered(samples: Float64Array, [b0, b1, b2, a1, a2]: Section): Float64Array {
  let [first, second] = [0, 0];
  return samples.map((value) => {
    const out = b0 * value + first;
    first = b1 * value - a1 * out + second;
    second = b2 * value - a2 * out;
    return out;
  });
}
