import type { Instant } from "../routing/routing.ts";
import type { MusicAt } from "./heard.ts";

/** One track as the core needs it: where it can be cut. Offsets are samples at 8 kHz. */
export type Track = {
  readonly id: string;
  readonly hash: string;
  readonly samples: number;
  readonly phraseEnds: readonly number[];
  readonly kind: "instrumental";
};

/** What belongs to product announcements and is never waited with, played whole: an ident opens one, a bed leads back to the music. */
export type Interlude = Omit<Track, "kind"> & { readonly kind: "bed" | "ident" };

export const samplesASecond = 8_000;
/** A phrase resumed this close to its end is played on into the next one: a scrap of music is worse than none. */
const scrap = 8 * samplesASecond;

/**
 * Where the music stopped. `finished`: the last document was played to its end; otherwise a key cut it, and how far it
 * had come follows from the time since.
 */
function stoppedAt(music: MusicAt, finished: boolean, now: Instant): number {
  if (finished) return music.to;
  const heardSeconds = (now - music.sentAt) / 1_000 - music.leadSeconds;
  const at = music.from + Math.round(heardSeconds * samplesASecond);
  return Math.min(Math.max(at, music.from), music.to);
}

/** The music of a caller who has left the document that played it: it goes on from here, however much later. */
export function stopped(music: MusicAt, now: Instant): MusicAt {
  const at = stoppedAt(music, false, now);
  return { ...music, from: at, to: at };
}

/**
 * The stretch that comes next: from where the music stopped to the phrase end nearest after `seconds` of it.
 * Where no track of the playlist is there, any other is better than silence.
 */
export function nextStretch(
  playlist: readonly string[],
  tracks: Readonly<Record<string, Track>>,
  music: MusicAt | undefined,
  finished: boolean,
  seconds: number,
  now: Instant,
): { readonly track: string; readonly from: number; readonly to: number } | undefined {
  const wished = playlist.filter((id) => tracks[id] !== undefined);
  const known = wished.length > 0 ? wished : Object.keys(tracks);
  let id = music && known.includes(music.track) ? music.track : known[0];
  if (id === undefined) return undefined;
  let from = music?.track === id ? stoppedAt(music, finished, now) : 0;
  let track = tracks[id];
  if (track && from >= track.samples) {
    id = known[(known.indexOf(id) + 1) % known.length] ?? id;
    track = tracks[id];
    from = 0;
  }
  if (!track) return undefined;
  const wanted = from + Math.max(seconds * samplesASecond, scrap);
  const to = track.phraseEnds.find((end) => end >= wanted) ?? track.samples;
  return { track: id, from, to };
}
