import type { Instant, QueueId, RepId } from "../routing/routing.ts";
import type { Callback, CallbackId } from "./callback.ts";

/** Why a number is not rung back. */
export type NumberFault =
  /** No number at all, or none that can exist. */
  | "not-a-number"
  /** Of a country, or of a kind (premium, shared cost, satellite, short), that is not rung. */
  | "country"
  | "kind"
  /** As often as may be today: this number, numbers like it, or the queue. */
  | "too-often"
  | "too-many-alike"
  | "too-many-today"
  /** What may be spent today is spent. */
  | "spent"
  /** The number asked not to be rung. */
  | "asked-not-to"
  /** An admin has switched off that return calls are promised, or placed. */
  | "switched-off";

/** Whether a number may be rung back, and what is known of it: its zones, and whether it takes texts. */
export type Verdict =
  | { readonly ok: true; readonly number: string; readonly zones: readonly string[]; readonly texts: boolean }
  | { readonly ok: false; readonly why: NumberFault };

/** A window that can be booked: `from` to `by` is what is said, `due` when the callback comes into the line. */
export type Slot = { readonly from: Instant; readonly by: Instant; readonly due: Instant };

/** What can be booked, for whom: at most so many windows, from an instant on. */
export type SlotAsk = {
  readonly queue: QueueId;
  readonly zones: readonly string[];
  readonly after: Instant;
  readonly most: number;
};

/** What a rep can promise: the wished time, or the next free one and why. */
export type RepTime =
  | { readonly fits: true; readonly by: Instant }
  | {
      readonly fits: false;
      readonly by: Instant | undefined;
      readonly why: "owes-too-much" | "off-then" | "closed-then" | "not-daytime" | "past" | "too-far";
    };

/** What is owed to whom, as far as a call needs to know it; every answer is that of the instant of asking. */
export type Owed = {
  /** The open callback of a number: of several, the one whose time is next. */
  readonly ofNumber: (number: string) => Callback | undefined;
  readonly ofCode: (code: string) => Callback | undefined;
  /** Whether support owes a call to a number: it hears no announcements meanwhile. */
  readonly supportOwes: (number: string) => boolean;
  /** The place in line of a callback that stands in it; 1 is next. */
  readonly placeOf: (id: CallbackId) => number | undefined;
  /** How many receipts were keyed in lately that are none: from a number, and from all. */
  readonly wrongCodes: (number: string) => { readonly ofNumber: number; readonly ofAll: number };
  /**
   * Whether a number, as it was dialled from or keyed in on a line, may be rung back for a queue. `unasked`: only for
   * something to be offered; nobody is refused by it.
   */
  readonly judge: (number: string, line: string, queue: QueueId, unasked?: "unasked") => Verdict;
  readonly slots: (ask: SlotAsk) => readonly Slot[];
  readonly timeFor: (rep: RepId, queue: QueueId, zones: readonly string[], wished: Instant) => RepTime;
  /** A name and a receipt code that no open callback has; the same ones until one of them is used. */
  readonly receipt: () => { readonly id: string; readonly code: string };
};

/** Nothing is owed to anybody, and nothing can be promised. */
export const nothingOwed: Owed = {
  ofNumber: () => undefined,
  ofCode: () => undefined,
  supportOwes: () => false,
  placeOf: () => undefined,
  wrongCodes: () => ({ ofNumber: 0, ofAll: 0 }),
  judge: () => ({ ok: false, why: "switched-off" }),
  slots: () => [],
  timeFor: () => ({ fits: false, by: undefined, why: "too-far" }),
  receipt: () => ({ id: "", code: "" }),
};
