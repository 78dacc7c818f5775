import type { Logger } from "pino";
import type { UploadedEntry, UploadedTrack } from "../audio/entry.ts";
import { keepTrack, removeTrack, retireTrack, sweepKept, type Kept } from "../audio/kept.ts";
import { openUploads, type Uploads } from "../audio/uploads.ts";
import type { AudioShelf } from "./audio.ts";

export type UploadedMusicOptions = {
  /** Where uploads are kept; nobody else may be keeping any there. */
  readonly folder: string;
  /** What was found there at the start. */
  readonly kept: Kept;
  readonly shelf: AudioShelf;
  /** The tracks that open calls may still ask for, by id. */
  readonly asked: () => ReadonlySet<string>;
  readonly log: Logger;
};

/** Uploads that are kept in a folder and served from a shelf at once. */
export type UploadedMusic = {
  readonly uploads: Uploads;
  /** What is offered by now. */
  readonly entries: () => readonly UploadedEntry[];
  /**
   * Offers a track no longer: resolves when that is durable, to whether there was such a track. This process plays it on; its file
   * stays while an open call may ask for it.
   */
  readonly retire: (id: string) => Promise<boolean>;
};

/** Opens a folder for uploads, first clearing away what a crash has left there and what was retired and nobody asks for. */
export async function openUploadedMusic(options: UploadedMusicOptions): Promise<UploadedMusic> {
  const { folder, kept, shelf, asked, log } = options;
  for (const note of kept.notes) log.warn(note);
  await sweepKept(folder);
  const retired = kept.tracks.filter((track) => track.retired && !asked().has(track.entry.id));
  for (const { entry } of retired) await removeTrack(folder, entry.sha256);
  const entries = new Map(kept.tracks.flatMap((track) => (track.retired ? [] : [[track.entry.sha256, track.entry]])));
  let last: Promise<unknown> = Promise.resolve();

  /** Two of the same sound at once would be in each other's way. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = last.then(task);
    last = done.catch(() => undefined);
    return done;
  }

  async function keep(track: UploadedTrack): Promise<UploadedTrack> {
    const known = await keepTrack(folder, track);
    entries.set(known.entry.sha256, known.entry);
    shelf.put(known);
    return known;
  }

  async function retire(id: string): Promise<boolean> {
    const entry = [...entries.values()].find((one) => one.id === id);
    if (!entry) return false;
    await (asked().has(id) ? retireTrack : removeTrack)(folder, entry.sha256);
    entries.delete(entry.sha256);
    return true;
  }

  const uploads = openUploads({
    keep: (track) => inTurn(() => keep(track)),
    failed: (why, cause) => log.error({ err: cause }, why),
  });
  return { uploads, entries: () => [...entries.values()], retire: (id) => inTurn(() => retire(id)) };
}
