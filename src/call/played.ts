import { secondsOfPiece, type Piece } from "../hold/programme.ts";
import type { AnnouncementId, Instant } from "../routing/routing.ts";

/** One thing that the caller was played, for the record: from when, and `what` names it (a track, a prompt, an announcement). */
export type Played = {
  readonly at: Instant;
  readonly kind: "music" | "speech" | "announcement" | "interlude";
  readonly what: string;
};

/**
 * The record with what is played from now on, one piece after the other. Of the music between two spoken things it has each track once, from when it
 * began: it grows with what was said, not with how long somebody waits.
 */
export function withPlayed(before: readonly Played[], pieces: readonly Piece[], at: Instant): readonly Played[] {
  let begins = at;
  return pieces.reduce((record, piece) => {
    const next = playedOf(piece, Math.round(begins));
    begins += secondsOfPiece(piece) * 1_000;
    return goesOn(record, next) ? record : [...record, next];
  }, before);
}

function goesOn(record: readonly Played[], { kind, what }: Played): boolean {
  const musicSince = record.findLastIndex((one) => one.kind !== "music") + 1;
  return kind === "music" && record.slice(musicSince).some((one) => one.what === what);
}

function playedOf(piece: Piece, at: Instant): Played {
  if (piece.kind === "music" || piece.kind === "interlude") return { at, kind: piece.kind, what: piece.track };
  if (piece.kind === "announcement") return { at, kind: "announcement", what: piece.id };
  return { at, kind: "speech", what: piece.what };
}

/** The record without what was to be played after now. */
export function begunBy(now: Instant, record: readonly Played[]): readonly Played[] {
  return record.filter(({ at }) => at <= now);
}

/** The product announcements that were played in a call, in order. */
export function announcementsIn(record: readonly Played[]): readonly AnnouncementId[] {
  return record.flatMap(({ kind, what }) => (kind === "announcement" ? [what] : []));
}
