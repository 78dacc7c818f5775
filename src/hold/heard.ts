import type { AnnouncementId, Instant } from "../routing/routing.ts";

/** A wait in seconds, from and to. */
export type WaitRange = { readonly from: number; readonly to: number };

/** One thing that was spoken to a waiting caller. `what` is the kind of news, or "answer" to a key; `seconds` its length. */
export type Spoken = { readonly at: Instant; readonly seconds: number; readonly what: string };

/** Where the music is: the stretch that the last document plays, in samples, after `leadSeconds` of speech. */
export type MusicAt = {
  readonly track: string;
  readonly from: number;
  readonly to: number;
  readonly sentAt: Instant;
  readonly leadSeconds: number;
};

/**
 * What speech tells a caller, as it was known before the last document began to speak; heard only from `until` on. A product
 * announcement counts as heard in this call from its first word, at `announcedAt`, and in later ones when it was heard out.
 */
export type Telling = {
  readonly until: Instant;
  readonly announcedAt?: Instant;
  readonly before: Pick<Heard, "place" | "wait" | "closingSaid" | "desertedSaid">;
};

/** What one caller has heard in this wait: the whole of what the programme needs to go on from. */
export type Heard = {
  readonly music?: MusicAt;
  readonly telling?: Telling;
  /** Speech within the longest budget window, oldest first. */
  readonly spoken: readonly Spoken[];
  /** The last place and wait that were said. */
  readonly place?: number;
  readonly wait?: WaitRange;
  /** Product announcements played in this call, in order. */
  readonly announcements: readonly AnnouncementId[];
  /** Those of which the details were sent as a text. */
  readonly texted?: readonly AnnouncementId[];
  readonly quiet: boolean;
  readonly opened: boolean;
  readonly closingSaid: boolean;
  /** The last sign of life was the one of the two sentences that comes first. */
  readonly aliveSaid?: boolean;
  /** The wait at which a return call was last offered unasked. */
  readonly offered?: WaitRange | "unknown";
  /** The caller knows that nobody is there to answer now. */
  readonly desertedSaid?: boolean;
};

/**
 * The same with speech that a key has cut: what it was about to tell was not heard, and may be told again. An announcement is
 * not, unless it was cut before its first word.
 */
export function unlessCut(heard: Heard, finished: boolean, now: Instant): Heard {
  const { telling, ...told } = heard;
  if (!telling || finished || now >= telling.until) return told;
  const { place: _place, wait: _wait, desertedSaid: _deserted, ...rest } = told;
  const cut = { ...rest, ...telling.before };
  if (telling.announcedAt === undefined || now >= telling.announcedAt) return cut;
  return { ...cut, announcements: cut.announcements.slice(0, -1), spoken: cut.spoken.filter(({ at }) => at <= now) };
}

/** What the caller knows before something more is told. */
export function toldBy({ place, wait, closingSaid, desertedSaid }: Heard): Telling["before"] {
  return {
    closingSaid,
    ...(place === undefined ? {} : { place }),
    ...(wait === undefined ? {} : { wait }),
    ...(desertedSaid === undefined ? {} : { desertedSaid }),
  };
}
