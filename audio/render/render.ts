import { encodeMuLaw, decodeMuLaw } from "../../src/web/mulaw.ts";
import { telephoneRate } from "../../src/web/wav.ts";
import { highPass } from "../measure/filters.ts";
import { loudness } from "../measure/loudness.ts";
import { filteredLoop, thinned } from "./filters.ts";
import { play, studioRate } from "./instruments.ts";
import { notesOf, type Note, type Part } from "./notes.ts";
import { phraseSeconds, type Score } from "./score.ts";

/** How loud music waits on the line, in LUFS: three under a clear speaker, so that announcements need no shouting. */
export const targetLoudness = -22;

/** A piece as a telephone plays it: mu-law bytes at 8 kHz, and after which sample each phrase ends. */
export type Rendered = { readonly sound: Uint8Array; readonly phraseEnds: readonly number[] };

const parts: readonly Part[] = ["melody", "broken", "bass"];

/** Renders a score into a seamless loop. The same score gives the same bytes; throws where it does not fill whole samples. */
export function render(score: Score): Rendered {
  const phraseEnds = endsOf(score);
  const samples = phraseEnds.at(-1) ?? 0;
  const notes = notesOf(score).map((note, i) => ({ ...note, seed: score.seed * 4096 + i }));
  const stems = parts.map((part) => {
    const own = notes.filter((note) => note.part === part);
    return atLoudness(overTelephone(stemOf(own, samples)), targetLoudness + score.balance[part]);
  });
  const mix = new Float64Array(samples).map((_, i) => stems.reduce((sum, stem) => sum + (stem[i] ?? 0), 0));
  const sound = Uint8Array.from(atLoudness(mix, targetLoudness), (value) => encodeMuLaw(value * 32_768));
  return { sound, phraseEnds };
}

/** Mu-law bytes as samples in −1…1, for measuring what is really sent. */
export function heard(sound: Uint8Array): Float64Array {
  return Float64Array.from(sound, (byte) => decodeMuLaw(byte) / 32_768);
}

function endsOf(score: Score): number[] {
  let seconds = 0;
  return score.phrases.map((phrase) => {
    seconds += phraseSeconds(phrase, score);
    const end = seconds * telephoneRate;
    if (!Number.isInteger(end)) throw new Error(`${score.id}: phrase ${phrase.name} ends within a sample`);
    return end;
  });
}

/** One part alone, in a small room; what rings past the end of the piece rings into its beginning. */
function stemOf(notes: readonly (Note & { readonly seed: number })[], samples: number): Float64Array {
  const loop = new Float64Array((samples * studioRate) / telephoneRate);
  for (const note of notes) {
    const tone = play(note, note.seed);
    let place = Math.round(note.at * studioRate);
    for (const value of tone) {
      place %= loop.length;
      loop[place] = (loop[place] ?? 0) + value;
      place++;
    }
  }
  return inRoom(loop);
}

/** A few early echoes and no tail: reverberation is what a telephone's codec garbles first. */
function inRoom(loop: Float64Array): Float64Array {
  const echoes = [
    [0.019, 0.1],
    [0.031, -0.08],
    [0.047, 0.06],
  ] as const;
  return echoes.reduce((room, [seconds, level]) => {
    const delay = Math.round(seconds * studioRate);
    return room.map((value, i) => value + level * (loop[i < delay ? i - delay + loop.length : i - delay] ?? 0));
  }, loop);
}

/** From the studio's rate to the telephone's: nothing above 3.5 kHz, and a fourth-order Butterworth high-pass at 270 Hz. */
function overTelephone(loop: Float64Array): Float64Array {
  const thin = thinned(loop, studioRate / telephoneRate, 3500 / studioRate);
  return [0.5412, 1.3066].reduce((band, quality) => filteredLoop(band, highPass(270, quality, telephoneRate)), thin);
}

function atLoudness(samples: Float64Array, target: number): Float64Array {
  const gain = 10 ** ((target - loudness(samples, telephoneRate)) / 20);
  return samples.map((value) => value * gain);
}
