import { sinc } from "../../audio/measure/filters.ts";
import { telephoneRate } from "./wav.ts";

/** Turns sound of one rate into the telephone's, stretch by stretch; `end` gives what is still in it. */
export type Resampler = {
  readonly push: (samples: Float32Array) => Float64Array;
  readonly end: () => Float64Array;
};

/** Where the low-pass is 6 dB down, in Hz, as for the music that Holdfast comes with. */
const cutOff = 3500;

/** Seconds of sound to either side that go into one sample. */
const reach = 0.005;

/** Rates that no studio uses get the nearest of so many phases; what that adds lies under mu-law's own noise. */
const mostPhases = 512;

/** A windowed-sinc resampler from `rate` to 8 kHz that keeps only what a telephone carries upwards to 3.5 kHz. */
export function resampler(rate: number): Resampler {
  const phases = Math.min(telephoneRate / divisor(rate, telephoneRate), mostPhases);
  const half = Math.ceil(rate * reach);
  const kernels = kernelsOf(rate, phases, half);
  let held = new Float32Array(half);
  /** Samples taken in, samples given out, and the place of the first one held. */
  let [given, made, first] = [0, 0, -half];

  /** Every sample that what is held allows; what none of the next needs is let go. */
  function make(): Float64Array {
    const count = Math.floor(((first + held.length - half - 1) * telephoneRate) / rate) + 1 - made;
    const out = new Float64Array(Math.max(0, count)).map((_, i) => sampleAt(((made + i) * rate) / telephoneRate));
    made += out.length;
    const done = Math.floor((made * rate) / telephoneRate) - half - first;
    const past = Math.min(Math.max(done, 0), held.length);
    held = held.subarray(past);
    first += past;
    return out;
  }

  function sampleAt(time: number): number {
    const step = Math.round(time * phases);
    const kernel = kernels[step % phases] ?? new Float64Array();
    const from = Math.floor(step / phases) - half + 1 - first;
    // Two sums side by side: one alone would wait for itself. A kernel has as many values before a place as after it.
    let even = 0;
    let odd = 0;
    for (let i = 0; i < kernel.length; i += 2) {
      even += (kernel[i] ?? 0) * (held[from + i] ?? 0);
      odd += (kernel[i + 1] ?? 0) * (held[from + i + 1] ?? 0);
    }
    return even + odd;
  }

  function push(samples: Float32Array): Float64Array {
    const next = new Float32Array(held.length + samples.length);
    next.set(held);
    next.set(samples, held.length);
    held = next;
    return make();
  }

  return {
    push(samples) {
      given += samples.length;
      return push(samples);
    },
    end() {
      const left = Math.floor((given * telephoneRate) / rate) - made;
      return push(new Float32Array(half + 2)).subarray(0, Math.max(0, left));
    },
  };
}

/** One kernel for each place between two samples at which a new one can fall. */
function kernelsOf(rate: number, phases: number, half: number): Float64Array[] {
  const cut = Math.min(cutOff, 0.45 * rate) / (rate * phases);
  const all = sinc(cut, 2 * half * phases + 1);
  return Array.from({ length: phases }, (_, phase) =>
    new Float64Array(2 * half).map((_value, i) => phases * (all[(i + 1) * phases - phase] ?? 0)),
  );
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
