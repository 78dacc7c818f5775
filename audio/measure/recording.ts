import { flatTops } from "./clipping.ts";
import { dtmfDigits, type Digit } from "./dtmf.ts";
import { longestGap, loudestStretch, softestLevel } from "./level.ts";
import { loudnessRange } from "./loudness-range.ts";
import { loudness, truePeak } from "./loudness.ts";
import { seamStep } from "./seam.ts";
import { bandShare } from "./spectrum.ts";
import { speechShare, type Speech } from "./speech.ts";
import { longestTone, machineTones } from "./tones.ts";

/** The frequencies that a telephone carries, in Hz. */
export const telephoneBand = [300, 3400] as const;

/** Everything that is measured of a recording at 8 kHz. */
export type Figures = {
  readonly seconds: number;
  /** Integrated loudness in LUFS; −Infinity of silence. */
  readonly loudness: number;
  /** Loudness range in LU. */
  readonly range: number;
  /** True peak in dBTP. */
  readonly truePeak: number;
  /** Level of the loudest 3 s in dBov. */
  readonly loudest: number;
  /** Level in dBFS that 5 % of the time is under. */
  readonly softest: number;
  /** Share of power in 300–3400 Hz, 0–1. */
  readonly bandShare: number;
  /** Longest stretch under −50 dBFS, in seconds. */
  readonly gap: number;
  /** The step from the last sample to the first over the largest near it. */
  readonly seam: number;
  /** Places that were cut flat, each second. */
  readonly flatTops: number;
  readonly digits: readonly Digit[];
  /** Machines' tones and for how many seconds each is held, where that is long enough to be believed. */
  readonly tones: readonly { readonly name: string; readonly seconds: number }[];
  readonly speech: Speech;
};

/** Seconds after which a fax, a modem or an echo canceller may believe a tone. */
const believed = 0.2;

/**
 * Measures a recording: samples in −1…1 at 8 kHz. A minute of it takes about three seconds, half of them for speech, which may
 * be listened for elsewhere and handed in.
 */
export function measureRecording(samples: Float64Array, speech: Speech = speechShare(samples)): Figures {
  const rate = 8000;
  const tones = machineTones.map((tone) => ({ name: tone.name, seconds: longestTone(samples, rate, tone) }));
  return {
    seconds: samples.length / rate,
    loudness: loudness(samples, rate),
    range: loudnessRange(samples, rate),
    truePeak: truePeak(samples),
    loudest: loudestStretch(samples, rate, 3),
    softest: softestLevel(samples, rate),
    bandShare: bandShare(samples, rate, telephoneBand),
    gap: longestGap(samples, rate),
    seam: seamStep(samples, rate),
    flatTops: (flatTops(samples) * rate) / samples.length,
    digits: dtmfDigits(samples, rate),
    tones: tones.filter(({ seconds }) => seconds >= believed),
    speech,
  };
}
