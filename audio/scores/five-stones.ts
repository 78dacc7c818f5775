import type { Score } from "../render/score.ts";

/**
 * Five Stones: five beats in E flat, three and two, form A B A'. The tune skips across the bar in threes (3 + 3 + 4 quavers);
 * B lengthens the steps to 4 + 2 + 4 in C minor; A' runs up to each stone in quavers.
 */
export const fiveStones: Score = {
  id: "five-stones",
  title: "Five Stones",
  kind: "instrumental",
  key: "Eb major",
  metre: "5/4",
  beats: [2, 2, 2, 2, 2],
  unitSeconds: 0.275,
  seed: 5150,
  phrases: [
    {
      name: "A",
      chords: `Ebadd9 | Cm7 | Abmaj7 | Bb7sus4 | Ebadd9/G | Cm7 | Fm7 | Bb7
        | Abmaj7 | Gm7 | Fm7:6 Bb7:4 | Eb6`,
      melody: `Bb4:3 Eb5:3 G5:4 | G5:3 F5:3 Eb5:4 | C5:3 Eb5:3 G5:4 | F5:3 Eb5:3 F5:2 r:2
        | Bb4:3 Eb5:3 Bb5:4 | Bb5:3 G5:3 Eb5:4 | Ab5:3 F5:3 C5:2 Eb5:2 | F5:3 D5:3 Bb4:2 r:2
        | C5:2 Eb5:2 G5:2 Bb5:4 | G5:3 F5:3 D5:4 | Eb5:2 F5:2 Ab5:2 F5:2 D5:2 | Eb5:4 r:6`,
      lead: "marimba",
      broken: { on: "electricPiano", from: "D4", figures: ["..1.2.3.2.", "..2.1.2.3."], breath: "..1.2.3..." },
      bass: { figures: ["1.....5...", "1.....1..."], breath: "1........." },
    },
    {
      name: "B",
      chords: `Cm7 | Gm7/Bb | Abmaj7 | Ebadd9/G | Fm7 | Cm7/Eb | Dm7b5 | G7
        | Cm7 | F7/C | Fm7/C | Bb7sus4:4 Bb7:6`,
      melody: `Eb5:4 G5:2 C6:4 | Bb5:4 G5:2 D5:4 | C5:4 Eb5:2 G5:4 | F5:4 Eb5:2 Bb4:4
        | C5:4 F5:2 Ab5:4 | G5:4 F5:2 Eb5:4 | D5:2 F5:2 Ab5:2 F5:4 | F5:4 D5:2 B4:4
        | C5:2 Eb5:2 G5:2 C6:4 | A5:4 G5:2 Eb5:4 | Ab5:4 F5:2 C5:4 | Eb5:4 D5:3 r:3`,
      lead: "marimba",
      answer: {
        on: "celesta",
        line: `r:10 | r:6 Bb4:2 F4:2 | r:10 | r:6 G4:1 Bb4:1 F5:2 | r:10 | r:6 C5:2 Bb4:2
          | r:10 | r:6 F4:2 G4:2 | r:10 | r:6 A4:2 C5:2 | r:6 Ab4:2 F4:2 | r:10`,
      },
      broken: { on: "vibraphone", from: "D4", figures: ["0.2.1.2.3.", "0.1.2.3.2."], breath: "0...2.3..." },
      bass: { figures: ["1.........", "1.....5..."], breath: "1........." },
    },
    {
      name: "A'",
      chords: `Ebadd9 | Cm7 | Abmaj7 | Bb7sus4 | Gm7 | Cm7 | F7/A | Bb7
        | Abmaj7 | Abm6 | Fm7:6 Bb7:4 | Eb6`,
      melody: `Bb4:1 C5:1 Eb5:1 F5:3 G5:4 | G5:1 F5:1 Eb5:1 F5:3 C5:4 | C5:1 Eb5:1 F5:1 G5:3 Bb5:4 | Ab5:3 F5:3 Eb5:2 F5:2
        | D5:1 F5:1 G5:1 Bb5:3 G5:4 | Eb5:1 F5:1 G5:1 C6:3 Bb5:4 | A5:3 F5:3 Eb5:2 C5:2 | D5:3 F5:3 Bb4:2 r:2
        | C5:2 Eb5:2 G5:2 Eb5:2 C5:2 | B4:2 Eb5:2 F5:2 Eb5:4 | C5:2 Eb5:2 Ab5:2 F5:2 D5:2 | Eb5:4 r:6`,
      lead: "marimba",
      broken: {
        on: "electricPiano",
        from: "D4",
        figures: ["0..2..1.3.", "0..1..2.3.", "0..3..2.1."],
        breath: "..1.2.3...",
      },
      bass: { figures: ["1.....5.1.", "1.....8.>."], breath: "1........." },
    },
  ],
};
