import type { Instant } from "../routing/routing.ts";

/** Something that was recorded in a call, by its SID at Twilio. Closed as soon as it is made; gone when it is deleted there. */
export type Recorded = {
  readonly id: string;
  readonly call: string;
  readonly at: Instant;
};

/** Deletes at Twilio what was recorded. Planned for the retention that it goes by. */
export type RetentionEffect = { readonly do: "delete-recording"; readonly recording: string };

/** For how many days each is kept, once it is over; unset: for ever. `revision` grows with every change. */
export type Retention = {
  readonly id: "retention";
  /** Calls and return calls that are over, with cases and what is on the leads' list. */
  readonly records?: number;
  /** What was recorded, at Twilio. */
  readonly recordings?: number;
  /** The lines of the audit log. */
  readonly audit?: number;
  readonly revision: number;
  /** When it was last gone by, in which revision. */
  readonly goneBy?: { readonly at: Instant; readonly revision: number };
};
