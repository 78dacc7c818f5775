import type { Args } from "../routing/prompts.ts";
import type { Instant, LanguageCode } from "../routing/routing.ts";
import type { Listener } from "./announcements.ts";
import type { Interlude, Track } from "./music.ts";
import type { Standing } from "./news.ts";

/** What the programme goes by: everything that is true of this wait at this instant. */
export type Wait = {
  readonly now: Instant;
  readonly since: Instant;
  /** When the caller leaves this line for another, if that is known: the music ends about then. */
  readonly leavesAt: Instant | undefined;
  /** Seconds of an answer to a key that is said first; 0: none. */
  readonly answered: number;
  readonly standing: Standing | undefined;
  readonly closed: boolean;
  /** Whether anybody is signed in who may be rung for this line. */
  readonly attended: boolean;
  /** Whether product announcements may be played to this caller at all. */
  readonly promotes: boolean;
  /** What can be offered instead of waiting: the place kept, or a time; looked at only where it would be said. */
  readonly offers: () => "place" | "time" | undefined;
  /** What the prompts that name the keys want to know. */
  readonly choices: () => Args;
  readonly moreTime: boolean;
  readonly segment: string | undefined;
  readonly heardBefore: Listener["heardBefore"];
  /** The last document was played to its end; otherwise a key or a move cut it short. */
  readonly finished: boolean;
  readonly language: LanguageCode;
  readonly tracks: Readonly<Record<string, Track>>;
  /** What frames product announcements, where there is any. */
  readonly interludes: readonly Interlude[];
};
