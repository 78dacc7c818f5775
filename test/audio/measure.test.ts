import { describe, expect, test } from "vitest";
import { flatTops } from "../../audio/measure/clipping.ts";
import { longestGap, loudestStretch, softestLevel } from "../../audio/measure/level.ts";
import { loudnessRange } from "../../audio/measure/loudness-range.ts";
import { loudness, truePeak } from "../../audio/measure/loudness.ts";
import { measureRecording, telephoneBand } from "../../audio/measure/recording.ts";
import { seamStep } from "../../audio/measure/seam.ts";
import { bandShare } from "../../audio/measure/spectrum.ts";
import { inTurn, louder, rate, silence, sine, together } from "./sounds.ts";

describe("loudness", () => {
  // BS.1770-4: a 997 Hz sine at full scale in one front channel reads −3.01 LKFS.
  test("of BS.1770's own sine is −3.01 LUFS", () => {
    expect(loudness(sine(5, 997, 1), rate)).toBeCloseTo(-3.01, 1);
  });

  test("leaves pauses out, as its gates do", () => {
    const tone = sine(10, 997, 0.1);
    expect(loudness(inTurn(tone, silence(10)), rate)).toBeCloseTo(loudness(tone, rate), 0);
  });

  test("of silence is minus infinity", () => {
    expect(loudness(silence(5), rate)).toBe(-Infinity);
  });

  // EBU Tech 3342, case 1: 20 s at −20 LUFS and 20 s at −30 have a range of 10 LU.
  test("ranges over 10 LU where half is 10 LU softer", () => {
    const soft = sine(20, 1000, 0.01);
    expect(loudnessRange(inTurn(louder(soft, 10), soft), rate)).toBeCloseTo(10, 0);
    expect(loudnessRange(soft, rate)).toBeCloseTo(0, 1);
  });
});

describe("levels", () => {
  test("find the peak between two samples", () => {
    expect(truePeak(sine(5, 2000, 0.5, Math.PI / 4))).toBeCloseTo(-6.02, 0);
  });

  test("find the loudest three seconds", () => {
    const sound = inTurn(sine(5, 500, 0.01), sine(3, 500, 0.5), sine(5, 500, 0.01));
    expect(loudestStretch(sound, rate, 3)).toBeCloseTo(-9.03, 1);
    expect(loudestStretch(sine(1, 500), rate, 3)).toBeCloseTo(-9.03, 1);
  });

  test("know what is soft for a twentieth of the time", () => {
    expect(softestLevel(inTurn(sine(9, 500, 0.5), sine(1, 500, 0.005)), rate)).toBeCloseTo(-49, 0);
    expect(softestLevel(inTurn(sine(97, 500, 0.5), sine(3, 500, 0.005)), rate)).toBeCloseTo(-9, 0);
  });

  test("time a silence", () => {
    expect(longestGap(inTurn(sine(1, 440), silence(0.7), sine(1, 440)), rate)).toBeCloseTo(0.7, 1);
    expect(longestGap(sine(3, 440, 0.01), rate)).toBe(0);
  });

  test("see tops that were cut flat, at whatever level they are stored, and none on a wave left whole", () => {
    const chord = together(sine(5, 440, 0.4), sine(5, 660, 0.4));
    const cut = chord.map((value) => Math.max(-0.5, Math.min(0.5, value)));
    expect(flatTops(chord)).toBeLessThan(5);
    expect(flatTops(cut)).toBeGreaterThan(500);
    expect(flatTops(louder(cut, -20))).toBe(flatTops(cut));
    expect(flatTops(silence(1))).toBe(0);
  });
});

describe("the telephone's band", () => {
  test.each([
    [250, 0],
    [350, 1],
    [3300, 1],
    [3500, 0],
  ])("counts %i Hz as %i", (hertz, share) => {
    expect(bandShare(sine(5, hertz), rate, telephoneBand)).toBeCloseTo(share, 3);
  });

  test("has half of two tones of which one lies outside, however short they are", () => {
    expect(bandShare(together(sine(5, 150), sine(5, 1000)), rate, telephoneBand)).toBeCloseTo(0.5, 2);
    expect(bandShare(together(sine(0.3, 150), sine(0.3, 1000)), rate, telephoneBand)).toBeCloseTo(0.5, 1);
  });
});

describe("the seam", () => {
  test("is like any other place where a wave comes round whole", () => {
    expect(seamStep(sine(1, 440), rate)).toBeLessThanOrEqual(1);
  });

  test("is far larger where a wave is broken off in a soft place, however loud the rest is", () => {
    const soft = sine(1, 440, 0.02);
    const broken = inTurn(soft, sine(1, 440, 0.8), soft, soft.subarray(0, Math.round(rate / 440 / 4)));
    expect(seamStep(broken, rate)).toBeGreaterThan(2);
  });

  test("of silence is nothing", () => {
    expect(seamStep(silence(1), rate)).toBe(0);
  });
});

test("silence is measured too, and is nothing of anything", () => {
  expect(measureRecording(silence(2))).toMatchObject({
    loudness: -Infinity,
    truePeak: -Infinity,
    bandShare: 0,
    gap: 2,
    seam: 0,
    flatTops: 0,
    digits: [],
    tones: [],
    speech: { share: 0, longestSeconds: 0 },
  });
});
