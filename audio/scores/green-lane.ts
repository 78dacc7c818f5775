import type { Score } from "../render/score.ts";

/**
 * Green Lane: a slow slip jig in the Dorian mode on D, form A B A' C. A swings from the fifth below to the fifth above and
 * answers on the bright sixth; B walks in F with longer steps; A' turns every beat into three; C comes down a scale in the bass.
 */
export const greenLane: Score = {
  id: "green-lane",
  title: "Green Lane",
  kind: "instrumental",
  key: "D dorian",
  metre: "9/8",
  beats: [3, 3, 3],
  unitSeconds: 0.3,
  seed: 9008,
  phrases: [
    {
      name: "A",
      chords: `Dm | G6 | Dm | C6 | Dm | G6 | F6 | C6 | Am7 | G6/B | C6:6 G6:3 | Dm`,
      melody: `D5:2 A4:1 D5:2 F5:1 A5:3 | B5:2 A5:1 G5:2 E5:1 D5:3 | D5:2 A4:1 D5:2 F5:1 G5:3 | E5:2 D5:1 C5:3 A4:3
        | D5:2 A4:1 D5:2 F5:1 A5:3 | B5:2 A5:1 B5:2 G5:1 A5:3 | C6:2 A5:1 F5:2 G5:1 A5:3 | G5:6 r:3
        | A5:2 G5:1 E5:2 D5:1 C5:3 | B4:2 D5:1 G5:2 E5:1 D5:3 | C5:2 D5:1 E5:3 D5:3 | D5:6 r:3`,
      lead: "ocarina",
      broken: { on: "electricPiano", from: "D4", figures: ["..1..2..1", "..2..1..2"], breath: "..1..2.3." },
      bass: { figures: ["1.....5..", "1........"], breath: "1........" },
    },
    {
      name: "B",
      chords: `F6 | C6/E | G6/D | Dm | F6 | C6 | G6 | Am7 | F6 | G6 | Em7 | Am7`,
      melody: `A5:3 C6:3 A5:3 | G5:5 E5:1 C5:3 | D5:3 G5:3 B5:3 | A5:6 F5:3
        | A5:2 G5:1 F5:3 C5:3 | E5:2 D5:1 E5:3 G5:3 | B5:2 A5:1 G5:2 E5:1 D5:3 | E5:6 r:3
        | F5:3 A5:3 C6:3 | B5:5 A5:1 G5:3 | G5:2 A5:1 G5:2 E5:1 B4:3 | E5:5 r:4`,
      lead: "ocarina",
      answer: {
        on: "celesta",
        line: `r:9 | r:3 G4:3 r:3 | r:9 | r:3 D5:2 C5:1 A4:3 | r:9 | r:9 | r:9 | r:3 C5:2 A4:1 G4:3
          | r:9 | r:9 | r:9 | r:9`,
      },
      broken: { on: "vibraphone", from: "D4", figures: ["0..2..3..", "0..1..2.."], breath: "0..2..3.." },
      bass: { figures: ["1........", "1.....1.."], breath: "1........" },
    },
    {
      name: "A'",
      chords: `Dm | G6/D | Dm | C6 | F6 | G6 | Am7 | C6/G | Dm7/F | G6/B | C6:6 G6:3 | Dm`,
      melody: `D5:1 F5:1 A5:1 G5:2 F5:1 D5:3 | B4:1 D5:1 G5:1 B5:2 A5:1 G5:3 | A5:1 F5:1 D5:1 F5:2 G5:1 A5:3 | G5:1 E5:1 C5:1 D5:2 E5:1 C5:3
        | C5:1 F5:1 A5:1 C6:2 A5:1 F5:3 | D5:1 G5:1 B5:1 A5:2 G5:1 E5:3 | C5:1 E5:1 A5:1 G5:2 E5:1 C5:3 | D5:2 E5:1 G5:3 r:3
        | A5:2 G5:1 F5:2 D5:1 C5:3 | B4:2 D5:1 E5:2 G5:1 B5:3 | A5:2 G5:1 E5:3 D5:3 | D5:6 r:3`,
      lead: "ocarina",
      broken: {
        on: "harp",
        from: "D4",
        figures: ["...2..1..", "...1..2..", "...2..3.."],
        breath: "..1..3.2.",
      },
      bass: { figures: ["1..5..1..", "1.....>.."], breath: "1........" },
    },
    {
      name: "C",
      chords: `Am7 | Em7/G | F6 | C6/E | Dm7 | Am7/C | G6/B | Em7 | F6 | G6 | Am7 | C6`,
      melody: `E5:4 D5:2 C5:3 | D5:4 B4:2 E5:3 | C5:4 D5:2 F5:3 | G5:6 E5:3
        | F5:4 G5:2 A5:3 | C6:4 A5:2 E5:3 | D5:4 E5:2 G5:3 | B5:6 G5:3
        | A5:4 G5:2 F5:3 | G5:4 E5:2 D5:3 | C5:3 D5:3 E5:3 | G5:5 r:4`,
      lead: "ocarina",
      answer: {
        on: "vibraphone",
        line: `r:9 | r:9 | r:9 | r:3 C5:1 D5:1 C5:1 A4:3 | r:9 | r:9 | r:9 | r:3 G4:1 A4:1 B4:1 D5:3
          | r:9 | r:9 | r:9 | r:9`,
      },
      broken: { on: "celesta", from: "D4", figures: ["0..1..2..", "..3..2..1"], breath: "0..1..3.." },
      bass: { figures: ["1........"], breath: "1........" },
    },
  ],
};
