import type { Instant } from "../target.ts";

/** One recording; `duration` in seconds once it is completed. A deleted one has no sound any more, and is shown to who asks for such. `words` is what the telephone said into it. */
export type RecordingRecord = {
  readonly sid: string;
  readonly callSid: string;
  readonly status: "in-progress" | "completed" | "absent" | "deleted";
  readonly source: "RecordVerb" | "DialVerb" | "Conference" | "OutboundAPI";
  readonly channels: number;
  readonly duration: number;
  readonly startedAt: Instant;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly words: string;
};
