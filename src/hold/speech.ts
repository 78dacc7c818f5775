import { sentence, spokenSeconds } from "../routing/prompts.ts";
import type { AnnouncementId, LanguageCode, Queue, Routing } from "../routing/routing.ts";
import { nextAnnouncement } from "./announcements.ts";
import { fits, gapLeft } from "./budget.ts";
import type { Heard } from "./heard.ts";
import { saying, standingNews, type News } from "./news.ts";
import { offer } from "./offer.ts";
import type { Wait } from "./wait.ts";

/** `toldAfter`: so many seconds into it, what it tells was heard; unset: at its end. */
export type Speech = News & { readonly announcement?: AnnouncementId; readonly toldAfter?: number };

/** What a wait opens with: where one is, the place, the wait, what can be had instead of a long one, and the keys. */
export function opening(heard: Heard, wait: Wait, queue: Queue, routing: Routing): Speech {
  const speaker = { routing, language: wait.language };
  const standing = wait.standing && standingNews(speaker, heard, wait.standing);
  const before = saying(speaker, "opening", queue.opening === undefined ? [] : [[queue.opening]]);
  const instead = heard.quiet ? undefined : offer(heard, wait, queue, speaker);
  const keys = instead ? { ...wait.choices(), callback: "no" } : wait.choices();
  const after = saying(speaker, "opening", [[heard.quiet ? "wait-keys-quiet" : "wait-keys", keys]]);
  return {
    what: "opening",
    sentences: [...before.sentences, ...(standing?.sentences ?? []), ...(instead?.sentences ?? []), ...after.sentences],
    seconds: before.seconds + (standing?.seconds ?? 0) + (instead?.seconds ?? 0) + after.seconds,
    toldAfter: before.seconds + (standing?.seconds ?? 0),
    heard: { ...standing?.heard, ...instead?.heard, opened: true },
  };
}

/** The one thing worth saying now, or nothing: quiet, too soon after the last, over the budget, or not new. */
export function nextSpeech(heard: Heard, wait: Wait, queue: Queue, routing: Routing): Speech | undefined {
  if (wait.answered > 0 || heard.quiet) return undefined;
  if (gapLeft(heard.spoken, wait.since, wait.now) > 0) return undefined;
  const allowed = (speech: Speech | undefined) =>
    speech !== undefined && fits(heard.spoken, speech.seconds, queue.speech, wait.now) ? speech : undefined;
  const speaker = { routing, language: wait.language };
  const closing = wait.closed && !heard.closingSaid;
  return (
    allowed(
      closing
        ? saying(speaker, "closing", [["still-serving-after-closing", wait.choices()]], { closingSaid: true })
        : undefined,
    ) ??
    allowed(attendance(heard, wait, speaker)) ??
    allowed(offer(heard, wait, queue, speaker)) ??
    allowed(wait.standing && standingNews(speaker, heard, wait.standing)) ??
    allowed(wait.promotes ? announcing(heard, wait, queue, routing) : undefined) ??
    allowed(wait.moreTime ? signOfLife(heard, speaker) : undefined)
  );
}

/** That nobody is there to answer any more, and that somebody is again: each said once. */
function attendance(
  heard: Heard,
  { attended, choices }: Wait,
  speaker: { routing: Routing; language: LanguageCode },
): Speech | undefined {
  if (attended === !heard.desertedSaid) return undefined;
  return attended
    ? saying(speaker, "attended", [["attended-again"]], { desertedSaid: false })
    : saying(speaker, "deserted", [["deserted", choices()]], { desertedSaid: true });
}

/** Callers who asked for more time hear now and then that the line is alive, never in the same words twice running. */
function signOfLife(heard: Heard, speaker: { routing: Routing; language: LanguageCode }): Speech {
  return heard.aliveSaid
    ? saying(speaker, "sign-of-life", [["sign-of-life-again"]], { aliveSaid: false })
    : saying(speaker, "sign-of-life", [["sign-of-life"]], { aliveSaid: true });
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
