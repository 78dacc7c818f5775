import { expect, test } from "vitest";
import { loudness } from "../../audio/measure/loudness.ts";
import { speechShare } from "../../audio/measure/speech.ts";
import { louder, rate, recorded, together } from "./sounds.ts";

const speech = recorded("fixtures/speech.wav");
const music = recorded("../../audio/music/harbour-lights.wav").subarray(0, 20 * rate);

test("somebody speaking alone is heard for most of the time", () => {
  const { share, longestSeconds } = speechShare(speech);
  expect(share).toBeGreaterThan(0.8);
  expect(longestSeconds).toBeGreaterThan(2);
});

test.each([6, 0])("somebody speaking %i LU above music is heard", (above) => {
  const spoken = louder(speech, loudness(music, rate) + above - loudness(speech, rate));
  const { share, longestSeconds } = speechShare(together(music, spoken));
  expect(share).toBeGreaterThan(0.1);
  expect(longestSeconds).toBeGreaterThan(0.5);
});

test("music alone is not speech", () => {
  const { share, longestSeconds } = speechShare(music);
  expect(share).toBeLessThan(0.01);
  expect(longestSeconds).toBeLessThan(0.2);
});

test("samples of 16 bits are heard as the same samples in −1…1 are", () => {
  const start = speech.subarray(0, 2 * rate);
  expect(speechShare(Int16Array.from(start, (value) => value * 32_768))).toEqual(speechShare(start));
});
