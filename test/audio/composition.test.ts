import { describe, expect, test } from "vitest";
import { clashes, pitch, voiced } from "../../audio/render/chords.ts";
import { frictionOf } from "../../audio/render/harmony.ts";
import { sharedContour } from "../../audio/render/likeness.ts";
import { notesOf, type Note } from "../../audio/render/notes.ts";
import { scores } from "../../audio/render/scores.ts";
import type { Score } from "../../audio/render/score.ts";
import { bassOf } from "../../audio/render/bass.ts";
import { chordsOf, lineOf } from "../../audio/render/written.ts";

const pieces = scores.filter(({ kind }) => kind === "instrumental");

describe.each(scores)("$title", (score) => {
  const notes = notesOf(score);

  test("rubs against its chords for at most a fiftieth of its melody", () => {
    const { sounding, clashing } = frictionOf(score);
    expect(clashing.reduce((sum, { units }) => sum + units, 0) / sounding).toBeLessThanOrEqual(0.02);
  });

  test("lets nothing that answers the melody rub against its chord", () => {
    const rubbing = score.phrases.flatMap((phrase) =>
      lineOf("answer", phrase, score).filter(({ at, key }) => {
        const now = chordsOf(phrase, score).findLast((each) => each.at <= at);
        return now !== undefined && clashes(key, now.chord);
      }),
    );
    expect(rubbing).toEqual([]);
  });

  test("stays where its parts come through: A4 to C6 above, D4 to E5 between, B2 to C4 below", () => {
    const ranges = { melody: ["A4", "C6"], answer: ["D4", "A5"], broken: ["D4", "E5"], bass: ["B2", "C4"] } as const;
    const outside = notes.filter(({ part, key }) => {
      const [lowest, highest] = ranges[part];
      return key < pitch(lowest) || key > pitch(highest);
    });
    expect(outside).toEqual([]);
  });

  test("can be sung: no leap beyond an octave, and few beyond a sixth", () => {
    const leaps = score.phrases.flatMap((phrase) => {
      const melody = lineOf("melody", phrase, score);
      return melody.slice(1).map(({ key }, i) => Math.abs(key - (melody[i]?.key ?? key)));
    });
    expect(Math.max(...leaps)).toBeLessThanOrEqual(12);
    expect(leaps.filter((leap) => leap > 9).length).toBeLessThanOrEqual(2);
  });

  test("moves its bass by no more than an octave, and mostly by less than a fifth", () => {
    const leaps = score.phrases.flatMap((phrase) => {
      const bass = bassOf(phrase, score);
      return bass.slice(1).map(({ key }, i) => Math.abs(key - (bass[i]?.key ?? key)));
    });
    expect(Math.max(...leaps)).toBeLessThanOrEqual(12);
    expect(leaps.filter((leap) => leap <= 7).length / leaps.length).toBeGreaterThan(0.8);
  });

  test("moves no voice of its accompaniment by more than a third from chord to chord", () => {
    const leaps = score.phrases.flatMap((phrase) => {
      const voices = chordsOf(phrase, score).map((each) => voiced(each.chord, pitch(phrase.broken.from)));
      return voices.slice(1).flatMap((tones, i) => {
        const before = voices[i] ?? [];
        // Between a triad and a chord of four some voice must come or go.
        return before.length === tones.length ? tones.map((tone, at) => Math.abs(tone - (before[at] ?? tone))) : [];
      });
    });
    expect(Math.max(0, ...leaps)).toBeLessThanOrEqual(4);
  });

  test("strikes no two notes at once that a receiver of touch tones could take for a key", () => {
    const pairs = [
      ["F5", "E6"],
      ["F5", "F#6"],
      ["G5", "F#6"],
      ["A#5", "F#6"],
    ].map((names) => names.map(pitch));
    const heard = pairs.filter(([low, high]) => notes.some((one) => one.key === low && meets(one, notes, high)));
    expect(heard).toEqual([]);
  });

  test("breathes at the end of every phrase: its melody is silent for the last quarter of a bar or more", () => {
    let start = 0;
    for (const phrase of score.phrases) {
      const bar = score.beats.reduce((sum, units) => sum + units, 0);
      const whole = phrase.chords.split("|").length * bar;
      const last = lineOf("melody", phrase, score).at(-1);
      expect(whole - ((last?.at ?? 0) + (last?.units ?? 0))).toBeGreaterThanOrEqual(bar / 4);
      start += whole;
    }
    expect(start).toBeGreaterThan(0);
  });
});

test.each<[string, (score: Score) => unknown]>([
  ["tempo", ({ beats, unitSeconds }) => unitSeconds * (beats[0] ?? 0)],
  ["metre", ({ metre }) => metre],
  ["key", ({ key }) => key],
  ["first instrument", ({ phrases }) => phrases[0]?.lead],
])("no two pieces to wait with have one %s", (_, trait) => {
  expect(new Set(pieces.map(trait)).size).toBe(pieces.length);
});

test("no two phrases of a piece have one accompaniment", () => {
  for (const { phrases } of pieces) {
    const accompaniments = phrases.map(({ broken, bass }) => JSON.stringify([broken, bass]));
    expect(new Set(accompaniments).size).toBe(phrases.length);
  }
});

test("no two melodies share a contour of more than six notes", () => {
  const shared = scores.flatMap((one, i) =>
    scores.slice(i + 1).map((other) => ({ pair: `${one.id}, ${other.id}`, notes: sharedContour(one, other) })),
  );
  expect(shared.filter(({ notes }) => notes > 6)).toEqual([]);
});

test("a melody shares its whole contour with itself in another key, and none with a held note", () => {
  const piece = scoreOf("C5:1 D5:1 G5:2 r:4");
  expect(sharedContour(piece, scoreOf("D5:2 E5:2 A5:4"))).toBe(3);
  expect(sharedContour(piece, scoreOf("C5:8"))).toBe(0);
});

/** Whether a note of a key sounds while another does. */
function meets(one: Note, notes: readonly Note[], key: number | undefined): boolean {
  return notes.some((other) => other.key === key && other.at < one.at + one.lasts && one.at < other.at + other.lasts);
}

/** One bar of eight units with a melody. */
function scoreOf(melody: string): Score {
  const [first] = scores;
  const [phrase] = first?.phrases ?? [];
  if (!first || !phrase) throw new Error("There are no scores");
  const broken = { ...phrase.broken, figures: ["........"], breath: "........" };
  return { ...first, beats: [4, 4], phrases: [{ ...phrase, chords: "C", melody, broken }] };
}
