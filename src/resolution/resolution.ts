import type { Instant, LanguageCode, PromptId, QueueId, RepId } from "../routing/routing.ts";

/** How the rep says that a conversation about the case ended. */
export type Said = "resolved" | "not-yet" | "promised" | "unsaid";

/** A conversation about the case. */
export type Spoken = { readonly call: string; readonly rep: RepId; readonly at: Instant; readonly said: Said };

/**
 * One matter of one caller with one queue: from the first conversation about it until it is known to be settled, or the
 * days are over in which it may come back.
 */
export type Resolution = {
  readonly id: string;
  readonly number: string;
  readonly queue: QueueId;
  /** The line that was dialled: from it the caller is asked after. */
  readonly line: string;
  readonly language: LanguageCode;
  readonly everSupport: boolean;
  readonly about?: PromptId;
  /** Oldest first; never empty. */
  readonly spoken: readonly Spoken[];
  /** The caller rang in about it again, though it was said to be resolved. */
  readonly cameBack?: Instant;
  /** When and how the caller was asked last whether it was solved, and what the answer was. */
  readonly askedAt?: Instant;
  readonly askedBy?: "text" | "call";
  readonly answer?: { readonly at: Instant; readonly solved: boolean };
  readonly closedAt?: Instant;
};

/** The open case of a number with a queue is found by this name. */
export function resolutionId(number: string, queue: QueueId): string {
  return `${queue} ${number}`;
}

/** The last conversation about a case. */
export function lastSpoken({ id, spoken }: Resolution): Spoken {
  const last = spoken.at(-1);
  if (!last) throw new Error(`nobody has spoken about the case ${id}`);
  return last;
}

/** Whether the caller was asked, and the answer is still to come. */
export function isAsked({ askedAt, answer, closedAt }: Resolution): boolean {
  return closedAt === undefined && askedAt !== undefined && (answer === undefined || answer.at < askedAt);
}
