import { expect, test } from "vitest";
import { readFigures } from "../../audio/codecs/figures.ts";
import { bandEdges, bandLevels } from "../../audio/measure/bands.ts";
import { aligned, magnitudeSnr } from "../../audio/measure/magnitude-snr.ts";
import { seeded } from "../../audio/render/random.ts";
import { inTurn, louder, rate, silence, sine, together } from "./sounds.ts";

const random = seeded(3);
const sound = together(sine(8, 440, 0.2), sine(8, 1000, 0.1)).map((value) => value + 0.05 * (random() - 0.5));

test("what comes back as it was is kept whole, and so is what only its phase has changed", () => {
  expect(magnitudeSnr(sound, sound)).toBeGreaterThan(90);
  expect(
    magnitudeSnr(
      sound,
      sound.map((value) => -value),
    ),
  ).toBeGreaterThan(90);
});

test("a sound turned down to nine tenths has lost a tenth of every size: 20 dB", () => {
  expect(magnitudeSnr(sound, louder(sound, 20 * Math.log10(0.9)))).toBeCloseTo(20, 5);
});

test("silence costs everything, and pauses of the original are not counted", () => {
  expect(magnitudeSnr(sound, silence(8))).toBeCloseTo(0, 5);
  const paused = inTurn(sound, silence(8));
  const hissing = paused.map((value, i) => (i < 9 * rate ? value : 0.001 * random()));
  expect(magnitudeSnr(paused, hissing)).toBeGreaterThan(80);
});

test("what lies outside the telephone's band is not counted", () => {
  expect(magnitudeSnr(sound, together(sound, sine(8, 60, 0.2)))).toBeGreaterThan(40);
  expect(magnitudeSnr(sound, together(sound, sine(8, 600, 0.2)))).toBeLessThan(10);
});

test.each([0, 40, -17, 333])("a codec's delay of %i samples is taken back", (delay) => {
  const late = sound.map((_, i) => sound[i - delay] ?? 0);
  expect(aligned(sound, late).subarray(1000, -1000)).toEqual(sound.subarray(1000, -1000));
});

test("a pure tone lies in the semitone that holds it", () => {
  const levels = bandLevels(sine(4, 440));
  const loudest = levels.indexOf(Math.max(...levels));
  expect(bandEdges[loudest]).toBeLessThan(440);
  expect(bandEdges[loudest + 1]).toBeGreaterThan(440);
  expect(levels).toHaveLength(64);
});

test("of what codecs leave, the mean of our music to wait with is above Asterisk's, codec by codec", () => {
  const { pieces, asterisk } = readFigures();
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  for (const codec of ["gsm", "amr122", "amr59", "opus8"] as const) {
    expect(mean(pieces.map(({ snr }) => snr[codec]))).toBeGreaterThan(mean(asterisk.map(({ snr }) => snr[codec])));
  }
});
