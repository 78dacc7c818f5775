import { expect, test } from "vitest";
import { chord, clashes, pitch, voiced } from "../../audio/render/chords.ts";

test.each([
  ["G5", "C", false],
  ["D5", "C6", false],
  ["B5", "Cmaj7", false],
  ["C5", "Cmaj7", true],
  ["F5", "C", true],
  ["Eb5", "Cm7", false],
  ["D5", "Cm7", true],
])("%s over %s rubs: %s", (note, name, rubs) => {
  expect(clashes(pitch(note), chord(name))).toBe(rubs);
});

test.each([
  ["Cmaj7/E", { root: 0, third: 4, fifth: 7, bass: 4, classes: [0, 4, 7, 11] }],
  ["Bbadd9", { root: 10, third: 2, fifth: 5, bass: 10, classes: [10, 0, 2, 5] }],
  ["F#m7b5", { root: 6, third: 9, fifth: 0, bass: 6, classes: [6, 9, 0, 4] }],
])("reads the chord %s", (name, tones) => {
  expect(chord(name)).toEqual({ name, ...tones });
});

test.each(["H7", "Cmaj13", "C/", ""])("refuses the chord %j", (name) => {
  expect(() => chord(name)).toThrow(/No such chord/);
});

test("a tone that two chords share stays where it is", () => {
  const [first, second] = [voiced(chord("Cmaj7"), pitch("D4")), voiced(chord("Am7"), pitch("D4"))];
  expect(second.filter((key) => first.includes(key))).toEqual(["E4", "G4", "C5"].map(pitch));
});
