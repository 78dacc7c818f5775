import { decodeMuLaw } from "../../src/audio/mulaw.ts";
import { muLawSound } from "../../src/audio/wav.ts";

/** The samples of a telephone's WAV file in −1…1; throws on what is not 8 kHz mono mu-law. */
export function samplesOf(wav: Buffer): Float64Array {
  return Float64Array.from(muLawSound(wav), (byte) => decodeMuLaw(byte) / 32_768);
}
