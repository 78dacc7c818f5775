import type { Score } from "../render/score.ts";

/** Market Day: eight bars of vibraphone in B flat, six quavers each. */
export const marketDay: Score = {
  id: "market-day",
  title: "Market Day",
  kind: "bed",
  key: "Bb major",
  metre: "6/8",
  beats: [3, 3],
  unitSeconds: 0.2,
  seed: 7302,
  phrases: [
    {
      name: "A",
      chords: `Bb6 | Gm7 | Cm7 | F7 | Bb6/D | Ebadd9 | Cm7 F7 | Bb6`,
      melody: `D5:1 F5:1 G5:1 Bb5:3 | Bb5:1 G5:1 F5:1 D5:3 | Eb5:1 G5:1 Bb5:1 G5:3 | A5:1 F5:1 Eb5:1 C5:3
        | D5:1 F5:1 G5:1 Bb5:2 C6:1 | Bb5:1 G5:1 F5:1 G5:3 | Eb5:2 G5:1 A5:2 F5:1 | Bb5:3 r:3`,
      lead: "vibraphone",
      broken: { on: "marimba", from: "D4", figures: ["0..12.", "0..21."], breath: "0.2.3." },
      bass: { figures: ["1..5..", "1..1.."], breath: "1....." },
    },
  ],
};
