import type { Instant, QueueId, RepId } from "../routing/routing.ts";

/** What the caller has lived through, in order: the story that a rep hears before taking over. */
export type Chapter =
  /** `back`: at the place of an earlier call. */
  | { readonly at: Instant; readonly what: "joined" | "back"; readonly queue: QueueId }
  | { readonly at: Instant; readonly what: "answered"; readonly rep: RepId }
  | { readonly at: Instant; readonly what: "transferred" | "escalated"; readonly rep: RepId }
  | { readonly at: Instant; readonly what: "cut-off"; readonly rep: RepId }
  /** Called about this before, with that rep, and it is not solved. */
  | { readonly at: Instant; readonly what: "unsolved"; readonly rep: RepId }
  | { readonly at: Instant; readonly what: "message"; readonly recording: string; readonly seconds: number };
