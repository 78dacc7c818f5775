import type { Note } from "./notes.ts";
import { seeded } from "./random.ts";
import type { Instrument } from "./score.ts";

/** Samples a second while instruments play; four times the telephone's, so that nothing folds back into what is heard. */
export const studioRate = 32_000;

/** One partial of a struck body: its frequency as a multiple of the note's, its level, and its decay to 1/e in seconds at A4. */
type Partial = readonly [ratio: number, level: number, seconds: number];

/** A body that is struck and rings: `attack` and `damping` in seconds. */
type Body = { readonly partials: readonly Partial[]; readonly attack: number; readonly damping: number };

// A tuned bar's second partial is at four times the first, its third near ten; a celesta's plates ring shorter and brighter.
const bodies = {
  vibraphone: {
    partials: [
      [1, 1, 1.3],
      [4, 0.2, 0.45],
      [9.9, 0.03, 0.1],
    ],
    attack: 0.004,
    damping: 0.13,
  },
  celesta: {
    partials: [
      [1, 1.25, 1],
      [2, 0.15, 0.5],
      [4, 0.26, 0.3],
      [6.3, 0.05, 0.1],
    ],
    attack: 0.003,
    damping: 0.16,
  },
  softBass: {
    partials: [
      [1, 0.8, 0.9],
      [2, 0.8, 0.75],
      [3, 0.42, 0.5],
      [4, 0.2, 0.3],
    ],
    attack: 0.012,
    damping: 0.09,
  },
} as const satisfies Record<string, Body>;

const players: Readonly<Record<Instrument, (note: Note, seed: number) => Float64Array>> = {
  vibraphone: (note) => struck(bodies.vibraphone, note),
  celesta: (note) => struck(bodies.celesta, note),
  softBass: (note) => struck(bodies.softBass, note),
  electricPiano,
  pluckedString,
};

/** Plays one note: mono samples at `studioRate` until it has died away, the same for the same seed. */
export function play(note: Note, seed: number): Float64Array {
  return players[note.instrument](note, seed).map((value) => value * note.strength ** 1.5);
}

/** Sums damped sines, each by the two-term recurrence of a resonator that was hit once. */
function struck({ partials, attack, damping }: Body, note: Note): Float64Array {
  const out = new Float64Array(lengthOf(note, damping));
  const hertz = frequency(note.key);
  for (const [ratio, level, seconds] of partials) {
    const angle = (2 * Math.PI * hertz * ratio) / studioRate;
    const decay = Math.exp(-1 / (seconds * Math.sqrt(440 / hertz) * studioRate));
    const feedback = 2 * decay * Math.cos(angle);
    // A softer stroke is a darker one: the upper partials follow its strength twice.
    let now = decay * Math.sin(angle) * level * (ratio > 1 ? note.strength : 1);
    let before = 0;
    for (let i = 1; i < out.length; i++) {
      out[i] = (out[i] ?? 0) + now;
      [now, before] = [feedback * now - decay * decay * before, now];
    }
  }
  return out.map((value, i) => value * hand(i / studioRate, note, attack, damping));
}

/** Frequency modulation, one to one: the index dies away faster than the tone, as a tine goes from bark to bell. */
function electricPiano(note: Note): Float64Array {
  const step = (2 * Math.PI * frequency(note.key)) / studioRate;
  const ringing = 1.5 * (440 / frequency(note.key)) ** 0.35;
  return new Float64Array(lengthOf(note, 0.08)).map((_, i) => {
    const time = i / studioRate;
    const index = (0.4 + 0.8 * note.strength) * Math.exp(-time / 0.4);
    const tone = Math.sin(step * i + index * Math.sin(step * i));
    return tone * Math.exp(-time / ringing) * hand(time, note, 0.006, 0.08);
  });
}

/** A string in the manner of Karplus and Strong: seeded noise goes round a delay one period long and is softened each time. */
function pluckedString(note: Note, seed: number): Float64Array {
  const period = studioRate / frequency(note.key);
  const whole = Math.floor(period - 0.5);
  const rest = period - 0.5 - whole;
  const string = pluck(whole + 1, seed);
  const loss = 10 ** ((-3 * period) / (4.5 * studioRate));
  let place = 0;
  let last = 0;
  return new Float64Array(lengthOf(note, 0.12)).map((_, i) => {
    const next = (place + 1) % string.length;
    const heard = (string[place] ?? 0) * (1 - rest) + (string[next] ?? 0) * rest;
    string[place] = (loss * (heard + last)) / 2;
    last = heard;
    place = next;
    return heard * hand(i / studioRate, note, 0.004, 0.12);
  });
}

/** The shape that the finger leaves: smoothed noise without what a pluck at a quarter of the string cannot excite, at unit power. */
function pluck(length: number, seed: number): Float64Array {
  const random = seeded(seed);
  let smooth = 0;
  const noise = new Float64Array(length).map(() => (smooth += 0.35 * (2 * random() - 1 - smooth)));
  const from = Math.round(length / 4);
  const shape = noise.map((value, i) => value - (noise[(i + from) % length] ?? 0));
  const power = shape.reduce((sum, value) => sum + value * value, 0) / length;
  return shape.map((value) => value / (2 * Math.sqrt(power)));
}

/** How the hand lets a note speak and stops it: a raised cosine at its start, damped from its written end. */
function hand(time: number, note: Note, attack: number, damping: number): number {
  const rise = time < attack ? 0.5 - 0.5 * Math.cos((Math.PI * time) / attack) : 1;
  return time > note.lasts ? rise * Math.exp((note.lasts - time) / damping) : rise;
}

/** Samples until a damped note is 60 dB down. */
function lengthOf(note: Note, damping: number): number {
  return Math.round((note.lasts + 7 * damping) * studioRate);
}

function frequency(key: number): number {
  return 440 * 2 ** ((key - 69) / 12);
}
