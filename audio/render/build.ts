import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { audioManifest, type ManifestEntry } from "../../src/audio/manifest.ts";
import { buildTrack, fileOf, sha256Of, sourceOf } from "./library.ts";
import type { Score } from "./score.ts";
import { scores } from "./scores.ts";

const folder = new URL("../", import.meta.url);
const manifestFile = new URL("manifest.json", folder);
/** `--all`: builds what has not changed too. `--again`: builds all from scratch, compares it with what is there and writes nothing. */
const [all, again] = ["--all", "--again"].map((option) => process.argv.includes(option));

const before = earlierEntries();
try {
  if (again) {
    const other = scores.filter((score) => !sameAgain(score));
    if (other.length > 0) throw new Error(`${other.length} of ${scores.length} came out differently.`);
  } else {
    const tracks = scores.map((score) => unchanged(score) ?? built(score));
    writeFileSync(manifestFile, `${JSON.stringify({ tracks }, null, 2)}\n`);
  }
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
}

/** What was built of a score before, where it would be the same again. */
function unchanged(score: Score): ManifestEntry | undefined {
  const entry = before.find(({ id }) => id === score.id);
  const file = new URL(fileOf(score), folder);
  if (all || entry?.source !== sourceOf(score) || !existsSync(file)) return undefined;
  if (entry.sha256 !== sha256Of(readFileSync(file))) return undefined;
  process.stdout.write(`${entry.file}: as it was\n`);
  return entry;
}

function built(score: Score): ManifestEntry {
  const { wav, entry } = buildTrack(score);
  const file = new URL(entry.file, folder);
  mkdirSync(new URL(".", file), { recursive: true });
  writeFileSync(file, wav);
  const { seconds, loudness, truePeak, bandShare, sha256 } = entry;
  const figures = `${seconds} s, ${loudness} LUFS, ${truePeak} dBTP, ${bandShare} in band`;
  process.stdout.write(`${entry.file}: ${figures}, ${sha256.slice(0, 16)}\n`);
  return entry;
}

/** Whether a build from scratch gives what the manifest says, every figure and the hash of the file. */
function sameAgain(score: Score): boolean {
  const { entry } = buildTrack(score);
  const same = isDeepStrictEqual(
    before.find(({ id }) => id === score.id),
    entry,
  );
  process.stdout.write(`${entry.file}: ${same ? "the same again" : "ANOTHER"}, ${entry.sha256}\n`);
  return same;
}

/** The entries of the manifest, or none where there is none or it is of another form: then everything is built. */
function earlierEntries(): readonly ManifestEntry[] {
  if (!existsSync(manifestFile)) return [];
  const manifest = audioManifest.safeParse(JSON.parse(readFileSync(manifestFile, "utf8")));
  return manifest.success ? manifest.data.tracks : [];
}
