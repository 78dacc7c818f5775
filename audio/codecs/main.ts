import { readFileSync, writeFileSync } from "node:fs";
import { audioManifest, type ManifestEntry } from "../../src/audio/manifest.ts";
import { bandLevels } from "../measure/bands.ts";
import { longestGap } from "../measure/level.ts";
import { loudnessRange } from "../measure/loudness-range.ts";
import { loudness, truePeak } from "../measure/loudness.ts";
import { magnitudeSnr } from "../measure/magnitude-snr.ts";
import { telephoneBand } from "../measure/recording.ts";
import { samplesOf } from "../measure/samples.ts";
import { bandShare } from "../measure/spectrum.ts";
import { asteriskMusic } from "./asterisk.ts";
import { codecs, missing, roundTrip } from "./codecs.ts";
import { figuresFile, readFigures, type CodecFigures, type ForeignFigures, type PieceFigures } from "./figures.ts";

const audio = new URL("../", import.meta.url);
const rate = 8000;

const lacking = missing();
if (lacking === undefined) run();
else {
  process.stderr.write(`${lacking}\n`);
  process.exitCode = 1;
}

/** Measures what has changed since the last run, all of it with `--all`. */
function run(): void {
  const before: CodecFigures = process.argv.includes("--all") ? { pieces: [], asterisk: [] } : readFigures();
  const { tracks } = audioManifest.parse(JSON.parse(readFileSync(new URL("manifest.json", audio), "utf8")));
  const pieces = tracks.map((entry) => before.pieces.find(({ sha256 }) => sha256 === entry.sha256) ?? pieceOf(entry));
  const asterisk = before.asterisk.length > 0 ? before.asterisk : asteriskMusic().map(foreignOf);
  writeFileSync(figuresFile, `${JSON.stringify({ pieces, asterisk } satisfies CodecFigures, null, 2)}\n`);
}

function pieceOf({ id, file, sha256 }: ManifestEntry): PieceFigures {
  const samples = samplesOf(readFileSync(new URL(file, audio)));
  const { snr, gsm } = throughAll(id, samples);
  const afterGsm = {
    loudness: rounded(loudness(gsm, rate)),
    bandShare: rounded(bandShare(gsm, rate, telephoneBand)),
    gap: longestGap(gsm, rate),
    bands: bandLevels(gsm),
  };
  return { id, sha256, snr, afterGsm };
}

function foreignOf({ name, samples }: { readonly name: string; readonly samples: Float64Array }): ForeignFigures {
  return {
    name,
    loudness: rounded(loudness(samples, rate)),
    range: rounded(loudnessRange(samples, rate)),
    truePeak: rounded(truePeak(samples)),
    bandShare: rounded(bandShare(samples, rate, telephoneBand)),
    gap: longestGap(samples, rate),
    snr: throughAll(name, samples).snr,
  };
}

/** The SNR behind each codec, and the sound that GSM leaves. */
function throughAll(name: string, samples: Float64Array) {
  const snr = { gsm: 0, amr122: 0, amr59: 0, opus8: 0 };
  let gsm = samples;
  for (const codec of codecs) {
    const decoded = roundTrip(samples, codec);
    snr[codec.id] = rounded(magnitudeSnr(samples, decoded));
    if (codec.id === "gsm") gsm = decoded;
  }
  process.stdout.write(
    `${name}: ${codecs.map(({ id, name: codec }) => `${codec} ${snr[id].toFixed(1)} dB`).join(", ")}\n`,
  );
  return { snr, gsm };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
