import { spokenSeconds, type Sentence } from "../routing/prompts.ts";
import type { AnnouncementId, Instant, Queue, Routing } from "../routing/routing.ts";
import { gapAfter, gapLeft, stillCounting } from "./budget.ts";
import { toldBy, unlessCut, type Heard, type Spoken, type Telling } from "./heard.ts";
import { frameOf, lengthOf, type Frame } from "./frame.ts";
import { nextStretch, samplesASecond, type Interlude } from "./music.ts";
import { nextSpeech, opening, type Speech } from "./speech.ts";
import type { Wait } from "./wait.ts";

/** What is heard in a wait, piece by piece. */
export type Piece =
  | { readonly kind: "speech"; readonly what: string; readonly sentence: Sentence }
  | { readonly kind: "announcement"; readonly id: AnnouncementId; readonly sentence: Sentence }
  | { readonly kind: "interlude"; readonly track: string; readonly from: number; readonly to: number }
  | { readonly kind: "music"; readonly track: string; readonly from: number; readonly to: number };

/** Seconds that a piece lasts. */
export function secondsOfPiece(piece: Piece): number {
  return "sentence" in piece ? spokenSeconds(piece.sentence) : (piece.to - piece.from) / samplesASecond;
}

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
 * sales, nothing new      → the ident, an announcement, a bed, music
 */
export function nextProgramme(before: Heard, wait: Wait, queue: Queue, routing: Routing): Programme {
  const heard = unlessCut(before, wait.finished, wait.now);
  const speech = heard.opened ? nextSpeech(heard, wait, queue, routing) : opening(heard, wait, queue, routing);
  return withMusic(heard, speech, wait, queue);
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
  const frame = frameOf(speech, heard, wait.interludes, queue);
  const speaksAfter = wait.answered + lengthOf(frame.before);
  const leadSeconds = speaksAfter + (speech?.seconds ?? 0) + lengthOf(frame.after);
  const starts = wait.now + leadSeconds * 1_000;
  const spoken: Spoken[] = [...heard.spoken];
  if (wait.answered > 0) spoken.push({ at: wait.now, seconds: wait.answered, what: "answer" });
  if (speech) spoken.push({ at: wait.now + speaksAfter * 1_000, seconds: speech.seconds, what: speech.what });
  const after: Heard = {
    ...heard,
    ...speech?.heard,
    spoken: stillCounting(spoken, queue.speech, wait.now),
    ...(speech ? { telling: telling(heard, speech, wait.now + speaksAfter * 1_000) } : {}),
  };
  const stretch = nextStretch(
    queue.music,
    wait.tracks,
    heard.music,
    wait.finished,
    musicSeconds(after, starts, wait),
    wait.now,
  );
  const pieces = piecesOf(speech, frame);
  if (!stretch) return { pieces, heard: after };
  const music = { ...stretch, sentAt: wait.now, leadSeconds };
  return { pieces: [...pieces, { kind: "music", ...stretch }], heard: { ...after, music } };
}

function telling(heard: Heard, { announcement, toldAfter, seconds }: Speech, speaksAt: Instant): Telling {
  return {
    until: speaksAt + (toldAfter ?? seconds) * 1_000,
    before: toldBy(heard),
    ...(announcement === undefined ? {} : { announcedAt: speaksAt }),
  };
}

function piecesOf(speech: Speech | undefined, { before, after }: Frame): readonly Piece[] {
  if (!speech) return [];
  const { what, sentences, announcement } = speech;
  const said = sentences.map((one): Piece =>
    announcement === undefined
      ? { kind: "speech", what, sentence: one }
      : { kind: "announcement", id: announcement, sentence: one },
  );
  return [...before.map(whole), ...said, ...after.map(whole)];
}

function whole({ id, samples }: Interlude): Piece {
  return { kind: "interlude", track: id, from: 0, to: samples };
}
