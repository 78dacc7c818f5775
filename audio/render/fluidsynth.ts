import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Samples a second while instruments play; four times the telephone's, so that nothing folds back into what is heard. */
export const studioRate = 32_000;

/** Where Debian's package musescore-general-soundfont-small puts its samples. */
const soundFont = "/usr/share/sounds/sf3/MuseScore_General_Lite.sf3";

const howToInstall =
  "Rendering music needs fluidsynth and its sound font; on Debian: apt-get install fluidsynth musescore-general-soundfont-small";

// Nothing that has a will of its own: no reverberation, no chorus, one thread, room for every note that rings.
const flags = [
  "-q",
  "-n",
  "-i",
  "-R",
  "0",
  "-C",
  "0",
  "-g",
  "0.5",
  "-r",
  String(studioRate),
  "-O",
  "float",
  "-T",
  "raw",
];
const options = ["synth.cpu-cores=1", "synth.polyphony=1024", "synth.dynamic-sample-loading=1"].flatMap((option) => [
  "-o",
  option,
]);

/** What renders, by name and version, for the manifest; throws, saying what to install, where it is not there. */
export function rendererName(): string {
  const { stdout, error } = spawnSync("fluidsynth", ["--version"], { encoding: "utf8" });
  if (error || !existsSync(soundFont)) throw new Error(howToInstall);
  const version = /version (?<number>[\d.]+)/.exec(stdout)?.groups?.["number"] ?? "of unknown version";
  return `fluidsynth ${version}, MuseScore_General_Lite.sf3`;
}

/** Plays a MIDI file: mono samples at `studioRate`, both sides of the stereo in equal parts. */
export function played(midi: Buffer): Float64Array {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-audio-"));
  try {
    const [score, sound] = [join(folder, "stem.mid"), join(folder, "stem.raw")];
    writeFileSync(score, midi);
    const { status, stderr } = spawnSync("fluidsynth", [...flags, ...options, "-F", sound, soundFont, score], {
      encoding: "utf8",
    });
    if (status !== 0 || !existsSync(sound)) throw new Error(`fluidsynth played nothing. ${stderr}\n${howToInstall}`);
    const bytes = readFileSync(sound);
    return new Float64Array(Math.floor(bytes.length / 8)).map(
      (_, i) => (bytes.readFloatLE(8 * i) + bytes.readFloatLE(8 * i + 4)) / 2,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
