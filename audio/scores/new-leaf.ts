import type { Score } from "../render/score.ts";

/** New Leaf: two bars that open an announcement, subdominant, dominant, home. */
export const newLeaf: Score = {
  id: "new-leaf",
  title: "New Leaf",
  kind: "ident",
  key: "G major",
  metre: "4/4",
  beats: [2, 2, 2, 2],
  unitSeconds: 0.25,
  seed: 7304,
  phrases: [
    {
      name: "A",
      chords: `C6 D7 | Gadd9`,
      melody: `E5:1 G5:1 C6:2 A5:2 F#5:2 | G5:4 r:4`,
      lead: "vibraphone",
      broken: { on: "celesta", from: "D4", figures: ["..1...2."], breath: "..1.2.3." },
      bass: { figures: ["1...1..."], breath: "1......." },
    },
  ],
};
