import { samplesASecond } from "../hold/music.ts";
import { spokenSeconds } from "../routing/prompts.ts";
import type { Instant, Queue, Routing } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import type { Gather, Heard, Verb } from "./verb.ts";

type Timed = { readonly at: number; readonly seconds: number };
/**
 * One thing heard or one key pressed, in seconds of the wait; `from` and `to` are samples of a track at 8 kHz. `what` names the
 * track, the announcement or the key; of other speech, what it is about. `keys`: those that it names; `file`: the recording that is played for it.
 */
export type Passage =
  | (Timed & {
      readonly kind: "speech" | "announcement";
      readonly what: string;
      readonly text: string;
      readonly keys?: readonly string[];
      readonly file?: string;
    })
  | (Timed & {
      readonly kind: "music" | "interlude";
      readonly what: string;
      readonly from: number;
      readonly to: number;
    })
  | (Timed & { readonly kind: "key"; readonly what: string });

/** What a leg's document lets it hear before anything can come of it. */
export function heardIn(verbs: readonly Verb[]): readonly Heard[] {
  return verbs.flatMap((verb): readonly Heard[] => {
    if (verb.verb === "gather") return verb.prompt;
    return verb.verb === "say" || verb.verb === "play" ? [verb] : [];
  });
}

/** What a document waits for: keys. */
export function gatherIn(verbs: readonly Verb[]): Gather | undefined {
  return verbs.find((verb): verb is Gather => verb.verb === "gather");
}

/** When each part of a document is heard, `from` seconds into a wait; the call's record says what it is. */
export function passagesOf(
  heard: readonly Heard[],
  from: number,
  begins: Instant,
  call: Call,
  before: Call | undefined,
  routing: Routing,
): readonly Passage[] {
  let at = from;
  const passages = heard.flatMap((one): Passage[] => {
    const begun = call.played.findLast((other) => Math.abs(other.at - (begins + at * 1_000)) <= 2);
    const passage = passageOf(one, at, begun);
    at += passage?.seconds ?? 0;
    return passage ? [passage] : [];
  });
  return withKeys(withOpening(passages, call, before, routing), call);
}

function passageOf(one: Heard, at: number, begun: Call["played"][number] | undefined): Passage | undefined {
  if (one.verb === "say") {
    const { text, file } = one.sentence;
    const kind = begun?.kind === "announcement" ? "announcement" : "speech";
    const said = { at, seconds: spokenSeconds(one.sentence), text, ...(file === undefined ? {} : { file }) };
    return { kind, what: begun?.what ?? "answer", ...said };
  }
  if (one.verb !== "play") return undefined;
  const { track, from, to } = one;
  const kind = begun?.kind === "interlude" ? "interlude" : "music";
  return { kind, at, seconds: (to - from) / samplesASecond, what: track, from, to };
}

/** What a wait opens with is one speech of several parts: where one is, place and wait, what can be had instead, the keys. */
function withOpening(
  passages: readonly Passage[],
  call: Call,
  before: Call | undefined,
  routing: Routing,
): readonly Passage[] {
  const parts = passages.filter(({ what }) => what === "opening");
  const queue = call.at === "queue" ? routing.queues[call.line.queue] : undefined;
  if (!queue || parts.length === 0 || call.at !== "queue") return passages;
  const offered = before?.at === "queue" && before.line.heard.offered !== call.line.heard.offered;
  const names = partsOf(queue, parts.length, offered);
  return passages.map((one) => {
    const name = names[parts.indexOf(one)];
    return name === undefined || !("text" in one) ? one : { ...one, what: name };
  });
}

function partsOf({ opening }: Queue, count: number, offered: boolean): readonly string[] {
  const first = opening === undefined ? [] : ["opening"];
  const last = offered ? ["offer", "keys"] : ["keys"];
  const between = Math.max(0, count - first.length - last.length);
  return [...first, ...Array.from({ length: between }, () => "place"), ...last];
}

/** The keys that speech about this may name, while nothing is being asked. */
const named: Readonly<Record<string, readonly string[]>> = {
  keys: ["1", "2", "3", "5", "0"],
  answer: ["1", "2", "3", "5", "0"],
  offer: ["1"],
  closing: ["1"],
  deserted: ["1", "3"],
};

/** What counts is what is said: a business that puts its own words in place of ours may leave a key out. */
function withKeys(passages: readonly Passage[], call: Call): readonly Passage[] {
  if (call.at !== "queue" || call.line.offer) return passages;
  return passages.map((one) => {
    if (one.kind !== "speech") return one;
    const keys = (named[one.what] ?? []).filter((key) => new RegExp(`(?<!\\d)${key}(?!\\d)`).test(one.text));
    return keys.length === 0 ? one : { ...one, keys };
  });
}

/** What is heard of a passage until a key ends it, so many seconds into the wait. */
export function cut(passage: Passage, until: number): readonly Passage[] {
  if (passage.at >= until) return [];
  const seconds = Math.min(passage.seconds, until - passage.at);
  if (!("from" in passage)) return [{ ...passage, seconds }];
  return [{ ...passage, seconds, to: passage.from + Math.round(seconds * samplesASecond) }];
}
