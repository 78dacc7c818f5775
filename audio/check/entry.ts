import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import type { ManifestEntry } from "../../src/audio/manifest.ts";
import type { Figures } from "../measure/recording.ts";

/** Built by hand or changed after the build: either way the cure is to build it again. */
const cure = "Run npm run audio:build; nothing in the manifest is written by hand.";

/**
 * Where a manifest entry and its file differ, one sentence each with what to do; none where they agree. `folder` is where the
 * manifest lies.
 */
export function entryFaults(folder: URL, entry: ManifestEntry, wav: Buffer, figures: Figures): string[] {
  const sha256 = createHash("sha256").update(wav).digest("hex");
  const samples = Math.round(figures.seconds * 8000);
  const faults: string[] = [];
  if (entry.sha256 !== sha256) faults.push(`It is not the file in the manifest: its sha256 is ${sha256}. ${cure}`);
  if (entry.samples !== samples) faults.push(`It has ${samples} samples; the manifest says ${entry.samples}. ${cure}`);
  if (entry.seconds !== figures.seconds) {
    faults.push(`It lasts ${figures.seconds} s; the manifest says ${entry.seconds}. ${cure}`);
  }
  for (const [name, told, found] of measured(entry, figures)) {
    if (Math.abs(told - found) > 0.0015) {
      faults.push(`Its ${name} is ${found.toFixed(3)}; the manifest says ${told}. ${cure}`);
    }
  }
  for (const source of [entry.score, entry.renderer]) {
    if (!existsSync(new URL(source, folder))) {
      faults.push(`The manifest names ${source} as its source, which is not there. ${cure}`);
    }
  }
  return faults;
}

function measured(entry: ManifestEntry, figures: Figures) {
  return [
    ["loudness", entry.loudness, figures.loudness],
    ["true peak", entry.truePeak, figures.truePeak],
    ["share of power in the band", entry.bandShare, figures.bandShare],
    ["share of speech", entry.speechShare, figures.speech.share],
  ] as const;
}
