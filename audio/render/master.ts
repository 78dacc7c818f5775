import { highPass } from "../measure/filters.ts";
import { loudness } from "../measure/loudness.ts";
import { telephoneRate } from "../../src/audio/wav.ts";
import { compressed, fromDecibels, limited } from "./dynamics.ts";
import { filteredLoop, thinned } from "./filters.ts";
import { studioRate } from "./fluidsynth.ts";

/**
 * How music is made ready for the line. Loudness in LUFS is three under a clear speaker's, so that announcements need no
 * shouting; the ceiling in dBFS leaves room for peaks between samples and for codecs; corners in Hz are a little outside
 * what a telephone carries.
 */
export const mastering = {
  loudness: -22,
  lowPass: 3450,
  highPass: 270,
  ceiling: -5.5,
  reach: 40,
  into: -20,
  compressor: { threshold: -24, ratio: 2.5, knee: 8, attack: 0.015, release: 0.25 },
} as const;

/** From the studio's rate to the telephone's, with a fourth-order Butterworth high-pass. */
export function overTelephone(loop: Float64Array): Float64Array {
  const thin = thinned(loop, studioRate / telephoneRate, mastering.lowPass / studioRate);
  return [0.5412, 1.3066].reduce(
    (band, quality) => filteredLoop(band, highPass(mastering.highPass, quality, telephoneRate)),
    thin,
  );
}

/** The samples at a loudness in LUFS. */
export function atLoudness(samples: Float64Array, target: number): Float64Array {
  const gain = fromDecibels(target - loudness(samples, telephoneRate));
  return samples.map((value) => value * gain);
}

/** Masters a mix at the telephone's rate: evened out, at the loudness of every other piece, its peaks held. */
export function mastered(mix: Float64Array): Float64Array {
  const even = compressed(atLoudness(mix, mastering.into), telephoneRate, mastering.compressor);
  const ceiling = fromDecibels(mastering.ceiling);
  // Holding peaks costs a little loudness; the second and third time round make up for it.
  return [1, 2, 3].reduce((loop) => limited(atLoudness(loop, mastering.loudness), ceiling, mastering.reach), even);
}
