import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { chord } from "../audio/render/chords.ts";
import { levelOf, longestGap } from "../audio/measure/level.ts";
import { telephoneBand, wavOf } from "../audio/render/library.ts";
import { loudness, truePeak } from "../audio/measure/loudness.ts";
import { notesOf } from "../audio/render/notes.ts";
import { heard, render } from "../audio/render/render.ts";
import { bars, unitsInBar } from "../audio/render/score.ts";
import { bandShare } from "../audio/measure/spectrum.ts";
import { harbourLights } from "../audio/scores/harbour-lights.ts";
import { audioManifest } from "../src/web/audio-manifest.ts";

const folder = new URL("../audio/", import.meta.url);
const { tracks } = audioManifest.parse(JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8")));
const rate = 8000;

test("the manifest names every file of music, and no other", () => {
  const files = readdirSync(new URL("music/", folder)).map((name) => `music/${name}`);
  expect(tracks.map(({ file }) => file).sort()).toEqual(files.sort());
});

describe.each(tracks)("$title", ({ file, samples, seconds, phraseEnds, sha256, ...figures }) => {
  const wav = readFileSync(new URL(file, folder));
  const sound = wav.subarray(58, 58 + samples);
  const recording = heard(sound);

  test("is the file in the manifest, with its score beside it", () => {
    expect(createHash("sha256").update(wav).digest("hex")).toBe(sha256);
    for (const source of [figures.score, figures.renderer])
      expect(readFileSync(new URL(source, folder), "utf8")).not.toBe("");
  });

  test("is 8 kHz mono mu-law of exactly the length that the manifest says", () => {
    expect([wav.readUInt16LE(20), wav.readUInt16LE(22), wav.readUInt32LE(24)]).toEqual([7, 1, rate]);
    expect([wav.readUInt32LE(54), wav.length]).toEqual([samples, 58 + samples]);
    expect(samples / rate).toBe(seconds);
  });

  test("has phrases of exactly thirty seconds", () => {
    const starts = [0, ...phraseEnds.slice(0, -1)];
    expect(phraseEnds.map((end, i) => (end - (starts[i] ?? 0)) / rate)).toEqual(phraseEnds.map(() => 30));
  });

  test("is as loud as every other track, and clips on no trunk", () => {
    expect(Math.abs(loudness(recording, rate) + 22)).toBeLessThanOrEqual(1);
    expect(loudness(recording, rate)).toBeCloseTo(figures.loudness, 2);
    expect(truePeak(recording)).toBeLessThanOrEqual(-3);
    expect(truePeak(recording)).toBeCloseTo(figures.truePeak, 2);
  });

  test("keeps at least nine tenths of its power where a telephone hears", () => {
    const share = bandShare(recording, rate, telephoneBand);
    expect(share).toBeGreaterThanOrEqual(0.9);
    expect(share).toBeCloseTo(figures.bandShare, 2);
  });

  test("is never silent for half a second, so that nobody thinks the line is dead", () => {
    expect(longestGap(recording, rate)).toBeLessThanOrEqual(0.5);
  });

  test("takes a breath before each phrase ends and starts none suddenly", () => {
    for (const end of phraseEnds) {
      expect(levelOf(recording.subarray(end - rate / 10, end))).toBeLessThan(-30);
      const start = end % samples;
      expect(levelOf(recording.subarray(start, start + rate / 200))).toBeLessThan(-30);
    }
  });

  test("leads from its last sample to its first by no larger a step than it takes all the time", () => {
    const steps = recording.map((value, i) => Math.abs(value - (recording.at(i - 1) ?? 0)));
    const [seam = 1] = steps;
    expect(steps.filter((step) => step < seam).length / steps.length).toBeLessThan(0.95);
  });
});

describe("Harbour Lights, rendered again", () => {
  // About seven seconds of one processor; a busy one may need many times that.
  test("is the committed file, byte for byte", { timeout: 180_000 }, () => {
    const sha256 = createHash("sha256")
      .update(wavOf(render(harbourLights)))
      .digest("hex");
    expect(sha256).toBe(tracks.find(({ id }) => id === "harbour-lights")?.sha256);
  });

  test("has no tone of the melody a semitone from a chord tone on a strong beat", () => {
    const chords = harbourLights.phrases.flatMap((phrase) => bars(phrase.chords).map((names) => names.map(chord)));
    const clashes = notesOf(harbourLights)
      .filter(({ part }) => part === "melody")
      .flatMap(({ at, key }) => {
        const unit = Math.round(at / harbourLights.unitSeconds);
        const names = chords[Math.floor(unit / unitsInBar)] ?? [];
        const tones = names[Math.floor(((unit % unitsInBar) * names.length) / unitsInBar)]?.tones ?? [];
        return unit % 3 === 0 && tones.some((tone) => [1, 11].includes((key - tone + 120) % 12)) ? [{ unit, key }] : [];
      });
    expect(clashes).toEqual([]);
  });

  test("moves no voice of the accompaniment by more than a third from chord to chord", () => {
    const chords = harbourLights.phrases.flatMap((phrase) =>
      bars(phrase.chords)
        .flat()
        .map((name) => chord(name).tones),
    );
    const leaps = chords.flatMap((tones, i) => {
      const before = chords.at(i - 1) ?? [];
      return tones.map((tone, voice) => Math.abs(tone - (before[voice] ?? 0)));
    });
    expect(Math.max(...leaps)).toBeLessThanOrEqual(4);
  });

  test("stays where melodies come through: A4 to B5 above, E4 to D#5 between, B2 to C4 below", () => {
    const ranges = { melody: [69, 83], broken: [64, 75], bass: [47, 60] } as const;
    const outside = notesOf(harbourLights).filter(({ part, key }) => key < ranges[part][0] || key > ranges[part][1]);
    expect(outside).toEqual([]);
  });
});

describe("the measuring itself", () => {
  // BS.1770-4: a 997 Hz sine at full scale in one front channel reads −3.01 LKFS.
  test("reads the loudness of BS.1770's own sine", () => {
    expect(loudness(sine(997, 1), rate)).toBeCloseTo(-3.01, 1);
  });

  test("finds the peak between two samples", () => {
    expect(truePeak(sine(2000, 0.5, Math.PI / 4))).toBeCloseTo(-6.02, 0);
  });

  test.each([
    [250, 0],
    [350, 1],
    [3300, 1],
    [3500, 0],
  ])("counts %i Hz as %i of the telephone's band", (hertz, share) => {
    expect(bandShare(sine(hertz, 0.5), rate, telephoneBand)).toBeCloseTo(share, 3);
  });

  test("times a silence", () => {
    const recording = sine(440, 0.5);
    recording.fill(0, rate, 1.7 * rate);
    expect(longestGap(recording, rate)).toBeCloseTo(0.7, 1);
  });
});

/** Five seconds of a pure tone. */
function sine(hertz: number, level: number, phase = 0): Float64Array {
  return new Float64Array(5 * rate).map((_, i) => level * Math.sin((2 * Math.PI * hertz * i) / rate + phase));
}
