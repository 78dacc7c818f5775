import { decodeMuLaw } from "./mulaw.ts";

/** Columns that a waveform is drawn with. */
const columns = 320;

/** The loudest moment in each of equal parts of a sound (mu-law, 8 kHz), in hundredths of full scale. */
export function waveformOf(sound: Uint8Array): readonly number[] {
  const length = Math.min(columns, sound.length);
  return Array.from({ length }, (_, column) => {
    const [from, to] = [column, column + 1].map((edge) => Math.floor((edge * sound.length) / length));
    let peak = 0;
    for (const byte of sound.subarray(from, to)) peak = Math.max(peak, Math.abs(decodeMuLaw(byte)));
    return Math.round((100 * peak) / 32_768);
  });
}
