import type { Score } from "../render/score.ts";

/** Tick and tock for sixteen bars, then eight that hurry. */
const ticking = Array.from({ length: 16 }, (_, bar) => (bar % 2 === 0 ? "..1...2." : "..2...3."));
const hurrying = Array.from({ length: 8 }, (_, bar) => (bar % 2 === 0 ? "..1.2.3." : "..3...2."));

/**
 * Small Clock: a thumb piano in G, two crotchets a bar, form A B A'. The tune knocks on one note and skips away from it; B slows
 * down in E minor; A' doubles the knocking, takes the long way round by a bass that falls in semitones, and runs out of spring.
 */
export const smallClock: Score = {
  id: "small-clock",
  title: "Small Clock",
  kind: "instrumental",
  key: "G major",
  metre: "2/4",
  beats: [4, 4],
  unitSeconds: 0.15625,
  seed: 1210,
  phrases: [
    {
      name: "A",
      chords: `Gadd9 | Em7 | Am7 | D7 | Gadd9 | C6 | Am7 D7 | G6
        | Gadd9 | Em7 | Am7 | D7 | Bm7 | Em7 | Am7 D7 | G6
        | C6 | G6/B | Am7 | Em7 | C6 | Cm6 | Am7 D7 | G6`,
      melody: `D5:2 D5:1 E5:1 G5:4 | B5:2 B5:1 A5:1 G5:4 | C5:2 C5:1 D5:1 E5:4 | A5:2 A5:1 F#5:1 D5:4
        | D5:2 D5:1 E5:1 G5:2 B5:2 | A5:2 A5:1 G5:1 E5:4 | E5:2 G5:2 F#5:2 E5:2 | G5:4 r:4
        | D5:2 D5:1 E5:1 G5:4 | B5:2 B5:1 A5:1 G5:4 | C6:2 C6:1 A5:1 E5:4 | F#5:2 F#5:1 E5:1 D5:4
        | F#5:2 F#5:1 E5:1 D5:2 B4:2 | G5:2 G5:1 E5:1 B4:4 | C5:2 E5:2 D5:2 F#5:2 | G5:4 r:4
        | E5:1 G5:1 A5:2 G5:2 E5:2 | D5:1 E5:1 G5:2 E5:2 D5:2 | C5:1 D5:1 E5:2 G5:2 A5:2 | B5:4 G5:4
        | E5:1 G5:1 A5:2 C6:2 A5:2 | G5:4 Eb5:4 | C5:2 E5:2 A5:2 F#5:2 | G5:4 r:4`,
      lead: "kalimba",
      answer: {
        on: "celesta",
        line: `r:8 | r:8 | r:8 | r:8 | r:8 | r:8 | r:8 | r:4 B4:2 D5:2
          | r:8 | r:8 | r:8 | r:8 | r:8 | r:8 | r:8 | r:4 A4:2 B4:2
          | r:8 | r:8 | r:8 | r:8 | r:8 | r:8 | r:8 | r:8`,
      },
      broken: { on: "marimba", from: "D4", figures: [...ticking, ...hurrying], breath: "..1.2.3." },
      bass: { figures: ["1.......", "1...5..."], breath: "1......." },
    },
    {
      name: "B",
      chords: `Em7 | Bm7/D | C6 | G6/B | Am7 | Em7/G | F#m7b5 | B7
        | Em7 | Em7/D | C6 | G6/B | Am7 | Em7/G | A7 | D7
        | Em7 | Bm7/D | C6 | G6/B | Am7 | C6 | D7sus4 | D7`,
      melody: `E5:4 G5:2 B5:2 | A5:4 F#5:4 | E5:4 G5:2 A5:2 | G5:4 D5:4
        | C5:4 E5:2 A5:2 | G5:4 E5:4 | F#5:2 A5:2 C6:2 A5:2 | F#5:4 D#5:4
        | E5:4 G5:2 B5:2 | B5:2 A5:1 B5:1 G5:4 | A5:4 E5:2 G5:2 | D5:6 r:2
        | E5:2 D5:1 C5:1 E5:4 | G5:2 E5:1 D5:1 B4:4 | C#5:2 E5:2 G5:2 A5:2 | F#5:6 r:2
        | G5:2 E5:2 B4:4 | F#5:2 D5:2 B4:4 | E5:2 G5:2 A5:2 G5:2 | D5:4 G5:4
        | E5:2 C5:2 A4:4 | C5:2 D5:2 E5:2 G5:2 | A5:2 G5:2 E5:2 D5:2 | D5:4 r:4`,
      lead: "kalimba",
      broken: {
        on: "harp",
        from: "D4",
        figures: ["0.1.2.3.", "0.2.3.2.", "0.1.3.2.", "0.2.1.3."],
        breath: "0.1.2.3.",
      },
      bass: { figures: ["1......."], breath: "1......." },
    },
    {
      name: "A'",
      chords: `Gadd9 | Em7 | Am7 | D7 | G6/B | C6 | A7/C# | D7
        | Gadd9 | G7/F | C6/E | Cm6/Eb | G6/D | Em7 | Am7 D7 | G6
        | C6 | Cm6 | G6/B | Em7 | Am7 | D7 | Gadd9 | Gadd9`,
      melody: `D5:1 D5:1 E5:1 D5:1 G5:4 | B5:1 B5:1 A5:1 B5:1 G5:4 | C5:1 C5:1 D5:1 C5:1 E5:4 | A5:1 F#5:1 E5:1 F#5:1 D5:4
        | D5:1 D5:1 E5:1 D5:1 G5:2 B5:2 | A5:1 G5:1 A5:1 G5:1 E5:4 | E5:1 C#5:1 E5:1 G5:1 A5:4 | F#5:4 r:4
        | B5:2 A5:1 G5:1 D5:4 | B5:2 A5:1 G5:1 F5:4 | E5:2 G5:2 C6:4 | C6:2 A5:2 G5:2 Eb5:2
        | D5:2 G5:2 B5:4 | B5:2 A5:1 G5:1 E5:4 | E5:2 C5:2 D5:2 F#5:2 | G5:6 r:2
        | E5:2 G5:2 A5:4 | Eb5:2 G5:2 A5:4 | D5:2 G5:2 B5:4 | B4:2 E5:2 G5:4
        | C5:2 E5:2 A5:4 | A5:2 F#5:2 E5:2 D5:2 | G5:6 r:2 | r:8`,
      lead: "kalimba",
      answer: {
        on: "vibraphone",
        line: `r:8 | r:8 | r:8 | r:8 | r:8 | r:8 | r:8 | r:4 A4:2 C5:2
          | r:8 | r:8 | r:8 | r:8 | r:8 | r:8 | r:8 | r:4 B4:2 D5:2
          | r:8 | r:8 | r:8 | r:8 | r:8 | r:8 | r:2 A4:2 B4:2 D5:2 | r:8`,
      },
      broken: {
        on: "marimba",
        from: "D4",
        figures: ["0...2...", "..1...3.", "0...3...", "..2...1."],
        breath: "0.2.3...",
      },
      bass: { figures: ["1...5...", "1.......", "1.....>."], breath: "1......." },
    },
  ],
};
