import { expect, test } from "vitest";
import { truePeak } from "../../audio/measure/loudness.ts";
import { compressed, limited } from "../../audio/render/dynamics.ts";
import { filteredLoop, thinned } from "../../audio/render/filters.ts";
import { highPass } from "../../audio/measure/filters.ts";
import { mastered } from "../../audio/render/master.ts";
import { midiOf } from "../../audio/render/midi.ts";
import { loudness } from "../../audio/measure/loudness.ts";
import { sheetOf } from "../../audio/render/sheet.ts";
import { timedBars } from "../../audio/render/score.ts";
import { harbourLights } from "../../audio/scores/harbour-lights.ts";

const rate = 8000;

test("a mix is mastered to the loudness of all the others, its peaks held", () => {
  const mix = tone(600, 0.05, 8).map((value, i) => (Math.floor(i / rate) % 4 === 0 ? 4 * value : value));
  mix[1234] = 1;
  const master = mastered(mix);
  expect(loudness(master, rate)).toBeCloseTo(-22, 1);
  expect(truePeak(master)).toBeLessThanOrEqual(-3);
});

test("what is loud is turned down more than what is soft", () => {
  const settings = { threshold: -24, ratio: 2, knee: 6, attack: 0.01, release: 0.1 };
  const level = (amplitude: number) =>
    20 * Math.log10(Math.max(...compressed(tone(500, amplitude, 2), rate, settings).subarray(-100)));
  const [soft, loud] = [level(0.03), level(0.6)];
  expect(loud - soft).toBeLessThan(20 * Math.log10(20) - 6);
});

test("a peak is held by a gain that has come down before it, round the seam of a loop too", () => {
  const loop = new Float64Array(1000).fill(0.1);
  loop[2] = 0.8;
  const held = limited(loop, 0.4, 40);
  expect(Math.max(...held)).toBeLessThanOrEqual(0.4);
  expect(held[990]).toBeLessThan(0.1);
  expect(held[500]).toBe(0.1);
});

test("a loop is thinned and filtered without a seam", () => {
  const loop = tone(500, 0.5, 1, 32_000);
  const thin = filteredLoop(thinned(loop, 4, 3450 / 32_000), highPass(270, 0.7, rate));
  const steps = thin.map((value, i) => Math.abs(value - (thin.at(i - 1) ?? 0)));
  expect(steps[0]).toBeLessThanOrEqual(Math.max(...steps.subarray(1)) * 1.001);
});

test("notes are written as a Standard MIDI File, each register on its channel", () => {
  const note = { part: "melody", instrument: "kalimba", at: 0.5, lasts: 0.25, strength: 0.5 } as const;
  const notes = [
    { ...note, key: 64 },
    { ...note, at: 1, key: 79 },
  ];
  const bytes = midiOf("kalimba", notes, 2).toString("hex");
  expect(bytes).toMatch(/^4d546864000000060000000107d04d54726b/);
  // A thousand ticks are 0x87 0x68; key 64 sounds on the first channel, 79 on the fourth.
  expect(bytes).toContain("8768904040");
  expect(bytes).toContain("934f40");
  expect(bytes).toMatch(/8b5cff2f00$/);
});

test.each([
  ["C5:3 | C5:6", /bar 1: 3 units instead of 6/],
  ["C5:6", /1 bars over 2/],
])("a line that does not add up is refused: %s", (melody, message) => {
  const [phrase] = harbourLights.phrases;
  if (!phrase) throw new Error("There is no phrase");
  expect(() => timedBars(melody, { ...phrase, chords: "C | C" }, harbourLights)).toThrow(message);
});

test("a piece can be read as text, bar by bar", () => {
  const lines = sheetOf(harbourLights).split("\n");
  expect(lines[0]).toMatch(/Harbour Lights · D major · 6\/8/);
  expect(lines.find((line) => line.startsWith(" 1 | Dadd9"))).toMatch(/A4 \. D5 F#5/);
});

/** A pure tone of so many seconds. */
function tone(hertz: number, level: number, seconds: number, at = rate): Float64Array {
  return new Float64Array(seconds * at).map((_, i) => level * Math.sin((2 * Math.PI * hertz * i) / at));
}
