import type { Instant, Routing } from "../routing/routing.ts";
import { monthOf } from "../store/archive.ts";
import type { Kinds, Review } from "../store/records.ts";
import type { Erasure, Store } from "../store/store.ts";
import { recordingIn } from "../twilio/recording-sid.ts";
import { cutAt, goes, ofReview, rulesFor, type Days, type Kept, type Rule } from "./kept-days.ts";
import { stillNeeded } from "./still-needed.ts";

/** How many go, and when the oldest of them was over; undefined: none goes. */
export type Going = { readonly count: number; readonly oldest: Instant | undefined };

/** What goes by a setting now, and nothing of it has gone yet. */
export type WhatGoes = {
  readonly going: Readonly<Record<"call" | "callback" | "resolution" | "review" | "recording" | "audit", Going>>;
  /** Where in the archive something goes; recordings are not among them. */
  readonly erasures: readonly Erasure[];
  readonly reviews: readonly Review[];
  /** Those of which only the recording goes. */
  readonly silenced: readonly Review[];
  /** The SIDs of recordings, oldest first. */
  readonly recordings: readonly string[];
  /** The months in whose archive they are. */
  readonly recordingMonths: readonly string[];
  /** Archives that could not be read, and why: nothing of them goes. */
  readonly unread: readonly unknown[];
};

type Kinded = "call" | "callback" | "resolution" | "audit";
type Options = { readonly store: Pick<Store, "open" | "archive" | "months">; readonly routing: Routing };

/** Goes through everything that is over and may go. */
export async function whatGoes(days: Days, { store, routing }: Options, now: Instant): Promise<WhatGoes> {
  const cut = cutAt(days, routing, now);
  const needed = await stillNeeded(store);
  const rules = rulesFor(cut, needed);
  const unread: unknown[] = [];
  const look = <K extends Kept>(kind: K, seen?: (record: Kinds[K]) => void) =>
    lookThrough(kind, rules[kind], store, { seen, unread });
  const found = {
    call: await look("call"),
    callback: await look("callback"),
    resolution: await look("resolution"),
    audit: await look("audit"),
  };
  const recordings = new Map<string, Instant>();
  const recorded = await look("recording", ({ id, at }) => recordings.set(id, at));
  const [reviews, silenced]: [Review[], Review[]] = [[], []];
  for (const review of await store.open("review")) {
    const recording = recordingIn(review.recording ?? "");
    const becomes = ofReview(review, recording, cut, needed);
    if (becomes === "stays") continue;
    (becomes === "goes" ? reviews : silenced).push(review);
    if (recording !== "") recordings.set(recording, recordings.get(recording) ?? review.at);
  }
  const inOrder = [...recordings].toSorted(([, a], [, b]) => a - b);
  const kinds = Object.keys(found) as Kinded[];
  return {
    going: {
      call: found.call,
      callback: found.callback,
      resolution: found.resolution,
      audit: found.audit,
      review: goingOf(reviews.map(({ at }) => at)),
      recording: goingOf(inOrder.map(([, at]) => at)),
    },
    erasures: kinds.flatMap((kind) => found[kind].months.map((month) => erasureOf(kind, month, rules))),
    reviews,
    silenced,
    recordings: inOrder.map(([sid]) => sid),
    recordingMonths: recorded.months,
    unread,
  };
}

/** What goes of a kind, and in which months; later ones than may go are not looked at. */
async function lookThrough<K extends Kept>(
  kind: K,
  rule: Rule<K>,
  store: Options["store"],
  { seen, unread }: { readonly seen: ((record: Kinds[K]) => void) | undefined; readonly unread: unknown[] },
): Promise<Going & { readonly months: readonly string[] }> {
  let all: Going = { count: 0, oldest: undefined };
  const months: string[] = [];
  if (rule.before === undefined) return { ...all, months };
  const last = monthOf(rule.before);
  for (const month of (await store.months(kind)).filter((one) => one <= last))
    try {
      const over: Instant[] = [];
      for await (const record of store.archive(kind, month)) {
        if (!goes(rule, record)) continue;
        over.push(rule.overAt(record));
        seen?.(record);
      }
      if (over.length > 0) months.push(month);
      all = together(all, goingOf(over));
    } catch (cause) {
      unread.push(cause);
    }
  return { ...all, months };
}

function erasureOf(kind: Kinded, month: string, rules: ReturnType<typeof rulesFor>): Erasure {
  switch (kind) {
    case "call":
      return { kind, month, rest: (one) => (goes(rules.call, one) ? undefined : one) };
    case "callback":
      return { kind, month, rest: (one) => (goes(rules.callback, one) ? undefined : one) };
    case "resolution":
      return { kind, month, rest: (one) => (goes(rules.resolution, one) ? undefined : one) };
    case "audit":
      return { kind, month, rest: (one) => (goes(rules.audit, one) ? undefined : one) };
    default:
      return kind satisfies never;
  }
}

function goingOf(over: readonly Instant[]): Going {
  return { count: over.length, oldest: over.length === 0 ? undefined : over.reduce((a, b) => Math.min(a, b)) };
}

function together(a: Going, b: Going): Going {
  const oldest = Math.min(a.oldest ?? Infinity, b.oldest ?? Infinity);
  return { count: a.count + b.count, oldest: oldest === Infinity ? undefined : oldest };
}
