import type { Score } from "../render/score.ts";

/** Fresh Paint: eight bars of marimba in A, to lead from a product announcement back to the music. */
export const freshPaint: Score = {
  id: "fresh-paint",
  title: "Fresh Paint",
  kind: "bed",
  key: "A major",
  metre: "4/4",
  beats: [2, 2, 2, 2],
  unitSeconds: 0.2,
  seed: 7301,
  phrases: [
    {
      name: "A",
      chords: `A6 | F#m7 | Bm7 | E7 | A6/C# | Dadd9 | Bm7 E7 | A6`,
      melody: `E5:2 A5:1 B5:2 A5:1 E5:2 | F#5:3 E5:3 C#5:2 | D5:2 F#5:1 A5:2 F#5:1 D5:2 | B4:3 E5:3 G#5:2
        | A5:2 B5:1 A5:2 E5:3 | F#5:3 A5:3 B5:2 | A5:2 F#5:2 E5:2 G#5:2 | A5:4 r:4`,
      lead: "marimba",
      broken: { on: "electricPiano", from: "D4", figures: ["..1..2.3", "..2..1.2"], breath: "..1.3..." },
      bass: { figures: ["1..5..1.", "1..1..5."], breath: "1......." },
    },
  ],
};
