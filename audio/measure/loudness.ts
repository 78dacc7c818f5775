import { filtered, highPass, sinc, type Section } from "./filters.ts";

/**
 * Integrated loudness of a mono recording in LUFS, by ITU-R BS.1770-4: K-weighting, blocks of 400 ms every 100 ms, gated at
 * −70 LUFS and then at 10 LU below what is left. The silent give −Infinity.
 */
export function loudness(samples: Float64Array, rate: number): number {
  const audible = powersOf(kWeighted(samples, rate), rate, 0.4).filter((power) => inLufs(power) > -70);
  const gate = inLufs(mean(audible)) - 10;
  return inLufs(mean(audible.filter((power) => inLufs(power) > gate)));
}

/** Samples as BS.1770 weights them, for a head that is nearer to high tones than to low ones. */
export function kWeighted(samples: Float64Array, rate: number): Float64Array {
  return filtered(filtered(samples, headShelf(rate)), lowCut(rate));
}

/** The power of blocks that are `seconds` long and begin every 100 ms. */
export function powersOf(samples: Float64Array, rate: number, seconds: number): number[] {
  const [length, hop] = [Math.round(seconds * rate), Math.round(0.1 * rate)];
  const sums = new Float64Array(samples.length + 1);
  for (let i = 0; i < samples.length; i++) sums[i + 1] = (sums[i] ?? 0) + (samples[i] ?? 0) ** 2;
  const blocks = Math.max(0, Math.floor((samples.length - length) / hop) + 1);
  return Array.from({ length: blocks }, (_, block) => {
    const from = block * hop;
    return Math.max(0, (sums[from + length] ?? 0) - (sums[from] ?? 0)) / length;
  });
}

/** The loudness in LUFS of one channel whose weighted power is this. */
export function inLufs(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

/** The mean of values; 0 of none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The highest level between the samples too, in dBTP, by BS.1770-4 annex 2: four points for each sample. */
export function truePeak(samples: Float64Array): number {
  const points = 4;
  const reach = 12;
  const block = 32;
  const kernel = sinc(0.5 / points, 2 * reach * points + 1).map((value) => value * points);
  // No point is higher than this many times the highest sample around it, so that most of a recording need not be looked at.
  const most = Math.max(
    ...Array.from({ length: points }, (_, phase) => {
      return kernel.reduce((sum, value, i) => (i % points === phase ? sum + Math.abs(value) : sum), 0);
    }),
  );
  let highest = 0;
  for (let from = 0; from < samples.length; from += block) {
    const to = Math.min(from + block, samples.length);
    if (highestSample(samples, from - reach, to + reach) * most <= highest) continue;
    for (let at = from; at < to; at++) {
      for (let phase = 0; phase < points; phase++) {
        let sum = 0;
        for (let tap = -reach + 1; tap <= reach; tap++) {
          sum += (samples[at + tap] ?? 0) * (kernel[(reach - tap) * points + phase] ?? 0);
        }
        highest = Math.max(highest, Math.abs(sum));
      }
    }
  }
  return 20 * Math.log10(highest);
}

function highestSample(samples: Float64Array, from: number, to: number): number {
  let highest = 0;
  for (let at = Math.max(0, from); at < Math.min(to, samples.length); at++) {
    highest = Math.max(highest, Math.abs(samples[at] ?? 0));
  }
  return highest;
}

/** BS.1770's first stage, the head: +4 dB above about 1.7 kHz, designed for any rate as the analogue filter it stands for. */
function headShelf(rate: number): Section {
  const quality = 0.7071752369554196;
  const k = Math.tan((Math.PI * 1681.974450955533) / rate);
  const high = 10 ** (3.999843853973347 / 20);
  const middle = high ** 0.4996667741545416;
  const a0 = 1 + k / quality + k * k;
  return [
    (high + (middle * k) / quality + k * k) / a0,
    (2 * (k * k - high)) / a0,
    (high - (middle * k) / quality + k * k) / a0,
    (2 * (k * k - 1)) / a0,
    (1 - k / quality + k * k) / a0,
  ];
}

/** BS.1770's second stage, with its numerator of exactly 1, −2, 1. */
function lowCut(rate: number): Section {
  const [, , , a1, a2] = highPass(38.13547087602444, 0.5003270373238773, rate);
  return [1, -2, 1, a1, a2];
}
