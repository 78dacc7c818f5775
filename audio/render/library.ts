import { createHash } from "node:crypto";
import type { AudioManifest, ManifestEntry } from "../../src/web/audio-manifest.ts";
import { emptyMuLawWav, telephoneRate } from "../../src/web/wav.ts";
import { harbourLights } from "../scores/harbour-lights.ts";
import { longestGap } from "../measure/level.ts";
import { loudness, truePeak } from "../measure/loudness.ts";
import { heard, render, targetLoudness, type Rendered } from "./render.ts";
import type { Score } from "./score.ts";
import { bandShare } from "../measure/spectrum.ts";

/** Every piece that is built, in the order of the manifest. */
const scores: readonly Score[] = [harbourLights];

/** The frequencies that a telephone carries, in Hz. */
export const telephoneBand = [300, 3400] as const;

/** A file to be written under `audio/`, and what the manifest says of it. */
export type Built = { readonly wav: Buffer; readonly entry: ManifestEntry };

/** Renders every score; throws on the first that would not do for a telephone. */
export function buildLibrary(): { readonly manifest: AudioManifest; readonly built: readonly Built[] } {
  const built = scores.map((score) => buildTrack(score, render(score)));
  return { manifest: { tracks: built.map(({ entry }) => entry) }, built };
}

/** The rendered sound of a score as a WAV file. */
export function wavOf({ sound }: Rendered): Buffer {
  const { wav, sound: place } = emptyMuLawWav(sound.length);
  place.set(sound);
  return wav;
}

function buildTrack(score: Score, rendered: Rendered): Built {
  const wav = wavOf(rendered);
  const { samples, measured } = measure(rendered);
  const entry: ManifestEntry = {
    id: score.id,
    title: score.title,
    composer: "The Holdfast authors",
    licence: "MIT",
    kind: "instrumental",
    file: `music/${score.id}.wav`,
    samples,
    seconds: samples / telephoneRate,
    phraseEnds: [...rendered.phraseEnds],
    ...measured,
    sha256: createHash("sha256").update(wav).digest("hex"),
    score: `scores/${score.id}.ts`,
    renderer: "render/render.ts",
  };
  return { wav, entry };
}

/** Measures what a caller is sent, after mu-law, and refuses what would be too loud, too soft, too dull or silent. */
function measure({ sound }: Rendered) {
  const samples = heard(sound);
  const measured = {
    loudness: rounded(loudness(samples, telephoneRate)),
    truePeak: rounded(truePeak(samples)),
    bandShare: rounded(bandShare(samples, telephoneRate, telephoneBand)),
  };
  const gap = longestGap(samples, telephoneRate);
  const holds =
    Math.abs(measured.loudness - targetLoudness) <= 0.5 &&
    measured.truePeak <= -3 &&
    measured.bandShare >= 0.9 &&
    gap <= 0.5;
  if (!holds) throw new Error(`Not fit for a telephone: ${JSON.stringify({ ...measured, gap })}`);
  return { samples: samples.length, measured };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
