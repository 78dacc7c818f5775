import type { Score } from "../render/score.ts";

/**
 * Window Seat: a waltz in F, form A A' B A''. The tune is three rising notes that fall back by step. A' turns it upside down over
 * a bass that falls by semitones; B goes to D minor, longer and lower, on the electric piano; A'' brings the tune back in quavers.
 */
export const windowSeat: Score = {
  id: "window-seat",
  title: "Window Seat",
  kind: "instrumental",
  key: "F major",
  metre: "3/4",
  beats: [2, 2, 2],
  unitSeconds: 0.325,
  seed: 3012,
  phrases: [
    {
      name: "A",
      chords: `F6 | Dm7 | Gm7 | C7sus4:4 C7:2 | Am7 | Dm7 | Gm7 | C7
        | F6 | Cm7:4 F7:2 | Bbmaj7 | Bbm6 | Am7 | D7 | Gm7:3 C7:3 | F6`,
      melody: `C5:2 D5:2 A5:2 | A5:4 F5:2 | D5:2 F5:2 Bb5:2 | G5:4 E5:2
        | E5:2 G5:2 C6:2 | A5:3 G5:1 F5:2 | Bb5:3 G5:1 F5:2 | E5:5 r:1
        | C5:2 D5:2 A5:2 | G5:3 F5:1 Eb5:2 | D5:2 F5:2 A5:2 | G5:4 F5:2
        | E5:2 G5:2 C6:2 | C6:2 A5:2 F#5:2 | G5:2 F5:1 E5:2 D5:1 | F5:4 r:2`,
      lead: "celesta",
      broken: { on: "electricPiano", from: "D4", figures: ["..1.2.", "..2.3."], breath: "..1.2." },
      bass: { figures: ["1.....", "1...>."], breath: "1....." },
    },
    {
      name: "A'",
      chords: `F6/A | Abdim7 | Gm7 | C7 | F6 | F7/Eb | Bbmaj7/D | Bbm6/Db
        | F6/C | A7/C# | Dm7 | G7/D | Gm7 | C7sus4:4 C7:2 | F6 | F6`,
      melody: `A5:2 F5:2 C5:2 | D5:4 F5:2 | Bb5:2 G5:2 D5:2 | E5:4 G5:2
        | C6:2 A5:2 F5:2 | G5:2 A5:2 F5:2 | A5:3 F5:1 D5:2 | G5:5 r:1
        | A5:2 F5:2 C5:2 | E5:3 C#5:1 E5:2 | F5:2 A5:2 C6:2 | B5:3 A5:1 F5:2
        | Bb5:2 G5:2 D5:2 | F5:2 G5:2 E5:2 | F5:5 r:1 | r:6`,
      lead: "celesta",
      answer: {
        on: "harp",
        line: `r:6 | r:6 | r:6 | r:6 | r:6 | r:6 | r:6 | r:2 F4:1 Bb4:1 Db5:2
        | r:6 | r:6 | r:6 | r:6 | r:6 | r:6 | r:3 A4:1 C5:1 D5:1 | r:6`,
      },
      broken: { on: "electricPiano", from: "D4", figures: ["..3.2.", "..1.3.", "..3.1."], breath: "0.2.3." },
      bass: { figures: ["1....."], breath: "1....." },
    },
    {
      name: "B",
      chords: `Dm7 | Am7/C | Bb6 | F6/A | Gm7 | Dm7/F | Em7b5 | A7
        | Dm7 | Dm7/C | Gm7/Bb | Bbmaj7 | Gm7 | Am7 | Gm7:4 Bb6:2 | C7`,
      melody: `D5:4 A4:2 | C5:4 E5:2 | D5:2 G5:4 | F5:4 C5:2
        | D5:2 F5:2 G5:2 | A5:4 F5:2 | G5:2 Bb5:2 G5:2 | E5:5 r:1
        | F5:4 D5:2 | A5:4 F5:2 | G5:2 F5:2 D5:2 | F5:2 C5:4
        | Bb4:2 D5:2 F5:2 | E5:4 C5:2 | D5:3 F5:1 G5:2 | E5:4 r:2`,
      lead: "electricPiano",
      broken: { on: "harp", from: "D4", figures: ["0.1.2.", "0.2.3.", "0.3.2.", "0.2.1."], breath: "0.1.2." },
      bass: { figures: ["1.....", "1...5."], breath: "1....." },
    },
    {
      name: "A''",
      chords: `F6 | Dm7 | Gm7 | C7sus4:4 C7:2 | Am7 | D7 | Gm7 | C7
        | F6 | Cm7:4 F7:2 | Bbmaj7 | Bbm6 | F6/C | D7 | Gm7:3 C7:3 | F6`,
      melody: `C5:1 A4:1 C5:1 D5:1 A5:2 | A5:1 G5:1 F5:2 D5:2 | D5:1 C5:1 D5:1 F5:1 Bb5:2 | G5:3 F5:1 E5:2
        | E5:1 D5:1 E5:1 G5:1 C6:2 | A5:3 F#5:1 E5:2 | G5:2 Bb5:1 G5:1 F5:1 D5:1 | E5:5 r:1
        | C5:1 A4:1 C5:1 D5:1 A5:2 | G5:1 Bb5:1 G5:1 F5:1 Eb5:2 | D5:1 F5:1 A5:2 F5:2 | G5:3 F5:1 Db5:2
        | C5:2 F5:2 A5:2 | C6:2 A5:1 F#5:1 A5:2 | Bb5:1 G5:1 F5:1 E5:1 D5:1 E5:1 | F5:3 r:3`,
      lead: "celesta",
      broken: { on: "marimba", from: "D4", figures: ["..1.2.", "..12.3", "..2.1.", "..3.2."], breath: "..1.3." },
      bass: { figures: ["1...5.", "1...>."], breath: "1....." },
    },
  ],
};
