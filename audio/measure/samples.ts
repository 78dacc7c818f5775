import { decodeMuLaw } from "../../src/web/mulaw.ts";
import { muLawSound } from "../../src/web/wav.ts";

/** The samples of a telephone's WAV file in −1…1; throws on what is not 8 kHz mono mu-law. */
export function samplesOf(wav: Buffer): Float64Array {
  return Float64Array.from(muLawSound(wav), (byte) => decodeMuLaw(byte) / 32_768);
}
