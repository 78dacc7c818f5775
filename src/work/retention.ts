import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Audit } from "../store/people.ts";
import type { Retention } from "../store/retention.ts";
import type { Review } from "../store/records.ts";
import type { Alongside, Erasure, NewEffect, Store } from "../store/store.ts";
import { recordingIn } from "../twilio/recording-sid.ts";
import type { Activity } from "./activity.ts";
import type { Clock } from "./clock.ts";
import { deletionsOf } from "./delete-recording.ts";
import { atLeast, type Days } from "./kept-days.ts";
import { whatGoes, type WhatGoes } from "./what-goes.ts";

/** For how long what is over is kept: nothing goes until somebody says so. */
export type OpenRetention = {
  readonly read: () => Retention;
  /** The fewest days that may be set for each. */
  readonly atLeast: () => Required<Days>;
  /** Sets all of it, where `isAsRead` of what stands; whether it did. It is gone by at once. */
  readonly set: (days: Days, isAsRead: (now: Retention) => boolean) => Promise<boolean>;
  /** What a setting would take away now. */
  readonly preview: (days: Days) => Promise<WhatGoes>;
  /** How many recordings are still to be deleted at Twilio. */
  readonly toDelete: () => Promise<number>;
  readonly onDecided: (then: () => void) => void;
  /** There is something to delete at Twilio. */
  readonly poke: () => void;
  /** Goes by it, once a day and after each change. Returns the way to stop. */
  readonly start: () => () => void;
  readonly close: () => void;
};

type Options = {
  readonly store: Store;
  readonly routing: Routing;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly log: Logger;
};

const day = 86_400_000;
const again = 3_600_000;
/** So many recordings are deleted in one go. */
const mostRecordings = 1_000;
const everything: Retention = { id: "retention", revision: 0 };

export async function openRetention({ store, routing, clock, activity, log }: Options): Promise<OpenRetention> {
  let kept = (await store.get("retention", "retention")) ?? everything;
  const listeners: (() => void)[] = [];
  let cancel: (() => void) | undefined;
  let [started, running] = [false, false];
  const close = store.watch("retention", (_id, record) => {
    const changed = record?.revision !== kept.revision;
    kept = record ?? everything;
    if (changed && started) plan(0);
  });
  const poke = () => listeners.forEach((then) => then());
  const preview = (days: Days) => whatGoes(days, { store, routing }, clock.now());
  const failed = (error: unknown) => {
    log.error({ err: error }, "what is over could not be erased");
    return again;
  };

  function plan(after: number): void {
    if (running) return;
    cancel?.();
    cancel = clock.after(after, () => void activity.during(run));
  }

  async function run(): Promise<void> {
    const { revision } = kept;
    running = true;
    const after = await round().catch(failed);
    running = false;
    if (started) plan(kept.revision === revision ? after : 0);
  }

  /** Goes by the setting once; resolves with when to do so again, in milliseconds from now. */
  async function round(): Promise<number> {
    const { revision, ...days } = kept;
    const found = await preview(days);
    for (const cause of found.unread) log.error({ err: cause }, "an archive cannot be read: nothing of it is erased");
    const recordings = found.recordings.slice(0, mostRecordings);
    await deleteAtTwilio(recordings);
    await forgetReviews(found, new Set(recordings));
    const gone = await store.erase([...found.erasures, ...linesOf(found.recordingMonths, new Set(recordings))]);
    await note(found, recordings.length, revision);
    if (gone > 0 || found.reviews.length > 0)
      log.info({ gone, recordings: recordings.length }, "what is over was erased");
    return found.recordings.length > recordings.length ? again : day;
  }

  /** That they are to be deleted is durable before nobody knows of them any more. */
  async function deleteAtTwilio(recordings: readonly string[]): Promise<void> {
    const planned = new Set((await store.planned("retention")).flatMap(({ effect }) => recordingOf(effect)));
    const effects = deletionsOf(recordings.filter((recording) => !planned.has(recording)));
    if (effects.length === 0) return;
    await store.decide("retention", "retention", () => ({ effects, answer: null }));
    poke();
  }

  /** A recording whose turn has not come is still known by what is on the list. */
  async function forgetReviews({ reviews, silenced }: WhatGoes, deleted: ReadonlySet<string>): Promise<void> {
    const isDone = ({ recording }: Review) => {
      const sid = recordingIn(recording ?? "");
      return sid === "" || deleted.has(sid);
    };
    const also: Alongside[] = [
      ...reviews.filter(isDone).map(({ id }) => ({ kind: "review", id, forget: true }) as const),
      ...silenced.filter(isDone).map((one) => ({ kind: "review", id: one.id, put: withoutRecording(one) }) as const),
    ];
    if (also.length > 0) await store.decide("retention", "retention", () => ({ also, answer: null }));
  }

  /** Notes that it was gone by; and in the audit log what went, where anything did. */
  async function note({ going }: WhatGoes, recordings: number, revision: number): Promise<void> {
    const at = clock.now();
    const counts = Object.entries({ ...going, recording: { count: recordings } }).map(([kind, { count }]) => [
      kind,
      count,
    ]);
    const did: Record<string, number> = Object.fromEntries(counts.filter(([, count]) => count !== 0));
    await store.decide("retention", "retention", (now) => ({
      ...(now ? { put: { ...now, goneBy: { at, revision } } } : {}),
      also: Object.keys(did).length > 0 ? [auditLine(did, at)] : [],
      answer: null,
    }));
  }

  return {
    read: () => kept,
    atLeast: () => atLeast(routing),
    set: (days, isAsRead) =>
      store.decide("retention", "retention", (now = everything) => {
        if (!isAsRead(now)) return { answer: false };
        const { goneBy, revision } = now;
        const put = { id: "retention", ...days, revision: revision + 1, ...(goneBy ? { goneBy } : {}) } as const;
        return { put, answer: true };
      }),
    preview,
    toDelete: async () => (await store.planned("retention")).length,
    poke,
    onDecided: (then) => void listeners.push(then),
    start() {
      started = true;
      const { goneBy, revision } = kept;
      if (revision > 0) plan(goneBy?.revision === revision ? Math.max(goneBy.at + day - clock.now(), 0) : 0);
      return () => {
        started = false;
        cancel?.();
      };
    },
    close,
  };
}

function linesOf(months: readonly string[], recordings: ReadonlySet<string>): readonly Erasure[] {
  return months.map((month) => ({
    kind: "recording",
    month,
    rest: (one) => (recordings.has(one.id) ? undefined : one),
  }));
}

function withoutRecording({ recording: _recording, ...review }: Review): Review {
  return review;
}

function recordingOf(effect: NewEffect["effect"]): readonly string[] {
  return effect.do === "delete-recording" ? [effect.recording] : [];
}

function auditLine(did: Readonly<Record<string, number>>, at: Instant): Alongside {
  const by = { id: "house", name: "Holdfast" };
  const line: Audit = { id: randomUUID(), at, by, from: "", what: "goByRetention", did };
  return { kind: "audit", id: line.id, close: line };
}
