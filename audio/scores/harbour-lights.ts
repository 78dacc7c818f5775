import type { Score } from "../render/score.ts";

/**
 * Harbour Lights: a slow boat song in D, form A B A' C. Sixteen bars of 6/8 at 0.3125 s an eighth make each phrase exactly 30 s.
 * A states the tune, B darkens through G minor, A' decorates A, and C comes down in sequence to the dominant, which leads
 * back to A. The last bar of every phrase is a breath: the melody rests and a last broken chord rings.
 */
export const harbourLights: Score = {
  id: "harbour-lights",
  title: "Harbour Lights",
  seed: 1907,
  unitSeconds: 0.3125,
  balance: { melody: 0, broken: -7, bass: -12 },
  phrases: [
    {
      name: "A",
      chords: `Dadd9 | F#m7 | Bm7 | G6 | Em7 | A7 | D6 | A7sus4
        | Dadd9 | F#m7 | Bm7 | E7 | Em7 | A7 | D6 | D6`,
      melody: `A4:2 D5:1 F#5:3 | E5:3 C#5:3 | D5:2 F#5:1 B5:3 | A5:3 G5:3
        | G5:2 F#5:1 E5:3 | C#5:2 E5:1 G5:3 | F#5:4 E5:1 D5:1 | E5:5 r:1
        | A4:2 D5:1 F#5:3 | A5:3 E5:3 | D5:2 F#5:1 B5:3 | B5:2 A5:1 G#5:3
        | G5:2 F#5:1 E5:3 | C#5:2 E5:1 G5:2 E5:1 | F#5:2 E5:1 D5:3 | r:6`,
      patterns: ["012321", "012312"],
      breath: "0.2.3.",
      lead: "vibraphone",
      accompaniment: "electricPiano",
    },
    {
      name: "B",
      chords: `G6 | A7 | F#m7 | Bm7 | Em7 | A7 | D6 | D7
        | G6 | Gm6 | Dadd9 | B7 | Em7 | A7sus4 A7 | D6 | D6`,
      melody: `B5:3 G5:2 D5:1 | E5:2 G5:1 A5:3 | A5:3 F#5:2 E5:1 | F#5:4 D5:2
        | E5:2 G5:1 B5:3 | A5:2 G5:1 E5:3 | F#5:2 E5:1 D5:1 E5:1 F#5:1 | A5:5 r:1
        | B5:3 G5:2 D5:1 | Bb5:3 G5:2 E5:1 | A5:3 F#5:2 D5:1 | A5:2 F#5:1 D#5:3
        | E5:2 F#5:1 G5:3 | D5:3 C#5:3 | B4:2 C#5:1 D5:3 | r:6`,
      patterns: ["0.23.1", "0.21.3"],
      breath: "0.2.3.",
      lead: "celesta",
      accompaniment: "pluckedString",
    },
    {
      name: "A'",
      chords: `Dadd9 | F#m7 | Bm7 | G6 | Em7 | A7 | D6 | A7sus4
        | Dadd9 | D7 | G6 | Gm6 | Dadd9 | A7sus4 A7 | D6 | D6`,
      melody: `A4:1 B4:1 D5:1 F#5:3 | E5:2 F#5:1 C#5:3 | D5:1 E5:1 F#5:1 B5:3 | A5:2 B5:1 G5:3
        | G5:2 B5:1 E5:3 | C#5:1 E5:1 G5:1 A5:3 | A5:2 F#5:1 D5:3 | E5:2 D5:1 E5:2 r:1
        | A4:1 B4:1 D5:1 F#5:3 | A5:2 G5:1 F#5:3 | B5:3 G5:2 E5:1 | Bb5:2 A5:1 G5:3
        | F#5:2 A5:1 D5:3 | E5:3 C#5:2 E5:1 | D5:5 r:1 | r:6`,
      patterns: ["021323", "012312"],
      breath: "0.2.3.",
      lead: "vibraphone",
      accompaniment: "electricPiano",
    },
    {
      name: "C",
      chords: `Bm7 | F#m7 | G6 | Dadd9 | Em7 | Bm7 | E7 | A7sus4 A7
        | G6 | F#m7 | Em7 | D6 | G6 | Em7 | A7sus4 | A7`,
      melody: `F#5:4 E5:1 D5:1 | C#5:3 A4:3 | B4:2 D5:1 G5:3 | F#5:5 r:1
        | G5:4 F#5:1 E5:1 | F#5:3 D5:3 | B4:2 E5:1 G#5:3 | A5:3 G5:3
        | B5:2 A5:1 G5:3 | A5:2 G5:1 F#5:3 | G5:2 F#5:1 E5:3 | F#5:2 E5:1 D5:3
        | E5:2 D5:1 B4:3 | B4:2 D5:1 E5:3 | E5:5 r:1 | r:6`,
      patterns: ["0.12.3", "0.32.1"],
      breath: "0.1.3.",
      lead: "vibraphone",
      accompaniment: "pluckedString",
    },
  ],
};
