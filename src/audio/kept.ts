import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { muLawSound } from "./wav.ts";
import { uploadedEntry, type UploadedTrack } from "./entry.ts";

/** A track is a folder named by its content: it is there whole, once its folder has that name, or not at all. */
const [soundFile, entryFile, retiredFile] = ["sound.wav", "entry.json", "retired"];
const aside = /^\.[0-9a-f-]+\.tmp$/;

/** A track on the disk. `retired`: it is played to whoever still asks for it, and offered to nobody. */
export type KeptTrack = UploadedTrack & { readonly retired: boolean };

/** What a folder of uploads holds; what cannot be used is left out, each with a note for the log. */
export type Kept = { readonly tracks: readonly KeptTrack[]; readonly notes: readonly string[] };

/** Reads every track in a folder of uploads into memory; a folder that is not there holds none. */
export async function keptTracks(folder: string): Promise<Kept> {
  const names = (await namesIn(folder)).filter((name) => !aside.test(name));
  const read = await Promise.all(names.toSorted().map((name) => readTrack(folder, name)));
  return {
    tracks: read.filter((track) => typeof track !== "string"),
    notes: read.filter((note) => typeof note === "string"),
  };
}

/** The ids of the tracks that are offered to nobody any more. */
export function retiredIn({ tracks }: Pick<Kept, "tracks">): ReadonlySet<string> {
  return new Set(tracks.flatMap((track) => (track.retired ? [track.entry.id] : [])));
}

/**
 * Keeps a track for good, one at a time: what is not whole on the disk is never seen. Gives back what is kept, which is the older one where the
 * same sound was there already; a retired one is offered again. Throws where the disk does not take it.
 */
export async function keepTrack(folder: string, track: UploadedTrack): Promise<UploadedTrack> {
  const { sha256 } = track.entry;
  const [half, whole] = [asideIn(folder), join(folder, sha256)];
  const before = await readTrack(folder, sha256);
  if (typeof before !== "string") {
    if (before.retired) await rm(join(whole, retiredFile));
    if (before.retired) await synced(whole);
    return before;
  }
  try {
    await mkdir(half, { recursive: true });
    await written(join(half, soundFile), track.wav);
    await written(join(half, entryFile), `${JSON.stringify(track.entry, null, 2)}\n`);
    await synced(half);
    // Only what cannot be used can be in the way: it was looked at above.
    await rm(whole, { recursive: true, force: true });
    await rename(half, whole);
  } catch (cause) {
    await rm(half, { recursive: true, force: true });
    throw cause;
  }
  await synced(folder);
  return track;
}

/** Retires a track that is kept, for good: it stays, and is offered to nobody any more. */
export async function retireTrack(folder: string, sha256: string): Promise<void> {
  const whole = join(folder, sha256);
  await writeFile(join(whole, retiredFile), "");
  await synced(whole);
}

/** Removes a track for good, if it is there: in one step, so that no crash leaves a part of it. */
export async function removeTrack(folder: string, sha256: string): Promise<void> {
  const gone = asideIn(folder);
  await rename(join(folder, sha256), gone).catch(unlessMissing);
  await synced(folder);
  await rm(gone, { recursive: true, force: true });
}

/** Removes what a crash has left half-written or half-removed. Nobody may be keeping a track meanwhile. */
export async function sweepKept(folder: string): Promise<void> {
  const left = (await namesIn(folder)).filter((name) => aside.test(name));
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

/** The track in a folder, or a note that says why it cannot be used. */
async function readTrack(folder: string, name: string): Promise<KeptTrack | string> {
  const unusable = (why: string) => `${join(folder, name)} is left out and not played: ${why}`;
  try {
    const wav = await readFile(join(folder, name, soundFile));
    const entry = uploadedEntry.safeParse(JSON.parse(await readFile(join(folder, name, entryFile), "utf8")));
    if (!entry.success) return unusable(`its ${entryFile} does not hold`);
    const { sha256, samples } = entry.data;
    const found = createHash("sha256").update(wav).digest("hex");
    if (found !== sha256 || found !== name) return unusable(`its ${soundFile} is not the one that was kept`);
    if (muLawSound(wav).length !== samples) return unusable(`its ${entryFile} says another length`);
    return { entry: entry.data, wav, retired: existsSync(join(folder, name, retiredFile)) };
  } catch (cause) {
    return unusable(cause instanceof Error ? cause.message : String(cause));
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(unlessMissing)) ?? [];
}

function unlessMissing(cause: unknown): undefined {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
  throw cause;
}

/** A name beside the tracks for what is not whole yet, or no longer. */
function asideIn(folder: string): string {
  return join(folder, `.${randomUUID()}.tmp`);
}

/** Writes a new file, durably but for its name. */
export async function written(path: string, content: Buffer | string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the names in a folder durable. Windows does this by itself and refuses to be asked. */
export async function synced(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
