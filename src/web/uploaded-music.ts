import type { Logger } from "pino";
import type { UploadedEntry, UploadedTrack } from "../audio/entry.ts";
import { keepTrack, sweepKept, type Kept } from "../audio/kept.ts";
import { openUploads, type Uploads } from "../audio/uploads.ts";
import type { AudioShelf } from "./audio.ts";

export type UploadedMusicOptions = {
  /** Where uploads are kept; nobody else may be keeping any there. */
  readonly folder: string;
  /** What was found there at the start. */
  readonly kept: Kept;
  readonly shelf: AudioShelf;
  readonly log: Logger;
};

/** Uploads that are kept in a folder and served from a shelf at once, and what is known of all of them by now. */
export type UploadedMusic = { readonly uploads: Uploads; readonly entries: () => readonly UploadedEntry[] };

/** Opens a folder for uploads, first clearing away what a crash has left there. */
export async function openUploadedMusic({ folder, kept, shelf, log }: UploadedMusicOptions): Promise<UploadedMusic> {
  for (const note of kept.notes) log.warn(note);
  await sweepKept(folder);
  const entries = new Map(kept.tracks.map(({ entry }) => [entry.sha256, entry]));
  let last: Promise<unknown> = Promise.resolve();

  async function keep(track: UploadedTrack): Promise<UploadedTrack> {
    const known = await keepTrack(folder, track);
    entries.set(known.entry.sha256, known.entry);
    shelf.put(known);
    return known;
  }

  const uploads = openUploads({
    // Two of the same sound at once would be in each other's way.
    keep(track) {
      const kept = last.then(() => keep(track));
      last = kept.catch(() => undefined);
      return kept;
    },
    failed: (why, cause) => log.error({ err: cause }, why),
  });
  return { uploads, entries: () => [...entries.values()] };
}
