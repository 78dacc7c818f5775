import { sentence, spokenSeconds, type Args, type Sentence } from "../routing/prompts.ts";
import type { AnnouncementId, Instant, LanguageCode, Queue, Routing } from "../routing/routing.ts";
import { nextAnnouncement, type Listener } from "./announcements.ts";
import { fits, gapAfter, gapLeft, stillCounting } from "./budget.ts";
import type { Heard, Spoken } from "./heard.ts";
import { nextStretch, type Track } from "./music.ts";
import { saying, standingNews, type News, type Standing } from "./news.ts";

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
  /** Whether product announcements may be played to this caller at all. */
  readonly promotes: boolean;
  /** What the prompts that name the keys want to know. */
  readonly choices: Args;
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
export function unheard(quiet: boolean): Heard {
  return { spoken: [], announcements: [], quiet, opened: false, closingSaid: false };
}

/**
 * What a waiting caller hears next: at most one spoken thing, then music from where it stopped to the end of a phrase.
 *
 * not opened yet          → opening: place, wait, what the keys do (outside the budget, once)
 * a key was answered      → music
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
  const before = saying(speaker, "opening", queue.opening === undefined ? [] : [[queue.opening]]);
  const after = saying(speaker, "opening", [[heard.quiet ? "wait-keys-quiet" : "wait-keys", wait.choices]]);
  return {
    what: "opening",
    sentences: [...before.sentences, ...(standing?.sentences ?? []), ...after.sentences],
    seconds: before.seconds + (standing?.seconds ?? 0) + after.seconds,
    heard: { ...standing?.heard, opened: true },
  };
}

function nextSpeech(heard: Heard, wait: Wait, queue: Queue, routing: Routing): Speech | undefined {
  if (wait.answered > 0 || heard.quiet) return undefined;
  if (gapLeft(heard.spoken, wait.since, wait.now) > 0) return undefined;
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

/**
 * No stretch is longer, in seconds: a caller who has hung up unnoticed is asked after when the line was not heard of for
 * five minutes.
 */
const longest = 240;
/** News waits no longer for the music's end than this part of the gap that it would be given anyway, in seconds. */
const lookAfter = (waitedSeconds: number) => Math.max(gapAfter(waitedSeconds) / 4, 28);

/**
 * How long the music should go on, in seconds from its start. Between two documents there is a second of silence, so it
 * goes on for as long as nothing may be said, and while something might, until it is time to look for news.
 */
function musicSeconds(after: Heard, starts: Instant, wait: Wait): number {
  const speechless = gapLeft(after.spoken, wait.since, starts);
  const wanted = after.quiet ? longest : Math.max(speechless, lookAfter((starts - wait.since) / 1_000));
  const left = wait.leavesAt === undefined ? longest : (wait.leavesAt - starts) / 1_000;
  return Math.min(wanted, left, longest);
}

function withMusic(heard: Heard, speech: Speech | undefined, wait: Wait, queue: Queue): Programme {
  const leadSeconds = wait.answered + (speech?.seconds ?? 0);
  const starts = wait.now + leadSeconds * 1_000;
  const spoken: Spoken[] = [...heard.spoken];
  if (wait.answered > 0) spoken.push({ at: wait.now, seconds: wait.answered, what: "answer" });
  if (speech) spoken.push({ at: wait.now + wait.answered * 1_000, seconds: speech.seconds, what: speech.what });
  const after: Heard = { ...heard, ...speech?.heard, spoken: stillCounting(spoken, queue.speech, wait.now) };
  const stretch = nextStretch(
    queue.music,
    wait.tracks,
    heard.music,
    wait.finished,
    musicSeconds(after, starts, wait),
    wait.now,
  );
  const pieces = piecesOf(speech);
  if (!stretch) return { pieces, heard: after };
  const music = { ...stretch, sentAt: wait.now, leadSeconds };
  return { pieces: [...pieces, { kind: "music", ...stretch }], heard: { ...after, music } };
}

function piecesOf(speech: Speech | undefined): readonly Piece[] {
  if (!speech) return [];
  const { what, sentences, announcement } = speech;
  return sentences.map((one) =>
    announcement === undefined
      ? { kind: "speech", what, sentence: one }
      : { kind: "announcement", id: announcement, sentence: one },
  );
}
