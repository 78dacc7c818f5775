import type { CallbackEffect } from "../callback/effect.ts";
import type { Effect } from "../call/effect.ts";
import type { Instant } from "../routing/routing.ts";
import type { ResolutionEffect } from "../resolution/after.ts";
import type { RetentionEffect } from "./retention.ts";
import type { Kind, Kinds } from "./records.ts";

/**
 * Work to be done for a record. Effects of one `lane` are performed one at a time, in the order in which they were
 * stored; different lanes do not wait for each other. `dueAt` unset: now.
 */
export type NewEffect = {
  readonly lane: string;
  readonly effect: Effect | CallbackEffect | ResolutionEffect | RetentionEffect;
  readonly dueAt?: Instant;
};
export type StoredEffect = {
  readonly id: string;
  readonly kind: Kind;
  readonly of: string;
  readonly lane: string;
  readonly effect: Effect | CallbackEffect | ResolutionEffect | RetentionEffect;
  readonly dueAt: Instant;
  /** How often it was claimed before. Above 0: it may have been performed already, by a process that died. */
  readonly claims: number;
};

/**
 * What a rule decides about one record: `put` it as it is now, `close` it (out of what is open, into the archive of
 * its month), `forget` it (out of what is open, and nowhere else), or none of these and leave it unchanged; closing comes before
 * forgetting, and that before putting. `answer` is handed back when all of it is durable. Records are values: whoever changes one in place afterwards is wrong.
 */
export type Decision<R, A> = {
  readonly put?: R;
  readonly close?: R;
  readonly forget?: true;
  readonly effects?: readonly NewEffect[];
  /** Other records that are decided with this one: all of it becomes durable, or none. */
  readonly also?: readonly Alongside[];
  readonly answer: A;
};

/** What is decided about another record in the same instant. */
export type Alongside = {
  [K in Kind]: {
    readonly kind: K;
    readonly id: string;
    readonly put?: Kinds[K];
    readonly close?: Kinds[K];
    readonly forget?: true;
    readonly effects?: readonly NewEffect[];
  };
}[Kind];

/**
 * Closed records of a month to be gone through: `rest` says what is left of each, itself, another in its place, or nothing. It
 * decides from the record alone and may be asked more than once.
 */
export type Erasure = {
  [K in Kind]: {
    readonly kind: K;
    readonly month: string;
    readonly rest: (record: Kinds[K]) => Kinds[K] | undefined;
  };
}[Kind];

/** Looks at another open record in the instant of deciding. */
export type Look = <K extends Kind>(kind: K, id: string) => Kinds[K] | undefined;

/** How an attempt at an effect ended. */
export type Settled =
  | { readonly outcome: "done" }
  | { readonly outcome: "retry"; readonly at: Instant }
  | { readonly outcome: "gave-up"; readonly why: string };

/** What `condition` says: `ok`; `failing`: a change could not be made durable, nothing may be promised aloud. */
export type Condition = { readonly state: "ok" } | { readonly state: "failing"; readonly why: string };

/**
 * Where Holdfast keeps what is open. It answers only when durable: what `decide`, `claim` and `settle` have resolved
 * survives a crash. While `condition` is failing they resolve all the same, so that callers are routed on.
 * Decisions about one record happen one at a time.
 */
export type Store = {
  /**
   * Decides about one record; resolves with the rule's answer once record and effects are durable together. A rule
   * decides from what is stored alone and may be asked more than once. When it throws, nothing has changed.
   */
  decide<K extends Kind, A>(
    kind: K,
    id: string,
    rule: (record: Kinds[K] | undefined, look: Look) => Decision<Kinds[K], A>,
  ): Promise<A>;
  /** The record as it was last decided. Like `open` it may be ahead of the disk by the change that is being written. */
  get<K extends Kind>(kind: K, id: string): Promise<Kinds[K] | undefined>;
  /** All open records of a kind, in no order. */
  open<K extends Kind>(kind: K): Promise<readonly Kinds[K][]>;
  /**
   * Tells of every change to an open record as it is decided; `undefined`: it was forgotten, or closed as `closed` says.
   * `seen` must not throw. Returns the way to stop.
   */
  watch<K extends Kind>(
    kind: K,
    seen: (id: string, record: Kinds[K] | undefined, closed?: Kinds[K]) => void,
  ): () => void;
  /** Claims due effects for `leaseMs`: at most `most`, one a lane, oldest first. Nobody else gets them meanwhile. */
  claim(now: Instant, most: number, leaseMs: number): Promise<readonly StoredEffect[]>;
  /** Ends an attempt at an effect; one that was settled for good before stays so. */
  settle(id: string, settled: Settled): Promise<void>;
  /** All effects of records of a kind that are not settled, in no order. */
  planned(kind: Kind): Promise<readonly StoredEffect[]>;
  /** When the next effect can be claimed: it falls due, or its lease ends. `undefined`: there is none. */
  nextDue(): Promise<Instant | undefined>;
  /** Records closed in a month of UTC (`2026-11`), oldest first, each once. Throws at one that cannot be read. */
  archive<K extends Kind>(kind: K, month: string): AsyncIterable<Kinds[K]>;
  /** The months of UTC in which records of a kind were closed that are still there, oldest first. */
  months(kind: Kind): Promise<readonly string[]>;
  /**
   * Leaves of closed records what is to be left; all of it becomes durable, or none. Resolves with how many have gone or are
   * others now, once what was there before is nowhere on the disk, nor what was forgotten before. Throws where it is not so, and says why: an archive that cannot
   * be read, a disk that takes no more.
   */
  erase(erasures: readonly Erasure[]): Promise<number>;
  condition(): Condition;
  close(): Promise<void>;
};
