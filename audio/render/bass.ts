import { chord, type Chord } from "./chords.ts";
import { figureOf, timedBars, unitsInBar, type Phrase, type Score } from "./score.ts";
import type { Written } from "./written.ts";

/** B2 to C4: what is below is not heard on a telephone but for its overtones, what is above is in the way of the chords. */
const [lowest, highest] = [47, 60];

/** The bass of a phrase: each letter of its figures as the key nearest to where the hand is. */
export function bassOf(phrase: Phrase, score: Score): Written[] {
  const whole = unitsInBar(score);
  const chords = timedBars(phrase.chords, phrase, score).map((bar) =>
    bar.map((word) => ({ ...word, chord: chord(word.name) })),
  );
  const struck = chords.flatMap((bar, place) =>
    figureOf(phrase.bass, place, phrase, score)
      .split("")
      .flatMap((letter, unit) => {
        const now = bar.findLast((word) => word.unit <= unit)?.chord;
        if (letter === "." || now === undefined) return [];
        const next = (bar.find((word) => word.unit > unit) ?? chords[(place + 1) % chords.length]?.[0])?.chord;
        return [{ letter, at: place * whole + unit, now, next: next ?? now }];
      }),
  );
  let hand = 53;
  return struck.flatMap(({ letter, at, now, next }, i): Written[] => {
    if (letter === "-") return [];
    hand = keyFor(letter, now, next, hand);
    const until = struck[i + 1]?.at ?? chords.length * whole;
    const strength = at % whole === 0 ? 0.64 : 0.54;
    return [{ part: "bass", instrument: "uprightBass", at, units: (until - at) * 0.94, key: hand, strength }];
  });
}

function keyFor(letter: string, now: Chord, next: Chord, hand: number): number {
  const nearest = (tone: number) => nearestOf(keysOf([tone]), hand);
  switch (letter) {
    case "1":
      return nearest(now.bass);
    case "3":
      return nearest(now.third);
    case "5":
      return nearest(now.fifth);
    case "8":
      return keysOf([now.bass]).find((key) => Math.abs(key - hand) === 12) ?? nearest(now.fifth);
    case ">":
      return leading(now, next, hand);
    default:
      throw new Error(`No such bass: ${letter}`);
  }
}

/** The tone of this chord nearest to the next bass, but neither that one nor what was struck last. */
function leading(now: Chord, next: Chord, hand: number): number {
  const goal = nearestOf(keysOf([next.bass]), hand);
  const others = keysOf(now.classes).filter((key) => key !== goal && key !== hand && Math.abs(key - hand) <= 7);
  return others.length === 0 ? hand : nearestOf(others, goal);
}

function keysOf(classes: readonly number[]): number[] {
  return Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step).filter((key) =>
    classes.includes(key % 12),
  );
}

function nearestOf(keys: readonly number[], hand: number): number {
  return keys.reduce((best, key) => (Math.abs(key - hand) < Math.abs(best - hand) ? key : best));
}
