import type { Score } from "../render/score.ts";

/**
 * Slow River: a ballad in A minor, form A B A' C in phrases of four, four and two bars. A sets a falling third against the same
 * third rising; B opens out in C major; A' lets the bass sink by step under it; C turns to the Dorian sixth and then falls in
 * sequence to the dominant, which leads back.
 */
export const slowRiver: Score = {
  id: "slow-river",
  title: "Slow River",
  kind: "instrumental",
  key: "A minor",
  metre: "4/4",
  beats: [2, 2, 2, 2],
  unitSeconds: 0.375,
  seed: 4409,
  phrases: [
    {
      name: "A",
      chords: `Am7 | Fmaj7 | C6/E | G6/D | Am7/C | Dm7 | E7sus4 E7 | Am7 | Fmaj7 G6 | Am7`,
      melody: `E5:3 D5:1 C5:4 | C5:3 D5:1 E5:4 | G5:3 E5:1 D5:4 | D5:3 E5:1 B4:4
        | C5:3 E5:1 A5:4 | G5:3 F5:1 D5:4 | B4:2 E5:2 G#5:4 | A5:6 r:2
        | C5:2 E5:2 D5:2 B4:2 | A4:5 r:3`,
      lead: "electricPiano",
      broken: { on: "vibraphone", from: "D4", figures: ["0.2.1.3.", "..2.1.2."], breath: "0.2.1.3." },
      bass: { figures: ["1.......", "1.....>."], breath: "1......." },
    },
    {
      name: "B",
      chords: `C6 | Em7 | Fmaj7 | C6/E | Dm7 | Am7 | Dm7 F6 | G7sus4 G7 | C6 | E7`,
      melody: `G5:6 E5:2 | B5:4 G5:4 | A5:5 G5:1 E5:2 | G5:6 r:2
        | F5:4 A5:2 C6:2 | C6:3 A5:1 E5:4 | F5:2 D5:2 C5:2 D5:2 | C5:2 D5:2 B4:4
        | C5:5 r:3 | r:8`,
      lead: "electricPiano",
      answer: {
        on: "celesta",
        line: `r:8 | r:8 | r:8 | r:3 D5:1 E5:1 G5:1 A5:2 | r:8 | r:8 | r:8 | r:8 | r:4 E5:1 G5:1 D5:2 | r:8`,
      },
      broken: {
        on: "kalimba",
        from: "D4",
        figures: ["0.1.2.3.", "0.2.3.2.", "0.1.3.2.", "0.3.2.1."],
        breath: "0.1.2.3.",
      },
      bass: { figures: ["1...5...", "1...1..."], breath: "1......." },
    },
    {
      name: "A'",
      chords: `Am7 | Am7/G | Fmaj7 | C6/E | Dm7 | Am7/C | Bm7b5 E7 | Am7 | Fmaj7 E7 | Am7`,
      melody: `E5:1 G5:1 E5:1 D5:1 C5:4 | C5:1 D5:1 C5:1 D5:1 E5:4 | G5:3 A5:1 E5:4 | D5:1 E5:1 G5:2 E5:4
        | F5:3 G5:1 A5:4 | C6:2 A5:2 E5:4 | D5:2 F5:2 E5:2 G#5:2 | A5:4 E5:2 r:2
        | C5:3 A4:1 B4:4 | A4:5 r:3`,
      lead: "electricPiano",
      answer: {
        on: "vibraphone",
        line: `r:8 | r:8 | r:5 C5:1 D5:1 C5:1 | r:8 | r:8 | r:8 | r:8 | r:5 G4:1 A4:1 C5:1 | r:8 | r:8`,
      },
      broken: { on: "marimba", from: "D4", figures: ["..1.0.2.", ".12.3.2.", "..2.3.1."], breath: "0.2.3.1." },
      bass: { figures: ["1.......", "1...5.1."], breath: "1......." },
    },
    {
      name: "C",
      chords: `Am7 | D7/A | Am7 | D7/A | Fmaj7 | C6/E | Dm7 | Am7/C | Bm7b5 | E7`,
      melody: `A5:4 G5:2 E5:2 | F#5:4 E5:2 D5:2 | E5:2 G5:2 A5:2 C6:2 | A5:6 r:2
        | C6:4 A5:2 G5:2 | G5:4 E5:2 D5:2 | F5:4 D5:2 C5:2 | E5:4 C5:2 A4:2
        | B4:2 D5:2 F5:4 | E5:4 r:4`,
      lead: "electricPiano",
      answer: {
        on: "celesta",
        line: `r:8 | r:8 | r:8 | r:2 C5:1 D5:1 E5:1 F#5:1 A5:2 | r:8 | r:8 | r:8 | r:8 | r:8 | r:8`,
      },
      broken: { on: "harp", from: "D4", figures: ["0.21.23.", "0.2.1.2."], breath: "0.1.2.3." },
      bass: { figures: ["1...1...", "1.......", "1.....>."], breath: "1......." },
    },
  ],
};
