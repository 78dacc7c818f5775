import type { Recording } from "./music.ts";

/** Somebody who speaks: syllables of a voice, four a second, with a second of silence before and after. */
export function spoken(seconds: number, level = 0.2): Recording {
  const rate = 16_000;
  const samples = Float64Array.from({ length: Math.round((seconds + 2) * rate) }, (_, at) => {
    const time = at / rate - 1;
    if (time < 0 || time > seconds) return 0;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * time)) ** 0.5;
    const voice = [1, 2, 3, 4, 5, 6].reduce((sum, part) => sum + Math.sin(2 * Math.PI * 140 * part * time) / part, 0);
    return Math.max(-1, Math.min(1, level * syllable * voice));
  });
  return { rate, channels: [samples] };
}
