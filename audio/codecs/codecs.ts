import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aligned } from "../measure/magnitude-snr.ts";

/** A codec that a call may go through behind the telephone's mu-law, and how the programs of Debian play it. */
export type Codec = {
  readonly id: "gsm" | "amr122" | "amr59" | "opus8";
  readonly name: string;
  readonly encode: readonly string[];
  readonly decode: readonly string[];
};

/** Samples as the programs hand them over: 16 bits, 8 kHz, mono, without a header. */
const soxRaw = ["-t", "raw", "-r", "8000", "-e", "signed", "-b", "16", "-c", "1"];
const ffmpegRaw = ["-f", "s16le", "-ar", "8000", "-ac", "1"];
const ffmpeg = ["ffmpeg", "-loglevel", "error", "-y"];
// -D: no dither, so that the same sound gives the same bytes.
const sox = ["sox", "-D", "-V1"];

export const codecs: readonly Codec[] = [
  bySox("gsm", "GSM-FR", ["-t", "gsm"]),
  bySox("amr122", "AMR-NB 12.2", ["-t", "amr-nb"], ["-C", "7"]),
  bySox("amr59", "AMR-NB 5.9", ["-t", "amr-nb"], ["-C", "2"]),
  {
    id: "opus8",
    name: "Opus 8k",
    encode: [
      ...ffmpeg,
      ...ffmpegRaw,
      "-i",
      "in",
      "-c:a",
      "libopus",
      "-application",
      "voip",
      "-b:a",
      "8k",
      "-f",
      "ogg",
      "coded",
    ],
    decode: [...ffmpeg, "-c:a", "libopus", "-i", "coded", ...ffmpegRaw, "out"],
  },
];

function bySox(id: Codec["id"], name: string, type: readonly string[], mode: readonly string[] = []): Codec {
  const encode = [...sox, ...soxRaw, "in", ...mode, ...type, "coded"];
  return { id, name, encode, decode: [...sox, ...type, "-r", "8000", "coded", ...soxRaw, "out"] };
}

/** Sends samples at 8 kHz (−1…1) through a codec and back, in step with what went in; throws where a program fails. */
export function roundTrip(samples: Float64Array, { name, encode, decode }: Codec): Float64Array {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-codec-"));
  try {
    writeFileSync(
      join(folder, "in"),
      Int16Array.from(samples, (value) => value * 32_768),
    );
    for (const [program = "", ...words] of [encode, decode]) {
      const { status, error, stderr } = spawnSync(program, words, { cwd: folder, encoding: "utf8" });
      if (status !== 0) throw new Error(`${name}: ${program} failed. ${error?.message ?? stderr}`);
    }
    const { buffer, byteOffset, length } = readFileSync(join(folder, "out"));
    const decoded = Float64Array.from(new Int16Array(buffer, byteOffset, length / 2), (value) => value / 32_768);
    return aligned(samples, decoded);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is missing on this machine to play the codecs, as a sentence that says what to install; none where all is there. */
export function missing(): string | undefined {
  const formats = spawnSync("sox", ["--help"], { encoding: "utf8" }).stdout ?? "";
  const encoders = spawnSync("ffmpeg", ["-hide_banner", "-encoders"], { encoding: "utf8" }).stdout ?? "";
  const lacking = [
    ...(formats.includes("amr-nb") && formats.includes("gsm") ? [] : ["sox with its GSM and AMR formats"]),
    ...(encoders.includes("libopus") ? [] : ["ffmpeg with libopus"]),
  ];
  if (lacking.length === 0) return undefined;
  return `This needs ${lacking.join(" and ")}: apt-get install sox libsox-fmt-base libopencore-amrnb0 ffmpeg`;
}
