import { sentence, spokenSeconds, type Sentence } from "../routing/prompts.ts";
import type { AnnouncementId, Instant, LanguageCode, Queue, Routing } from "../routing/routing.ts";
import { nextAnnouncement, type Listener } from "./announcements.ts";
import { fits, gapLeft, stillCounting } from "./budget.ts";
import type { Heard } from "./heard.ts";
import { nextStretch, type Track } from "./music.ts";
import { saying, standingNews, type News, type Standing } from "./news.ts";

/** What the programme goes by: everything that is true of this wait at this instant. */
export type Wait = {
  readonly now: Instant;
  readonly since: Instant;
  readonly standing: Standing | undefined;
  readonly closed: boolean;
  /** Whether product announcements may be played to this caller at all. */
  readonly promotes: boolean;
  readonly moreTime: boolean;
  readonly segment: string | undefined;
  readonly heardBefore: Listener["heardBefore"];
  /** The last document was played to its end; otherwise a key or a move cut it short. */
  readonly finished: boolean;
  readonly language: LanguageCode;
  readonly tracks: Readonly<Record<string, Track>>;
};

export type Piece =
  | { readonly kind: "speech"; readonly what: string; readonly sentence: Sentence }
  | { readonly kind: "announcement"; readonly id: AnnouncementId; readonly sentence: Sentence }
  | { readonly kind: "music"; readonly track: string; readonly from: number; readonly to: number };

/** The next wait document as data, and what will have been heard after it. */
export type Programme = { readonly pieces: readonly Piece[]; readonly heard: Heard };

/** A wait in which nothing was heard yet. */
export function unheard(quiet: boolean, music?: Heard["music"]): Heard {
  return {
    spoken: [],
    announcements: [],
    quiet,
    opened: false,
    closingSaid: false,
    ...(music ? { music } : {}),
  };
}

/**
 * What a waiting caller hears next: at most one spoken thing, then music from where it stopped to the end of a phrase.
 *
 * not opened yet          → opening: place, wait, what the keys do (outside the budget, once)
 * quiet                   → music
 * too soon, over budget   → music
 * news                    → the news, music
 * sales, nothing new      → an announcement, music
 */
export function nextProgramme(heard: Heard, wait: Wait, queue: Queue, routing: Routing): Programme {
  const speech = heard.opened ? nextSpeech(heard, wait, queue, routing) : opening(heard, wait, queue, routing);
  return withMusic(heard, speech, wait, queue);
}

type Speech = News & { readonly announcement?: AnnouncementId };

function opening(heard: Heard, wait: Wait, queue: Queue, routing: Routing): Speech {
  const speaker = { routing, language: wait.language };
  const standing = wait.standing && standingNews(speaker, heard, wait.standing);
  const keys =
    wait.promotes && queue.kind === "sales" && queue.announcements.length > 0 ? "wait-keys-sales" : "wait-keys";
  const before = saying(speaker, "opening", queue.opening === undefined ? [] : [[queue.opening]]);
  const after = saying(speaker, "opening", [[heard.quiet ? "wait-keys-quiet" : keys]]);
  return {
    what: "opening",
    sentences: [...before.sentences, ...(standing?.sentences ?? []), ...after.sentences],
    seconds: before.seconds + (standing?.seconds ?? 0) + after.seconds,
    heard: { ...standing?.heard, opened: true },
  };
}

function nextSpeech(heard: Heard, wait: Wait, queue: Queue, routing: Routing): Speech | undefined {
  if (heard.quiet) return undefined;
  if (gapLeft(heard.spoken, waitedSeconds(wait), wait.now) > 0) return undefined;
  const allowed = (speech: Speech | undefined) =>
    speech !== undefined && fits(heard.spoken, speech.seconds, queue.speech, wait.now) ? speech : undefined;
  const speaker = { routing, language: wait.language };
  const closing = wait.closed && !heard.closingSaid;
  return (
    allowed(
      closing ? saying(speaker, "closing", [["still-serving-after-closing"]], { closingSaid: true }) : undefined,
    ) ??
    allowed(wait.standing && standingNews(speaker, heard, wait.standing)) ??
    allowed(wait.promotes ? announcing(heard, wait, queue, routing) : undefined) ??
    allowed(wait.moreTime ? signOfLife(heard, speaker) : undefined)
  );
}

/** Callers who asked for more time hear now and then that the line is alive, never in the same words twice running. */
function signOfLife(heard: Heard, speaker: { routing: Routing; language: LanguageCode }): Speech {
  const again = heard.spoken.at(-1)?.what === "sign-of-life";
  return again
    ? saying(speaker, "sign-of-life-again", [["sign-of-life-again"]])
    : saying(speaker, "sign-of-life", [["sign-of-life"]]);
}

function announcing(heard: Heard, wait: Wait, queue: Queue, routing: Routing): Speech | undefined {
  const { segment, heardBefore } = wait;
  const id = nextAnnouncement(queue, { segment, announcements: heard.announcements, heardBefore }, routing, wait.now);
  const announcement = id === undefined ? undefined : routing.announcements[id];
  if (id === undefined || !announcement) return undefined;
  const words = sentence(routing, wait.language, announcement.prompt);
  return {
    what: `announcement ${id}`,
    announcement: id,
    sentences: [words],
    seconds: spokenSeconds(words),
    heard: { announcements: [...heard.announcements, id] },
  };
}

function waitedSeconds(wait: Wait): number {
  return (wait.now - wait.since) / 1_000;
}

/** How long the music should go on: no shorter than nothing can be said, no longer than news should wait. */
function musicSeconds(heard: Heard, speech: Speech | undefined, wait: Wait): number {
  if (heard.quiet) return 110;
  const left = speech ? gapLeft([{ at: wait.now, seconds: 0, what: "" }], waitedSeconds(wait), wait.now) : 0;
  return Math.min(Math.max(left, 28), 60);
}

function withMusic(heard: Heard, speech: Speech | undefined, wait: Wait, queue: Queue): Programme {
  const spoken = speech
    ? [...heard.spoken, { at: wait.now, seconds: speech.seconds, what: speech.what }]
    : heard.spoken;
  const after: Heard = { ...heard, ...speech?.heard, spoken: stillCounting(spoken, queue.speech, wait.now) };
  const stretch = nextStretch(
    queue.music,
    wait.tracks,
    heard.music,
    wait.finished,
    musicSeconds(after, speech, wait),
    wait.now,
  );
  const words: Piece[] = (speech?.sentences ?? []).map((one) =>
    speech?.announcement === undefined
      ? { kind: "speech", what: speech?.what ?? "", sentence: one }
      : { kind: "announcement", id: speech.announcement, sentence: one },
  );
  if (!stretch) return { pieces: words, heard: after };
  const music = { ...stretch, sentAt: wait.now, leadSeconds: speech?.seconds ?? 0 };
  return { pieces: [...words, { kind: "music", ...stretch }], heard: { ...after, music } };
}
