import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { levelOf } from "../../audio/measure/level.ts";
import { samplesOf } from "../../audio/measure/samples.ts";
import { fileOf, sourceOf } from "../../audio/render/library.ts";
import { scores } from "../../audio/render/scores.ts";
import { audioManifest } from "../../src/audio/manifest.ts";

const folder = new URL("../../audio/", import.meta.url);
const { tracks } = audioManifest.parse(JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8")));
const rate = 8000;

test("every score is rendered, and nothing else is in the manifest", () => {
  expect(tracks.map(({ id, kind, file }) => [id, kind, file])).toEqual(
    scores.map((score) => [score.id, score.kind, fileOf(score)]),
  );
});

test("there are six pieces to wait with, three beds and an ident", () => {
  const count = (kind: string) => tracks.filter((track) => track.kind === kind).length;
  expect([count("instrumental"), count("bed"), count("ident")]).toEqual([6, 3, 1]);
});

test("no track is more than one loudness unit above another", () => {
  const levels = tracks.map(({ loudness }) => loudness);
  expect(Math.max(...levels) - Math.min(...levels)).toBeLessThanOrEqual(1);
});

describe.each(scores)("$title", (score) => {
  const track = tracks.find(({ id }) => id === score.id);
  const { seconds = 0, phraseEnds = [], samples = 0, file = "" } = track ?? {};
  const recording = samplesOf(readFileSync(new URL(file, folder)));

  test("was rendered from the score as it now stands", () => {
    expect(track?.source).toBe(sourceOf(score));
  });

  test("lasts as long as its kind should", () => {
    const [shortest, longest] = { instrumental: [90, 180], bed: [8, 15], ident: [3, 5] }[score.kind];
    expect(seconds).toBeGreaterThanOrEqual(shortest ?? 0);
    expect(seconds).toBeLessThanOrEqual(longest ?? 0);
  });

  test("is cut into phrases of about half a minute, if it is long at all", () => {
    const lengths = phraseEnds.map((end, i) => (end - (phraseEnds[i - 1] ?? 0)) / rate);
    expect(lengths).toHaveLength(score.phrases.length);
    const uneven = lengths.filter((length) => Math.abs(length - 30) > 4);
    expect(score.kind === "instrumental" ? uneven : []).toEqual([]);
  });

  test("takes a breath before each phrase ends and starts none suddenly", () => {
    for (const end of phraseEnds) {
      expect(levelOf(recording.subarray(end - rate / 10, end))).toBeLessThan(-28);
      const start = end % samples;
      expect(levelOf(recording.subarray(start, start + rate / 200))).toBeLessThan(-28);
    }
  });
});
