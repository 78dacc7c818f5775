import type { Instant, LanguageCode, Queue, QueueId, Routing } from "../routing/routing.ts";
import { neverHeard } from "./never-heard.ts";
import type { Passage } from "./passage.ts";
import { spokenIn, withoutTalk } from "./preview-figures.ts";
import type { Preview } from "./preview.ts";

/** Something in a wait that callers will mind: when it is heard, in seconds, and where in the routing it can be mended. */
export type WaitLint = {
  readonly rule: "repeated" | "over-budget" | "no-way-out" | "never-heard" | "long-silence" | "music-cut";
  readonly at?: number;
  readonly path: string;
  readonly sentence: string;
};

export type Linted = Pick<Preview, "passages" | "seconds" | "answered">;
export type Of = {
  readonly queue: QueueId;
  readonly language: LanguageCode;
  readonly at: Instant;
};

/** The same words within this are heard as the same words, in seconds. */
const soon = 10 * 60;
/** Without a word for longer than this a caller wonders whether the line is dead, in seconds. */
const longSilence = 10 * 60;
/** Music may begin anew so many times in so many seconds: between news it is looked every half minute, at the end of a phrase. */
const [mostBeginnings, within] = [10, 300];
/** A way out that is not heard by then is none to whoever gives up before, in seconds. */
const wayOutBy = 120;

/** What callers will mind in a wait, the first heard first. What comes after a rep would have answered is not held against it. */
export function lintsOf(heard: Linted, of: Of, routing: Routing): readonly WaitLint[] {
  const queue = routing.queues[of.queue];
  if (!queue) return [];
  const seconds = Math.min(heard.seconds, heard.answered ?? Infinity);
  const passages = heard.passages.filter(({ at }) => at < seconds);
  const waits = [
    ...repeated(passages, of, queue),
    ...overBudget(passages, of, queue),
    ...longSilences(passages, seconds, of),
    ...musicCut(passages, of),
    ...noWayOut(passages, seconds, of, routing),
  ];
  const never = neverHeard(of.queue, of.language, routing, of.at);
  return [...waits.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)), ...never];
}

/** The same words again soon, each once. What a key has asked for may be said as often as it is asked for. */
function repeated(passages: readonly Passage[], { queue }: Of, { kind }: Queue): readonly WaitLint[] {
  const last = new Map<string, number>();
  const told = new Set<string>();
  return spokenIn(passages).flatMap((one): WaitLint[] => {
    if (one.what === "answer") return [];
    const before = last.get(one.text);
    last.set(one.text, one.at);
    if (before === undefined || one.at - before > soon || told.has(one.text)) return [];
    told.add(one.text);
    const again = `“${one.text}” is said again after ${minutes(one.at - before)}.`;
    return one.kind === "announcement" && kind === "sales"
      ? [
          {
            rule: "repeated",
            at: one.at,
            path: `queues.${queue}.announcements`,
            sentence: `${again} Name more announcements, so that none comes round so soon.`,
          },
        ]
      : [
          {
            rule: "repeated",
            at: one.at,
            path: `queues.${queue}.speech`,
            sentence: `${again} Allow less speech, so that it is not said so soon.`,
          },
        ];
  });
}

/** What the budget does not count: what a wait opens with, and what a key has asked for. */
const uncounted = new Set(["opening", "keys", "answer"]);

/** More talk than the queue allows in any stretch, where there is most of it. */
function overBudget(passages: readonly Passage[], { queue }: Of, { speech }: Queue): readonly WaitLint[] {
  const opened = passages.findLast(({ what }) => what === "keys")?.at ?? -1;
  const counted = spokenIn(passages).filter(({ at, what }) => at > opened && !uncounted.has(what));
  const sums = counted.map(({ at }) => {
    const stretch = counted.filter((one) => one.at + one.seconds > at && one.at + one.seconds <= at + speech.within);
    return { at, talk: stretch.reduce((sum, { seconds }) => sum + seconds, 0) };
  });
  const [most] = sums.toSorted((a, b) => b.talk - a.talk);
  if (!most || most.talk <= speech.seconds + 0.01) return [];
  const sentence = `${Math.round(most.talk)} s of talk are heard within ${minutes(speech.within)}, and the queue allows ${speech.seconds} s. Allow what is said, or say less.`;
  return [{ rule: "over-budget", at: most.at, path: `queues.${queue}.speech.seconds`, sentence }];
}

/** A long time without a word, unless a key has asked for quiet. */
function longSilences(passages: readonly Passage[], seconds: number, { queue }: Of): readonly WaitLint[] {
  if (passages.some(({ kind, what }) => kind === "key" && what === "2")) return [];
  return withoutTalk(passages, seconds).flatMap((gap): WaitLint[] => {
    if (gap.seconds <= longSilence) return [];
    const sentence = `Not a word is said for ${minutes(gap.seconds)}: there is nothing new to tell, and a caller may think that nobody is there. More reps would move the line; a sales queue may announce something.`;
    return [{ rule: "long-silence", at: gap.at, path: `queues.${queue}.speech`, sentence }];
  });
}

/** Music that begins anew again and again, because tracks are short or much is said. */
function musicCut(passages: readonly Passage[], { queue }: Of): readonly WaitLint[] {
  const begins = passages.flatMap(({ kind, at }) => (kind === "music" ? [at] : []));
  const times = (at: number) => begins.filter((one) => one >= at && one < at + within).length;
  const [most] = begins.toSorted((a, b) => times(b) - times(a));
  if (most === undefined || times(most) <= mostBeginnings) return [];
  const sentence = `The music stops and begins ${times(most)} times within ${minutes(within)}. Choose longer tracks, or say less.`;
  return [{ rule: "music-cut", at: most, path: `queues.${queue}.music`, sentence }];
}

/** Keys that lead to a return call, to a message, or to a person. */
const waysOut = ["0", "1", "3"];

function noWayOut(
  passages: readonly Passage[],
  seconds: number,
  { queue, language }: Of,
  { prompts }: Routing,
): readonly WaitLint[] {
  const names = passages.some((one) => "keys" in one && (one.keys ?? []).some((key) => waysOut.includes(key)));
  if (names || seconds < wayOutBy) return [];
  const own = Object.hasOwn(prompts[language] ?? {}, "wait-keys");
  const sentence = "The caller never hears a key that leads to a person, to a return call or to a message. Name one.";
  return [{ rule: "no-way-out", path: own ? `prompts.${language}.wait-keys` : `queues.${queue}`, sentence }];
}

/** A length of time in words: seconds below two minutes. */
function minutes(seconds: number): string {
  return seconds < 120 ? `${Math.round(seconds)} seconds` : `${Math.round(seconds / 60)} minutes`;
}
