import { createHash } from "node:crypto";
import type { ManifestEntry } from "../../src/audio/manifest.ts";
import { emptyMuLawWav, telephoneRate } from "../../src/audio/wav.ts";
import { measureRecording } from "../measure/recording.ts";
import { faultsOf } from "../measure/rules.ts";
import { samplesOf } from "../measure/samples.ts";
import { rendererName } from "./fluidsynth.ts";
import { mastering } from "./master.ts";
import { render } from "./render.ts";
import type { Score } from "./score.ts";
import { stemsOf, type Stem } from "./stems.ts";

/** A file to be written under `audio/`, and what the manifest says of it. */
export type Built = { readonly wav: Buffer; readonly entry: ManifestEntry };

/**
 * What a piece is rendered from, as a sha256: every note of every instrument, the balance, and the mastering. Where it is the
 * one in the manifest, the committed file was rendered from the score as it now stands.
 */
export function sourceOf(score: Score, stems: readonly Stem[] = stemsOf(score)): string {
  const parts = stems.map(({ midi, ...stem }) => ({ ...stem, midi: midi.toString("base64") }));
  return sha256Of(JSON.stringify({ kind: score.kind, parts, mastering }));
}

/** Renders one score and measures it; throws, saying why, where it would not do for a telephone or nothing is there to play it. */
export function buildTrack(score: Score): Built {
  const playedBy = rendererName();
  const stems = stemsOf(score);
  const { sound, phraseEnds } = render(score, stems);
  const { wav, sound: place } = emptyMuLawWav(sound.length);
  place.set(sound);
  const figures = measureRecording(samplesOf(wav));
  const faults = faultsOf(score.kind, figures);
  if (faults.length > 0) throw new Error(`${score.id} is not fit for a telephone:\n${faults.join("\n")}`);
  const entry: ManifestEntry = {
    id: score.id,
    title: score.title,
    composer: "The Holdfast authors",
    licence: "MIT",
    kind: score.kind,
    file: fileOf(score),
    samples: sound.length,
    seconds: sound.length / telephoneRate,
    phraseEnds: [...phraseEnds],
    loudness: rounded(figures.loudness),
    truePeak: rounded(figures.truePeak),
    bandShare: rounded(figures.bandShare),
    speechShare: rounded(figures.speech.share),
    sha256: sha256Of(wav),
    score: `scores/${score.id}.ts`,
    renderer: "render/render.ts",
    playedBy,
    source: sourceOf(score, stems),
  };
  return { wav, entry };
}

/** Where the sound of a score lies under `audio/`. */
export function fileOf({ id, kind }: Score): string {
  return `${kind === "instrumental" ? "music" : "announcements"}/${id}.wav`;
}

/** The sha256 of a file or a text, in hexadecimal. */
export function sha256Of(data: Buffer | string): string {
  return createHash("sha256").update(data).digest("hex");
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
