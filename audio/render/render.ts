import { encodeMuLaw } from "../../src/audio/mulaw.ts";
import { telephoneRate } from "../../src/audio/wav.ts";
import { played, studioRate } from "./fluidsynth.ts";
import { atLoudness, mastered, mastering, overTelephone } from "./master.ts";
import { phraseSeconds, type Score } from "./score.ts";
import type { Stem } from "./stems.ts";

/** A piece as a telephone plays it: mu-law bytes at 8 kHz, and after which sample each phrase ends. */
export type Rendered = { readonly sound: Uint8Array; readonly phraseEnds: readonly number[] };

/** Seconds over which what does not loop is let die away. */
const fade = 0.35;

/**
 * Renders a score from its stems. Music to wait with is a seamless loop; beds and idents end. The same stems give the same
 * bytes; throws where a phrase does not fill whole samples.
 */
export function render(score: Score, stems: readonly Stem[]): Rendered {
  const phraseEnds = endsOf(score);
  const samples = phraseEnds.at(-1) ?? 0;
  const parts = stems.map(({ midi, balance }) => {
    const whole = cut(played(midi), (samples * studioRate) / telephoneRate, score.kind === "instrumental");
    return atLoudness(overTelephone(whole), mastering.loudness + balance);
  });
  const mix = new Float64Array(samples).map((_, i) => parts.reduce((sum, part) => sum + (part[i] ?? 0), 0));
  const sound = Uint8Array.from(mastered(mix), (value) => encodeMuLaw(value * 32_768));
  return { sound, phraseEnds };
}

function endsOf(score: Score): number[] {
  let seconds = 0;
  return score.phrases.map((phrase) => {
    seconds += phraseSeconds(phrase, score);
    const end = Math.round(seconds * telephoneRate * 1e6) / 1e6;
    if (!Number.isInteger(end)) throw new Error(`${score.id}: phrase ${phrase.name} ends within a sample`);
    return end;
  });
}

/** Brings what was played to its length: what rings past the end rings into the beginning of a loop, and dies away in any other. */
function cut(sound: Float64Array, length: number, loops: boolean): Float64Array {
  const whole = new Float64Array(length);
  whole.set(sound.subarray(0, length));
  if (loops) {
    for (const [i, value] of sound.subarray(length, 2 * length).entries()) whole[i] = (whole[i] ?? 0) + value;
    return whole;
  }
  const fading = fade * studioRate;
  return whole.map((value, i) =>
    i > length - fading ? value * Math.sin((Math.PI / 2) * ((length - i) / fading)) ** 2 : value,
  );
}
