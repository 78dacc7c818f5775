import type { Instant, Target } from "../target.ts";

export type CallStatus =
  "queued" | "initiated" | "ringing" | "in-progress" | "completed" | "busy" | "failed" | "no-answer" | "canceled";
export type CallProgressEvent = "initiated" | "ringing" | "answered" | "completed";
export type CallDirection = "inbound" | "outbound-api" | "outbound-dial";

/** One call resource. `duration` in seconds (0 unless it was answered), `queueTime` in milliseconds. */
export type CallRecord = {
  readonly sid: string;
  readonly parentCallSid?: string;
  readonly from: string;
  readonly to: string;
  readonly phoneNumberSid?: string;
  readonly status: CallStatus;
  readonly direction: CallDirection;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  readonly duration?: number;
  readonly queueTime: number;
  readonly answeredBy?: string;
  readonly callerName?: string;
};

/** What a call or participant does once it is answered: request a URL, or run a document handed in. */
export type Instructions = Target | { readonly twiml: string };
export type StatusCallback = Target & { readonly events: readonly CallProgressEvent[] };

/** Answering-machine detection; the figures in milliseconds but `timeout` in seconds. `async` is answered to `callback`. */
export type MachineDetection = {
  readonly mode: "Enable" | "DetectMessageEnd";
  readonly timeout?: number;
  readonly async: boolean;
  readonly callback?: Target;
};

/** Ringing somebody: `timeout` and `timeLimit` in seconds. */
export type Ringing = {
  readonly to: string;
  readonly from: string;
  readonly timeout?: number;
  readonly timeLimit?: number;
  readonly sendDigits?: string;
  readonly machineDetection?: MachineDetection;
  readonly statusCallback?: StatusCallback;
  readonly callerId?: string;
};
export type CallOrder = Ringing & { readonly run: Instructions; readonly fallback?: Target };
/** A change of a live call: any of new instructions, a new status, and new callbacks. */
export type CallChange = {
  readonly run?: Instructions;
  readonly status?: "canceled" | "completed";
  readonly fallback?: Target;
  readonly statusCallback?: Target;
  readonly timeLimit?: number;
};
export type CallFilter = {
  readonly to?: string;
  readonly from?: string;
  readonly parentCallSid?: string;
  readonly status?: CallStatus;
  readonly startedBefore?: Instant;
  readonly startedAfter?: Instant;
};
