import { samplesASecond, type Interlude, type Track } from "../../src/hold/music.ts";

/** A track whose phrases end at these seconds; the last is its end. */
export function track(id: string, ...phraseEnds: readonly number[]): Track {
  const ends = phraseEnds.map((end) => end * samplesASecond);
  return { id, hash: id, samples: ends.at(-1) ?? 0, phraseEnds: ends, kind: "instrumental" };
}

/** Two minutes in four phrases of half a minute, and forty seconds in four uneven ones. */
export const tide = track("tide", 30, 60, 90, 120);
export const gust = track("gust", 9, 17, 31, 40);
export const tracks = { tide, gust };

/** An ident of four seconds, and beds of ten and twelve. */
export const interludes = [
  interlude("bed-a", "bed", 10),
  interlude("chime", "ident", 4),
  interlude("bed-b", "bed", 12),
];

function interlude(id: string, kind: Interlude["kind"], seconds: number): Interlude {
  return { ...track(id, seconds), kind };
}

/** Seconds as samples. */
export const samples = (seconds: number) => Math.round(seconds * samplesASecond);
