import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Router } from "express";
import { z } from "zod";
import { audioManifest, type AudioManifest, type ManifestEntry } from "../audio/manifest.ts";
import type { Interlude, Track } from "../hold/music.ts";
import { sendWav } from "./audio-send.ts";
import { sliceOf } from "../audio/slice.ts";
import { waveformOf } from "../audio/waveform.ts";
import { muLawSound } from "../audio/wav.ts";

/** What must be known of a sound to play it: its name, where it can be cut, and which file it is. */
export type Cuttable = Omit<Track, "hash"> & { readonly sha256: string };

/** A sound that somebody uploaded, with the whole of its file. */
export type Uploaded = { readonly entry: Cuttable; readonly wav: Buffer };

/** The music that is ready to be played, and the routes that play it: mount the router at `/audio`. */
export type AudioShelf = {
  /** What a queue may name to be waited with. */
  readonly tracks: readonly Track[];
  /** What belongs to product announcements, and is never waited with. */
  readonly interludes: readonly Interlude[];
  /** What the manifest says of everything that Holdfast comes with. */
  readonly shipped: readonly ManifestEntry[];
  readonly router: Router;
  /** Under which hash a sound is served; nothing where there is no such sound. */
  readonly hashOf: (id: string) => string;
  /** The loudest moment in each of equal parts of a sound, in hundredths, worked out once; undefined where there is no such sound. */
  readonly waveform: (id: string) => readonly number[] | undefined;
  /** Puts one more sound on the shelf: it is served from now on, and a routing that is published from now on may name it. */
  readonly put: (uploaded: Uploaded) => void;
  /** Takes a sound off the shelf, by the hash of its file: it is not served any more, and no longer in memory. */
  readonly take: (sha256: string) => void;
};

/** A sound of whatever kind, as it is listed. */
type Listed = Omit<Track, "kind"> & Pick<ManifestEntry, "kind">;

/** A sound as it is listed, with the whole file and the mu-law bytes in it. */
type Recording = {
  readonly track: Listed;
  readonly wav: Buffer;
  readonly sound: Buffer;
  waveform?: readonly number[];
};

/**
 * Opens a folder of music: reads `manifest.json` and every file that it names into memory, and puts what was uploaded beside
 * it. Throws, naming the file, where one cannot be read or is not what the manifest says.
 */
export async function openAudio(folder: string, uploaded: readonly Uploaded[] = []): Promise<AudioShelf> {
  const { tracks } = await readManifest(join(folder, "manifest.json"));
  const own = await Promise.all(tracks.map((entry) => readRecording(join(folder, entry.file), entry)));
  const recordings = [...own, ...uploaded.map(({ entry, wav }) => recordingOf(wav, entry, entry.id))];
  const byHash = new Map(recordings.map((recording) => [recording.track.hash, recording]));
  const hashes = new Map(recordings.map(({ track }) => [track.id, track.hash]));
  const listed = () => byKind(Array.from(byHash.values(), ({ track }) => track));
  return {
    get tracks() {
      return listed().tracks;
    },
    get interludes() {
      return listed().interludes;
    },
    shipped: tracks,
    router: musicRouter(byHash),
    hashOf: (id) => hashes.get(id) ?? "",
    waveform(id) {
      const recording = byHash.get(hashes.get(id) ?? "");
      if (!recording) return undefined;
      return (recording.waveform ??= waveformOf(recording.sound));
    },
    put({ entry, wav }) {
      const recording = recordingOf(wav, entry, entry.id);
      byHash.set(recording.track.hash, recording);
      hashes.set(entry.id, recording.track.hash);
    },
    take: (sha256) => void byHash.delete(hashOf(sha256)),
  };
}

type ByKind = { readonly tracks: readonly Track[]; readonly interludes: readonly Interlude[] };

function byKind(listed: readonly Listed[]): ByKind {
  return {
    tracks: listed.flatMap(({ kind, ...track }): Track[] => (kind === "instrumental" ? [{ ...track, kind }] : [])),
    interludes: listed.flatMap(({ kind, ...track }): Interlude[] =>
      kind === "bed" || kind === "ident" ? [{ ...track, kind }] : [],
    ),
  };
}

async function readManifest(file: string): Promise<AudioManifest> {
  const text = await readNamed(file);
  const manifest = audioManifest.safeParse(parseJson(text.toString("utf8"), file));
  if (!manifest.success) throw new Error(`${file} does not hold:\n${z.prettifyError(manifest.error)}`);
  return manifest.data;
}

async function readRecording(file: string, entry: ManifestEntry): Promise<Recording> {
  return recordingOf(await readNamed(file), entry, file);
}

function recordingOf(
  wav: Buffer,
  { id, samples, phraseEnds, kind, sha256 }: Omit<Listed, "hash"> & Pick<ManifestEntry, "sha256">,
  file: string,
): Recording {
  const found = createHash("sha256").update(wav).digest("hex");
  if (found !== sha256) throw new Error(`${file} is not the file in the manifest: its sha256 is ${found}`);
  const sound = soundIn(wav, file);
  if (sound.length !== samples) throw new Error(`${file} holds ${sound.length} samples, the manifest says ${samples}`);
  return { track: { id, hash: hashOf(sha256), samples, phraseEnds, kind }, wav, sound };
}

/** What names a sound in its address. */
function hashOf(sha256: string): string {
  return sha256.slice(0, 16);
}

async function readNamed(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new Error(`${file} cannot be read`, { cause });
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not JSON`, { cause });
  }
}

function soundIn(wav: Buffer, file: string): Buffer {
  try {
    return muLawSound(wav);
  } catch (cause) {
    throw new Error(`${file} cannot be played on a telephone`, { cause });
  }
}

/**
 * The patterns admit one way to write each address, so that nothing is cached twice; and hashes are looked up among the
 * tracks in memory, so that no address is ever a path to a file.
 */
function musicRouter(byHash: ReadonlyMap<string, Recording>): Router {
  const router = Router();
  router.get(/^\/music\/(?<hash>[0-9a-f]{16})\.wav$/, (request, response, next) => {
    const recording = byHash.get(request.params["hash"] ?? "");
    if (!recording) return next();
    sendWav(request, response, [recording.wav], recording.track.hash);
  });
  router.get(
    /^\/music\/(?<hash>[0-9a-f]{16})\/(?<from>0|[1-9]\d{0,9})-(?<to>[1-9]\d{0,9})\.wav$/,
    (request, response, next) => {
      const { hash = "", from: first, to: last } = request.params;
      const [from, to] = [Number(first), Number(last)];
      const recording = byHash.get(hash);
      if (!recording || from >= to || to > recording.sound.length) return next();
      sendWav(request, response, sliceOf(recording.sound, from, to), `${hash}-${from}-${to}`);
    },
  );
  router.use("/music", (_, response) => {
    response.set({ "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" });
    response.status(404).type("text/plain").send("There is no such music here.\n");
  });
  return router;
}
