import { expectedWait } from "../acd/expected-wait.ts";
import { nothingOwed } from "../callback/owed.ts";
import { samplesASecond, type Interlude, type Track } from "../hold/music.ts";
import { spokenSeconds } from "../routing/prompts.ts";
import type { Instant, LanguageCode, QueueId, Routing } from "../routing/routing.ts";
import { newCall } from "./arrive.ts";
import type { Call } from "./call.ts";
import { enterQueue } from "./enter-queue.ts";
import type { CallEvent, House, Standing } from "./event.ts";
import type { Step } from "./step.ts";
import { into } from "./step.ts";
import { transition } from "./transition.ts";
import type { Gather, Heard } from "./verb.ts";

/** A load to imagine: so many ahead, so many reps signed in, and a caller served every so many seconds on average by each. */
export type Load = { readonly ahead: number; readonly reps: number; readonly handleSeconds: number };

/** A wait to imagine: whose, when it begins, for how many seconds, and the keys that are pressed in it. */
export type Imagined = {
  readonly queue: QueueId;
  readonly language: LanguageCode;
  readonly at: Instant;
  readonly seconds: number;
  readonly load: Load;
  readonly keys: readonly { readonly at: number; readonly key: string }[];
  readonly tracks: Readonly<Record<string, Track>>;
  readonly interludes: readonly Interlude[];
};

type Timed = { readonly at: number; readonly seconds: number };
/** One thing heard or one key pressed, in seconds of the wait; `from` and `to` are samples of a track at 8 kHz. */
export type Passage =
  | (Timed & { readonly kind: "speech" | "announcement"; readonly what: string; readonly text: string })
  | (Timed & {
      readonly kind: "music" | "interlude";
      readonly what: string;
      readonly from: number;
      readonly to: number;
    })
  | (Timed & { readonly kind: "key"; readonly what: string });

/** `left`: when the caller went out of the line, and what the call does since, or in which queue it is; unset: still waiting. */
export type Preview = {
  readonly passages: readonly Passage[];
  readonly left?: { readonly at: number; readonly to: string };
};

/** No wait of an hour has so many documents: whatever a rule may do, this ends. */
const mostDocuments = 1_000;
/** Enough like the last ones for a wait to be foretold. */
const handled = 20;

/** What a caller hears in a wait under a load, by the very rules that callers wait by. Nothing is owed to this one. */
export function preview(imagined: Imagined, routing: Routing): Preview {
  const passages: Passage[] = [];
  let keys = imagined.keys.toSorted((a, b) => a.at - b.at);
  let elapsed = 0;
  let step = entered(imagined, routing);
  for (let documents = 0; elapsed < imagined.seconds && documents < mostDocuments; documents++) {
    const { call } = step;
    if (call.at !== "queue" || call.line.queue !== imagined.queue)
      return { passages, left: { at: elapsed, to: call.at === "queue" ? call.line.queue : call.at } };
    const gather = step.verbs.find((verb): verb is Gather => verb.verb === "gather");
    const heard = passagesOf(gather?.prompt ?? [], elapsed, imagined.at, call);
    const last = heard.at(-1);
    const ends = (last ? last.at + last.seconds : elapsed) + (gather?.seconds ?? 0);
    const key = keys.find(({ at }) => gather !== undefined && at < ends);
    const until = key ? Math.max(key.at, elapsed) : ends;
    passages.push(...heard.flatMap((one) => cut(one, until)));
    if (key) {
      passages.push({ kind: "key", at: until, seconds: 0, what: key.key });
      keys = keys.filter((one) => one !== key);
    }
    elapsed = until;
    step = transition(call, next(step, key?.key, imagined, elapsed, routing), routing, imagined.at + elapsed * 1_000);
  }
  return { passages };
}

