import type { Heard } from "../hold/heard.ts";
import type { Instant, QueueId, RepId } from "../routing/routing.ts";
import type { Offer } from "./offering.ts";
import type { LegId } from "./verb.ts";

/** A place in a line. `joinedAt` is when the caller joined the first line of this call: it decides the order. */
export type InLine = {
  readonly queue: QueueId;
  readonly joinedAt: Instant;
  readonly since: Instant;
  readonly heard: Heard;
  /** Reps who passed or did not answer, and when: not rung again for this call at once. */
  readonly triedReps: Readonly<Record<RepId, Instant>>;
  readonly overflowed: boolean;
  /** Before everybody else: we are late, or the matter was not solved the first time. */
  readonly front?: true;
  /** The caller is being asked about a return call meanwhile, the place kept. */
  readonly offer?: Offer;
};

/** Why the caller is about to step out of Twilio's queue, by the key pressed or the time waited. */
export type Wants = "message" | "reception" | "overflow" | "closing";
export type InQueue = { readonly at: "queue"; readonly line: InLine; readonly wants?: Wants };
export type Ringing = {
  readonly at: "ringing";
  readonly line: InLine;
  readonly rep: RepId;
  readonly leg: LegId;
  readonly rungAt: Instant;
  readonly overtook: number;
};
/** Leaves a message and keeps the place in line. */
export type LeavingMessage = { readonly at: "message"; readonly line: InLine };
