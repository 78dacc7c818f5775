import type { Presence } from "../acd/rep.ts";
import type { Call } from "../call/call.ts";
import type { Effect } from "../call/effect.ts";
import type { LegId, Verb } from "../call/verb.ts";
import type { Instant, RepId } from "../routing/routing.ts";

/** A call with the last answer given to each of its legs, so that a repeated webhook gets the same answer. */
export type CallRecord = {
  readonly call: Call;
  readonly answers: Readonly<Partial<Record<LegId, { readonly key: string; readonly verbs: readonly Verb[] }>>>;
};

/** What is remembered of a phone number. Dropped after `forgetAt`. */
export type CallerMemory = {
  readonly number: string;
  readonly language?: string;
  readonly quiet: boolean;
  readonly moreTime: boolean;
  readonly announcements: Readonly<Record<string, Instant>>;
  readonly spokeWith?: RepId;
  readonly forgetAt: Instant;
};

/** What the line has learnt of a queue: the last handle times in seconds, oldest first. */
export type QueueMemory = { readonly queue: string; readonly handled: readonly number[] };

/** A call on the leads' list, with the rep's side of it. */
export type Review = {
  readonly id: string;
  readonly call: string;
  readonly rep: RepId;
  readonly at: Instant;
  readonly recording?: string;
  readonly recordingSeconds?: number;
};

/** The source of a routing version that an open call still keeps. */
export type RoutingSource = { readonly version: string; readonly source: unknown };

/** Every kind of record that can be open, by the name of its kind. */
export type Kinds = {
  readonly call: CallRecord;
  readonly rep: Presence;
  readonly caller: CallerMemory;
  readonly queue: QueueMemory;
  readonly review: Review;
  readonly routing: RoutingSource;
};
export type Kind = keyof Kinds;

/**
 * Work to be done for a record. Effects of one `lane` are performed one at a time, in the order in which they were
 * stored; different lanes do not wait for each other. `dueAt` unset: now.
 */
export type NewEffect = { readonly lane: string; readonly effect: Effect; readonly dueAt?: Instant };
export type StoredEffect = {
  readonly id: string;
  readonly kind: Kind;
  readonly of: string;
  readonly lane: string;
  readonly effect: Effect;
  readonly dueAt: Instant;
  /** How often it was claimed before. Above 0: it may have been performed already, by a process that died. */
  readonly claims: number;
};

/**
 * What a rule decides about one record: `put` it as it is now, `close` it (out of what is open, into the archive of
 * its month), or neither and leave it unchanged. `answer` is handed back when all of it is durable.
 */
export type Decision<R, A> = {
  readonly put?: R;
  readonly close?: R;
  readonly effects?: readonly NewEffect[];
  readonly answer: A;
};

/** How an attempt at an effect ended. */
export type Settled =
  | { readonly outcome: "done" }
  | { readonly outcome: "retry"; readonly at: Instant }
  | { readonly outcome: "gave-up"; readonly why: string };

/** What `condition` says: `ok`; `failing`: a change could not be made durable, nothing may be promised aloud. */
export type Condition = { readonly state: "ok" } | { readonly state: "failing"; readonly why: string };

/**
 * Where Holdfast keeps what is open. It answers only when durable: a promise that has resolved survives a crash.
 * Decisions about one record happen one at a time.
 */
export type Store = {
  /** Decides about one record; resolves with the rule's answer once record and effects are durable together. */
  decide<K extends Kind, A>(
    kind: K,
    id: string,
    rule: (record: Kinds[K] | undefined) => Decision<Kinds[K], A>,
  ): Promise<A>;
  get<K extends Kind>(kind: K, id: string): Promise<Kinds[K] | undefined>;
  /** All open records of a kind, in no order. */
  open<K extends Kind>(kind: K): Promise<readonly Kinds[K][]>;
  /** Tells of every change to an open record as it is decided; `undefined`: it was closed. Returns the way to stop. */
  watch<K extends Kind>(kind: K, seen: (id: string, record: Kinds[K] | undefined) => void): () => void;
  /** Claims due effects for `leaseMs`: at most `most`, one a lane, oldest first. Nobody else gets them meanwhile. */
  claim(now: Instant, most: number, leaseMs: number): Promise<readonly StoredEffect[]>;
  settle(id: string, settled: Settled): Promise<void>;
  /** When the next effect falls due, or its lease ends; `undefined`: there is none. */
  nextDue(): Promise<Instant | undefined>;
  /** Closed records of a month (`2026-11`), oldest first, each once. */
  archive<K extends Kind>(kind: K, month: string): AsyncIterable<Kinds[K]>;
  condition(): Condition;
  close(): Promise<void>;
};
