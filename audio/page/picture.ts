import type { ManifestEntry } from "../../src/audio/manifest.ts";
import { bandLevels } from "../measure/bands.ts";
import { spectrumPanel } from "./spectrum.ts";
import { picture } from "./svg.ts";
import { waveform } from "./waveform.ts";

/** A piece as a picture: its waveform above, its spectrum below, with what GSM left of it where that was measured. */
export function pictureOf(
  entry: ManifestEntry,
  samples: Float64Array,
  afterGsm: readonly number[] | undefined,
): string {
  const [left, width] = [44, 800];
  return picture(left + width + 30, 370, `${entry.title}: waveform and spectrum`, [
    waveform(samples, entry.phraseEnds, { left, top: 28, width, height: 110 }),
    spectrumPanel(bandLevels(samples), afterGsm, { left, top: 194, width, height: 140 }),
  ]);
}
