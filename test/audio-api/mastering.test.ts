import { array, assert as holds, double, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { longestGap } from "../../audio/measure/level.ts";
import { loudness, truePeak } from "../../audio/measure/loudness.ts";
import { limited } from "../../src/audio/limit.ts";
import { mastered, trimmed, turned, withoutBass } from "../../src/audio/master.ts";
import { phraseEndsOf } from "../../src/audio/phrases.ts";
import { uploadNames } from "../../src/web/upload-names.ts";
import { music } from "./music.ts";

const rate = 8_000;
const channel = (seconds: number) => music(seconds, rate).channels[0] ?? new Float64Array();

describe("phrases", () => {
  const lengths = (ends: readonly number[]) => ends.map((end, i) => (end - (ends[i - 1] ?? 0)) / rate);

  test.each([20, 39.9, 40, 40.1, 61, 79.9, 80.1, 119, 240, 1200])("of %d s of music last 20 to 40 s", (seconds) => {
    const samples = new Float64Array(Math.round(seconds * rate)).map((_, i) => Math.sin(i * i));
    const ends = phraseEndsOf(samples);
    expect(ends.at(-1)).toBe(samples.length);
    for (const length of lengths(ends)) expect([length >= 20, length <= 40]).toEqual([true, true]);
  });

  test("end in a breath where there is one", () => {
    const samples = new Float64Array(60 * rate).map((_, i) => {
      return i > 27 * rate && i < 27.5 * rate ? 0 : Math.sin(i);
    });
    const [first = 0] = phraseEndsOf(samples);
    expect(first / rate).toBeGreaterThan(27);
    expect(first / rate).toBeLessThan(27.5);
  });
});

describe("the limiter", () => {
  test("lets nothing over its ceiling, whatever comes", () => {
    const sounds = array(double({ min: -4, max: 4, noNaN: true }), { minLength: 1, maxLength: 400 });
    holds(
      property(sounds, (sound) => {
        const highest = Math.max(...limited(Float64Array.from(sound), 0.5, rate).map(Math.abs));
        return highest <= 0.5 + 1e-9;
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test("leaves alone what stays under it", () => {
    const sound = channel(2).map((value) => value * 0.2);
    expect(limited(sound, 0.5, rate).every((value, i) => Math.abs(value - (sound[i] ?? 0)) < 1e-12)).toBe(true);
  });
});

/** Mastered as an upload is. */
function master(recording: Float64Array) {
  return mastered(turned(recording, loudness(recording, rate))).samples;
}

describe("mastering", () => {
  test.each([0.01, 0.1, 1, 30])("brings music at %d times its level to -22 LUFS, its peaks under -3 dBTP", (level) => {
    const samples = master(withoutBass(channel(30).map((value) => value * level)));
    expect(loudness(samples, rate)).toBeCloseTo(-22, 0);
    expect(truePeak(samples)).toBeLessThanOrEqual(-3);
  });

  test("holds music of single loud strokes in long quiet under -3 dBTP too", () => {
    const strokes = channel(30).map((value, i) => value * (i % (4 * rate) < rate / 10 ? 1 : 0.01));
    expect(truePeak(master(withoutBass(strokes)))).toBeLessThanOrEqual(-3);
  });

  test("leaves out silence before and after, however soft the music is", () => {
    const soft = new Float64Array(40 * rate);
    soft.set(
      channel(30).map((value) => value * 0.003),
      4 * rate,
    );
    const kept = trimmed(soft, loudness(soft, rate));
    expect(kept.length / rate).toBeCloseTo(30, 0);
    expect(longestGap(master(kept), rate)).toBeLessThan(0.5);
  });
});

describe("names", () => {
  test.each([
    [undefined, undefined, { title: "Untitled", uploadedAs: "" }],
    ["", "calm.mp3", { title: "calm", uploadedAs: "calm.mp3" }],
    ["Café", "C:\\music\\x.wav", { title: "Café", uploadedAs: "x.wav" }],
    ["a\r\nb\u0000c\u202Ed", "%2e%2e%2f%2e%2e%2fx.wav", { title: "a b c d", uploadedAs: "x.wav" }],
    ["x".repeat(999), "%E0%A4%A", { title: "x".repeat(100), uploadedAs: "%E0%A4%A" }],
    [undefined, "..", { title: "..", uploadedAs: ".." }],
  ])("title %j, file %j", (title, file, names) => {
    expect(uploadNames(title, file)).toEqual(names);
  });

  test("are one line of visible characters, whatever is sent", () => {
    const text = string({ unit: "binary", maxLength: 300 });
    holds(
      property(text, text, (title, file) => {
        const names = uploadNames(title, file);
        return Object.values(names).every((name) => !/\p{C}/u.test(name)) && !/[/\\]/.test(names.uploadedAs);
      }),
      { numRuns: 500, seed: 2 },
    );
  });
});
