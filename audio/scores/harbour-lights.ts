import type { Score } from "../render/score.ts";

/**
 * Harbour Lights: a slow boat song in D, form A B A' C. A states the tune, B darkens through G minor, A' decorates A while a
 * celesta answers, and C comes down in sequence over a falling bass to the dominant, which leads back to A.
 */
export const harbourLights: Score = {
  id: "harbour-lights",
  title: "Harbour Lights",
  kind: "instrumental",
  key: "D major",
  metre: "6/8",
  beats: [3, 3],
  unitSeconds: 0.3125,
  seed: 1907,
  phrases: [
    {
      name: "A",
      chords: `Dadd9 | F#m7 | Bm7 | G6 | Em7 | A7 | D6 | A7sus4
        | Dadd9 | F#m7 | Bm7 | E7 | Em7 | A7 | D6 | D6`,
      melody: `A4:2 D5:1 F#5:3 | E5:3 C#5:3 | D5:2 F#5:1 B5:3 | A5:3 G5:3
        | G5:2 A5:1 E5:3 | C#5:2 E5:1 G5:3 | F#5:4 E5:1 D5:1 | E5:5 r:1
        | A4:2 D5:1 F#5:3 | A5:3 E5:3 | D5:2 F#5:1 B5:3 | B5:2 F#5:1 G#5:3
        | G5:2 A5:1 E5:3 | C#5:2 E5:1 G5:2 E5:1 | F#5:2 E5:1 D5:3 | r:6`,
      lead: "vibraphone",
      broken: { on: "electricPiano", from: "D4", figures: [".12321", ".12312"], breath: "0.2.3." },
      bass: { figures: ["1.....", "1..5.."], breath: "1....." },
    },
    {
      name: "B",
      chords: `G6 | A7/G | F#m7 | Bm7 | Em7 | A7 | D6 | D7/F#
        | G6 | Gm6 | Dadd9/F# | B7/D# | Em7 | A7sus4 A7 | D6 | D6`,
      melody: `B5:3 G5:2 D5:1 | E5:2 G5:1 A5:3 | A5:3 E5:2 C#5:1 | F#5:4 D5:2
        | E5:2 G5:1 B5:3 | A5:2 G5:1 E5:3 | F#5:2 E5:1 D5:1 E5:1 F#5:1 | A5:5 r:1
        | B5:3 G5:2 D5:1 | Bb5:3 G5:2 E5:1 | A5:3 F#5:2 D5:1 | A5:2 F#5:1 D#5:3
        | E5:2 D5:1 G5:3 | D5:3 C#5:3 | B4:2 E5:1 D5:3 | r:6`,
      lead: "celesta",
      answer: {
        on: "vibraphone",
        line: `r:6 | r:6 | r:6 | r:4 B4:1 D5:1 | r:6 | r:6 | r:6 | r:2 D5:2 C5:2
        | r:6 | r:6 | r:6 | r:6 | r:6 | r:6 | r:3 F#4:1 A4:2 | r:6`,
      },
      broken: { on: "kalimba", from: "D4", figures: ["0.23.1", "0.21.3"], breath: "0.2.3." },
      bass: { figures: ["1....."], breath: "1....." },
    },
    {
      name: "A'",
      chords: `Dadd9 | F#m7 | Bm7 | G6 | Em7 | A7 | D6 | A7sus4
        | Dadd9 | D7/F# | G6 | Gm6 | Dadd9/F# | A7sus4 A7 | D6 | D6`,
      melody: `A4:1 B4:1 D5:1 F#5:3 | E5:2 B4:1 C#5:3 | D5:1 E5:1 F#5:1 B5:3 | A5:2 B5:1 G5:3
        | G5:2 B5:1 E5:3 | C#5:1 E5:1 G5:1 A5:3 | A5:2 F#5:1 D5:3 | E5:2 D5:1 E5:2 r:1
        | A4:1 B4:1 D5:1 F#5:3 | A5:2 E5:1 F#5:3 | B5:3 G5:2 E5:1 | Bb5:2 A5:1 G5:3
        | F#5:2 A5:1 D5:3 | E5:3 C#5:2 E5:1 | D5:5 r:1 | r:6`,
      lead: "vibraphone",
      answer: {
        on: "celesta",
        line: `r:6 | r:6 | r:6 | r:6 | r:6 | r:6 | r:4 A4:1 B4:1 | r:6
        | r:6 | r:6 | r:6 | r:6 | r:6 | r:6 | r:2 A4:1 B4:1 F#5:2 | r:6`,
      },
      broken: { on: "electricPiano", from: "D4", figures: [".21323", "0.2.1.", ".12312", "0.2.3."], breath: "0.2.3." },
      bass: { figures: ["1..5..", "1....>"], breath: "1....." },
    },
    {
      name: "C",
      chords: `Bm7 | F#m7/A | G6 | Dadd9/F# | Em7 | Bm7/D | E7 | A7sus4 A7
        | G6 | F#m7 | Em7 | D6 | G6 | Em7 | A7sus4 | A7`,
      melody: `F#5:4 E5:1 D5:1 | C#5:3 A4:3 | B4:2 D5:1 G5:3 | F#5:5 r:1
        | G5:4 A5:1 E5:1 | F#5:3 D5:3 | B4:2 E5:1 G#5:3 | A5:3 G5:3
        | B5:2 A5:1 G5:3 | A5:2 B5:1 F#5:3 | G5:2 D5:1 E5:3 | F#5:2 E5:1 D5:3
        | E5:2 D5:1 B4:3 | B4:2 D5:1 E5:3 | E5:5 r:1 | r:6`,
      lead: "vibraphone",
      broken: { on: "celesta", from: "D4", figures: ["0.12.3", "0.32.1"], breath: "0.1.3." },
      bass: { figures: ["1....."], breath: "1....." },
    },
  ],
};
