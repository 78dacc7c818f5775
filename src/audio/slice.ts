import { decodeMuLaw, encodeMuLaw } from "./mulaw.ts";
import { muLawHeader, telephoneRate } from "./wav.ts";

/** Samples over which a cut fades: 5 ms, too short to be heard as a fade and long enough not to click. */
export const fadeSamples = (5 * telephoneRate) / 1000;

/**
 * A WAV of the mu-law samples in [from, to) of a sound, in parts: the same bytes, but for a straight fade of 5 ms at a cut. The
 * sound's own start and end are left as they are, since a loop passes over them unbroken. All but the fades are the sound's own memory.
 */
export function sliceOf(sound: Buffer, from: number, to: number): readonly Buffer[] {
  const samples = to - from;
  const { header, padding } = muLawHeader(samples);
  // Fades that meet are laid over each other.
  const [rise, fall] = [Math.min(from > 0 ? fadeSamples : 0, samples), to < sound.length ? fadeSamples : 0];
  if (rise + fall >= samples) return [header, faded(Buffer.from(sound.subarray(from, to)), rise, fall), padding];
  const opening = faded(Buffer.from(sound.subarray(from, from + rise)), rise, 0);
  const closing = faded(Buffer.from(sound.subarray(to - fall, to)), 0, fall);
  return [Buffer.concat([header, opening]), sound.subarray(from + rise, to - fall), Buffer.concat([closing, padding])];
}

/** Fades what begins within the first `rise` and ends within the last `fall` samples, in place. */
function faded(sound: Buffer, rise: number, fall: number): Buffer {
  for (let i = 0; i < Math.min(rise, sound.length); i++) quieten(sound, i, i / fadeSamples);
  for (let i = 0; i < Math.min(fall, sound.length); i++) quieten(sound, sound.length - 1 - i, i / fadeSamples);
  return sound;
}

function quieten(sound: Buffer, at: number, gain: number): void {
  sound[at] = encodeMuLaw(decodeMuLaw(sound[at] ?? 0) * gain);
}