function entered({ queue, language, at, ...imagined }: Imagined, routing: Routing): Step {
  const line = routing.lines[0]?.number ?? routing.business.callerId;
  const known = { language, quiet: false, moreTime: false, announcements: {}, openSupportCallback: false };
  const arrival = {
    sid: "preview",
    from: line,
    to: line,
    known,
    house: houseOf({ queue, language, at, ...imagined }, 0, routing),
  };
  const call = into(newCall({ ...arrival, legs: { caller: { sid: "preview", turn: 0 } } }, routing, at), {
    at: "leaving",
    outcome: "abandoned",
  });
  const step = enterQueue(call, queue, { type: "arrived", ...arrival }, routing, at);
  return "verbs" in step ? step : { call, verbs: [], effects: [] };
}

/** What comes of a document: into the line, a key, or silence to its end. */
function next(
  { verbs }: Step,
  key: string | undefined,
  imagined: Imagined,
  elapsed: number,
  routing: Routing,
): CallEvent {
  const facts = {
    leg: "caller",
    house: houseOf(imagined, elapsed, routing),
    standing: standingAt(imagined, elapsed),
  } as const;
  const enqueued = verbs.find((verb) => verb.verb === "enqueue");
  if (enqueued) return { type: "waited", turn: enqueued.wait.turn, ...facts };
  if (verbs.some(({ verb }) => verb === "leave")) return { type: "left", result: "leave", turn: 0, ...facts };
  const turn = verbs.find((verb) => verb.verb === "gather")?.then.turn ?? 0;
  return key === undefined ? { type: "kept-silent", turn, ...facts } : { type: "pressed", keys: key, turn, ...facts };
}

/** One of those ahead is served whenever one of the reps is free again. */
function aheadAt({ ahead, reps, handleSeconds }: Load, elapsed: number): number {
  return Math.max(0, ahead - Math.floor((elapsed * reps) / handleSeconds));
}

function standingAt({ load }: Imagined, elapsed: number): Standing {
  const place = aheadAt(load, elapsed) + 1;
  // Handle times vary as they do in life: half of them a third shorter, half a third longer.
  const times = Array.from({ length: handled }, (_, at) => load.handleSeconds * (at % 2 === 0 ? 2 / 3 : 4 / 3));
  return { place, expectedWait: expectedWait(place, load.reps, times) };
}

function houseOf({ queue, load, tracks, interludes }: Imagined, elapsed: number, routing: Routing): House {
  const there = Object.keys(routing.reps).slice(0, load.reps);
  const zones = [routing.business.zone];
  return {
    queues: Object.fromEntries(
      Object.keys(routing.queues).map((id) => [
        id,
        { waiting: id === queue ? aheadAt(load, elapsed) : 0, signedIn: load.reps },
      ]),
    ),
    tracks,
    interludes,
    there,
    durable: true,
    owed: { ...nothingOwed, judge: (number) => ({ ok: true, number, zones, texts: true }) },
  };
}

/** When each part of a document is heard; the call's record says what it is. */
function passagesOf(prompt: readonly Heard[], from: number, begins: Instant, { played }: Call): readonly Passage[] {
  let at = from;
  return prompt.flatMap((one): Passage[] => {
    const begun = played.findLast((other) => Math.abs(other.at - (begins + at * 1_000)) <= 2);
    const passage = passageOf(one, at, begun?.kind === "announcement" || one.verb === "play" ? begun : undefined);
    at += passage?.seconds ?? 0;
    return passage ? [passage] : [];
  });
}

function passageOf(one: Heard, at: number, begun: Call["played"][number] | undefined): Passage | undefined {
  if (one.verb === "say") {
    const { text } = one.sentence;
    const said = { at, seconds: spokenSeconds(one.sentence), text };
    return begun ? { kind: "announcement", what: begun.what, ...said } : { kind: "speech", what: "said", ...said };
  }
  if (one.verb !== "play") return undefined;
  const { track, from, to } = one;
  const kind = begun?.kind === "interlude" ? "interlude" : "music";
  return { kind, at, seconds: (to - from) / samplesASecond, what: track, from, to };
}

/** What is heard of a passage until a key ends it. */
function cut(passage: Passage, until: number): readonly Passage[] {
  if (passage.at >= until) return [];
  const seconds = Math.min(passage.seconds, until - passage.at);
  if (!("from" in passage)) return [{ ...passage, seconds }];
  return [{ ...passage, seconds, to: passage.from + Math.round(seconds * samplesASecond) }];
}
