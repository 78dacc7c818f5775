import type { Piece } from "../hold/programme.ts";
import type { AnnouncementId, Instant } from "../routing/routing.ts";

/** One thing that the caller was played, for the record: `what` names it (a track, a prompt, an announcement). */
export type Played = {
  readonly at: Instant;
  readonly kind: "music" | "speech" | "announcement";
  readonly what: string;
};

/**
 * The record with what is played now. Of the music between two spoken things it has each track once, from when it
 * began: it grows with what was said, not with how long somebody waits.
 */
export function withPlayed(before: readonly Played[], pieces: readonly Piece[], at: Instant): readonly Played[] {
  return pieces.reduce((record, piece) => {
    const next = playedOf(piece, at);
    return goesOn(record, next) ? record : [...record, next];
  }, before);
}

function goesOn(record: readonly Played[], { kind, what }: Played): boolean {
  const musicSince = record.findLastIndex((one) => one.kind !== "music") + 1;
  return kind === "music" && record.slice(musicSince).some((one) => one.what === what);
}

function playedOf(piece: Piece, at: Instant): Played {
  if (piece.kind === "music") return { at, kind: "music", what: piece.track };
  if (piece.kind === "announcement") return { at, kind: "announcement", what: piece.id };
  return { at, kind: "speech", what: piece.what };
}

/** The product announcements that were played in a call, in order. */
export function announcementsIn(record: readonly Played[]): readonly AnnouncementId[] {
  return record.flatMap(({ kind, what }) => (kind === "announcement" ? [what] : []));
}
