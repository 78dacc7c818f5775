import type { Instant } from "../target.ts";

/** One queue; `averageWaitTime` in seconds, over those who wait in it now. */
export type QueueRecord = {
  readonly sid: string;
  readonly friendlyName: string;
  readonly currentSize: number;
  readonly averageWaitTime: number;
  readonly maxSize: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};
/** One waiting call; `position` 1 is next, `waitTime` in seconds. */
export type MemberRecord = {
  readonly callSid: string;
  readonly queueSid: string;
  readonly enqueuedAt: Instant;
  readonly position: number;
  readonly waitTime: number;
};
