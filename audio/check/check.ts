import { readFileSync, readdirSync } from "node:fs";
import { z } from "zod";
import { audioManifest, type ManifestEntry } from "../../src/audio/manifest.ts";
import { measureRecording, type Figures } from "../measure/recording.ts";
import { faultsOf } from "../measure/rules.ts";
import { samplesOf } from "../measure/samples.ts";
import { entryFaults } from "./entry.ts";

/** One file of the manifest: what was measured of it, where it could be read, and what is wrong with it. */
export type Checked = {
  readonly entry: ManifestEntry;
  readonly figures: Figures | undefined;
  readonly faults: readonly string[];
};

/** What was found in a folder of audio; `faults` are those of no single entry, each with the file that it is about. */
export type AudioReport = { readonly files: readonly Checked[]; readonly faults: readonly string[] };

const soundFolders = ["music", "announcements"];

/**
 * Measures every file that `manifest.json` of a folder names, against the rules of its kind and its own entry, and looks for
 * files without an entry. Faults are told, never thrown.
 */
export function checkAudio(folder: URL): AudioReport {
  const manifest = readManifest(new URL("manifest.json", folder));
  if (typeof manifest === "string") return { files: [], faults: [manifest] };
  const named = new Set(manifest.map(({ file }) => file));
  const unnamed = soundFolders.flatMap((name) => filesIn(folder, name)).filter((file) => !named.has(file));
  return {
    files: manifest.map((entry) => checkFile(folder, entry)),
    faults: unnamed.map((file) => {
      return `${file} is not in the manifest. Delete it, or write its score and run npm run audio:build.`;
    }),
  };
}

function checkFile(folder: URL, entry: ManifestEntry): Checked {
  try {
    const wav = readFileSync(new URL(entry.file, folder));
    const figures = measureRecording(samplesOf(wav));
    return { entry, figures, faults: [...faultsOf(entry.kind, figures), ...entryFaults(folder, entry, wav, figures)] };
  } catch (cause) {
    return { entry, figures: undefined, faults: [`It cannot be read: ${reason(cause)}. Run npm run audio:build.`] };
  }
}

function readManifest(file: URL): readonly ManifestEntry[] | string {
  try {
    const manifest = audioManifest.safeParse(JSON.parse(readFileSync(file, "utf8")));
    if (manifest.success) return manifest.data.tracks;
    return `manifest.json does not hold. Run npm run audio:build.\n${z.prettifyError(manifest.error)}`;
  } catch (cause) {
    return `manifest.json cannot be read: ${reason(cause)}. Run npm run audio:build.`;
  }
}

function filesIn(folder: URL, name: string): string[] {
  try {
    return readdirSync(new URL(`${name}/`, folder)).map((file) => `${name}/${file}`);
  } catch {
    // A folder that nothing was rendered into is not there.
    return [];
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
