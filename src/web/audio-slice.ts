import { decodeMuLaw, encodeMuLaw } from "./mulaw.ts";
import { emptyMuLawWav, telephoneRate } from "./wav.ts";

/** Samples over which a cut fades: 5 ms, too short to be heard as a fade and long enough not to click. */
export const fadeSamples = (5 * telephoneRate) / 1000;

/**
 * A WAV of the mu-law samples in [from, to) of a sound: the same bytes, but for a straight fade of 5 ms at a cut. The sound's
 * own start and end are left as they are, since a loop passes over them unbroken.
 */
export function sliceOf(sound: Buffer, from: number, to: number): Buffer {
  const { wav, sound: slice } = emptyMuLawWav(to - from);
  sound.copy(slice, 0, from, to);
  const faded = Math.min(fadeSamples, slice.length);
  for (let i = 0; i < faded; i++) {
    if (from > 0) quieten(slice, i, i / fadeSamples);
    if (to < sound.length) quieten(slice, slice.length - 1 - i, i / fadeSamples);
  }
  return wav;
}

function quieten(sound: Buffer, at: number, gain: number): void {
  sound[at] = encodeMuLaw(decodeMuLaw(sound[at] ?? 0) * gain);
}
