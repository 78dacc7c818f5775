import type { Score } from "../render/score.ts";

/** Blue Ribbon: eight bars of celesta in C, a light waltz. */
export const blueRibbon: Score = {
  id: "blue-ribbon",
  title: "Blue Ribbon",
  kind: "bed",
  key: "C major",
  metre: "3/4",
  beats: [2, 2, 2],
  unitSeconds: 0.28,
  seed: 7303,
  phrases: [
    {
      name: "A",
      chords: `C6 | Am7 | Dm7 | G7 | C6/E | F6 | Dm7:2 G7:4 | C6`,
      melody: `G5:3 E5:1 D5:2 | E5:3 C5:1 D5:2 | F5:3 D5:1 A5:2 | G5:3 F5:1 D5:2
        | G5:3 E5:1 A5:2 | C6:3 A5:1 F5:2 | A5:2 G5:2 D5:2 | C5:4 r:2`,
      lead: "celesta",
      broken: { on: "marimba", from: "D4", figures: ["..1.2.", "..2.3."], breath: "..1.3." },
      bass: { figures: ["1.....", "1...5."], breath: "1....." },
    },
  ],
};
