import { filtered, highPass } from "../../audio/measure/filters.ts";
import { levelOf } from "../../audio/measure/level.ts";
import { loudness, truePeak } from "../../audio/measure/loudness.ts";
import { loudnessOf } from "../../audio/measure/rules.ts";
import { seamStep } from "../../audio/measure/seam.ts";
import { decodeMuLaw, encodeMuLaw } from "./mulaw.ts";
import { telephoneRate } from "./wav.ts";
import { evenedOut } from "./even-out.ts";
import { limited } from "./limit.ts";

/** Music as a telephone plays it: mu-law bytes at 8 kHz, and the samples that they stand for. */
export type Mastered = { readonly sound: Uint8Array; readonly samples: Float64Array };

/** So many dB under its loudness the ends of a recording are silence: at the loudness of music on hold, −50 dBFS. */
const silence = 28;

/** Rounds of turning up and limiting before what is reached has to do. */
const mostRounds = 4;

/** The telephone band's lower edge: a fourth-order Butterworth high-pass at 270 Hz, as for the music that Holdfast comes with. */
export function withoutBass(samples: Float64Array): Float64Array {
  return [0.5412, 1.3066].reduce((band, quality) => filtered(band, highPass(270, quality, telephoneRate)), samples);
}

/** Samples whose loudness is given (LUFS), without the silence before and after them, which is so many dB below. */
export function trimmed(samples: Float64Array, loud: number, below = silence): Float64Array {
  const block = telephoneRate / 100;
  const sounds = (from: number) => levelOf(samples.subarray(from, from + block)) >= loud - below;
  let [from, to] = [0, samples.length];
  while (from < to && !sounds(from)) from += block;
  while (to - block > from && !sounds(to - block)) to -= block;
  return samples.subarray(Math.min(from, to), to);
}

function amplified(samples: Float64Array, gain: number): Float64Array {
  return samples.map((value) => value * gain);
}

/** What brings samples to a loudness, in LUFS. */
function gainTo(target: number, samples: Float64Array): number {
  return 10 ** ((target - loudness(samples, telephoneRate)) / 20);
}

/** Samples whose loudness is given (LUFS), turned to another: that of music on hold, unless it is given. */
export function turned(samples: Float64Array, loud: number, target = loudnessOf.instrumental): Float64Array {
  return amplified(samples, 10 ** ((target - loud) / 20));
}

/**
 * Makes band-limited music at about −22 LUFS ready for the line: evened out, at −22 LUFS again, its true peak at −3 dBTP at most, its
 * end led into its beginning, in mu-law. Another loudness may be given.
 */
export function mastered(near: Float64Array, target = loudnessOf.instrumental): Mastered {
  const gainToTarget = (samples: Float64Array) => gainTo(target, samples);
  const even = looped(evenedOut(near, telephoneRate));
  let [gain, ceiling] = [gainToTarget(even), 0.5];
  let done = encoded(limited(amplified(even, gain), ceiling, telephoneRate));
  for (let round = 1; round < mostRounds; round++) {
    const [short, over] = [gainToTarget(done.samples), 10 ** ((truePeak(done.samples) + 3.1) / 20)];
    if (Math.abs(Math.log10(short)) < 0.005 && over <= 1) break;
    gain *= short;
    ceiling = over > 1 ? ceiling / over : ceiling;
    done = encoded(limited(amplified(even, gain), ceiling, telephoneRate));
  }
  return done;
}

/** Fades the ends over 5 ms where they would click when the music comes round. */
function looped(samples: Float64Array): Float64Array {
  if (seamStep(samples, telephoneRate) <= 1) return samples;
  const fade = telephoneRate / 200;
  return samples.map((value, i) => value * Math.min(1, i / fade, (samples.length - 1 - i) / fade));
}

/** Loops, for `from` would ask an iterator for each of millions. */
function encoded(samples: Float64Array): Mastered {
  const sound = new Uint8Array(samples.length);
  const heard = new Float64Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    const byte = encodeMuLaw((samples[i] ?? 0) * 32_768);
    sound[i] = byte;
    heard[i] = decodeMuLaw(byte) / 32_768;
  }
  return { sound, samples: heard };
}
