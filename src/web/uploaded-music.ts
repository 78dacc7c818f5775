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
  /** Whether a routing may name a track from now on: whatever is not being taken away. */
  readonly isOffered: (id: string) => boolean;
  /**
   * Offers a track no longer: resolves when that is durable, to whether there was such a track. While an open call may ask for it, it
   * is played on; otherwise nothing is left of it, on the disk or in memory.
   */
  readonly retire: (id: string) => Promise<boolean>;
  /** A call has ended: what is offered no longer, and nobody asks for any more, goes now. What the disk does not let go of is tried again. */
  readonly callEnded: () => void;
};

/** Opens a folder for uploads, first clearing away what a crash has left there and what was retired and nobody asks for. */
export async function openUploadedMusic(options: UploadedMusicOptions): Promise<UploadedMusic> {
  const { folder, kept, shelf, asked, log } = options;
  for (const note of kept.notes) log.warn(note);
  await sweepKept(folder);
  const entries = new Map<string, UploadedEntry>();
  /** Offered no longer, and still asked for as far as is known. */
  const retired = new Map<string, UploadedEntry>();
  for (const track of kept.tracks) (track.retired ? retired : entries).set(track.entry.sha256, track.entry);
  let last: Promise<unknown> = Promise.resolve();

  /** Two of the same sound at once would be in each other's way. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = last.then(task);
    last = done.catch(() => undefined);
    return done;
  }

  async function keep(track: UploadedTrack): Promise<UploadedTrack> {
    const known = await keepTrack(folder, track);
    retired.delete(known.entry.sha256);
    entries.set(known.entry.sha256, known.entry);
    shelf.put(known);
    return known;
  }

  async function remove({ sha256 }: UploadedEntry): Promise<void> {
    await removeTrack(folder, sha256);
    shelf.take(sha256);
    entries.delete(sha256);
    retired.delete(sha256);
  }

  /** Removes what is retired and nobody asks for. */
  async function clearOut(): Promise<void> {
    if (retired.size === 0) return;
    const stillAsked = asked();
    for (const entry of retired.values()) if (!stillAsked.has(entry.id)) await remove(entry);
  }

  async function retire(id: string): Promise<boolean> {
    const entry = [...entries.values()].find((one) => one.id === id);
    if (!entry) return false;
    if (asked().has(id)) {
      await retireTrack(folder, entry.sha256);
      entries.delete(entry.sha256);
      retired.set(entry.sha256, entry);
    } else await remove(entry);
    return true;
  }

  await clearOut();
  const uploads = openUploads({
    keep: (track) => inTurn(() => keep(track)),
    failed: (why, cause) => log.error({ err: cause }, why),
  });
  return {
    uploads,
    entries: () => [...entries.values()],
    isOffered: (id) => !Array.from(retired.values()).some((entry) => entry.id === id),
    retire: (id) => inTurn(() => retire(id)),
    callEnded() {
      if (retired.size === 0) return;
      inTurn(clearOut).catch((cause: unknown) => log.error({ err: cause }, "a track that was removed is still there"));
    },
  };
}
