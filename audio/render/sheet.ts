import { clashes } from "./chords.ts";
import { barsIn, unitsInBar, type Phrase, type Score } from "./score.ts";
import { bassOf } from "./bass.ts";
import { brokenOf, chordsOf, lineOf, type ChordInForce, type Written } from "./written.ts";

const sharps = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
const flats = ["C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"];

/**
 * A piece as text to be read by a musician: a line a bar with chords, melody, answer, broken chords and bass, a dot for each
 * unit that a note is held, and `!` after a tone of the melody that rubs against its chord.
 */
export function sheetOf(score: Score): string {
  const head = `${score.title} · ${score.key} · ${score.metre} · a unit is ${score.unitSeconds} s`;
  return [head, ...score.phrases.map((phrase) => phraseSheet(phrase, score))].join("\n\n");
}

function phraseSheet(phrase: Phrase, score: Score): string {
  const whole = unitsInBar(score);
  const chords = chordsOf(phrase, score);
  const parts = [
    lineOf("melody", phrase, score),
    lineOf("answer", phrase, score),
    brokenOf(phrase, score),
    bassOf(phrase, score),
  ];
  const rows = Array.from({ length: barsIn(phrase) }, (_, bar) => {
    const inBar = <T extends { at: number }>(each: readonly T[]) =>
      each.filter(({ at }) => Math.floor(at / whole) === bar);
    const names = inBar(chords)
      .map(({ chord }) => chord.name)
      .join(" ");
    const cells = parts.map((part) => line(inBar(part), bar * whole, whole, chords, score));
    return [String(bar + 1).padStart(2), names.padEnd(15), ...cells].join(" | ");
  });
  return [`${phrase.name} (${phrase.lead}, ${phrase.broken.on})`, ...rows].join("\n");
}

function line(
  notes: readonly Written[],
  start: number,
  whole: number,
  chords: readonly ChordInForce[],
  score: Score,
): string {
  const cells = Array.from({ length: whole }, (_, unit) => {
    const note = notes.find(({ at }) => at === start + unit);
    if (!note) return ".";
    const now = chords.findLast(({ at }) => at <= note.at)?.chord;
    const rubs = note.part === "melody" && now !== undefined && clashes(note.key, now);
    return `${keyName(note.key, score)}${rubs ? "!" : ""}`;
  });
  return notes.length === 0 ? "" : cells.join(" ").padEnd(whole * 3 + 4);
}

function keyName(key: number, { key: signature }: Score): string {
  const names = /^(F|[A-G]b|[CDG] (minor|dorian))/.test(signature) ? flats : sharps;
  return `${names[key % 12] ?? ""}${Math.floor(key / 12) - 1}`;
}
