/** Why a request was made, or what was read. */
export type Purpose =
  | "voice"
  | "fallback"
  | "redirect"
  | "gather"
  | "partial-result"
  | "enqueue-action"
  | "queue-wait"
  | "queue-whisper"
  | "dial-action"
  | "number-whisper"
  | "conference-wait"
  | "conference-hold"
  | "conference-event"
  | "record-action"
  | "recording-status"
  | "call-status"
  | "amd-status"
  | "sms"
  | "sms-status"
  | "sound"
  | "announcement";

/** One entry of the debugger; `at` is an instant on the exchange's clock. */
export type LogEntry =
  | {
      readonly kind: "webhook";
      readonly at: number;
      readonly purpose: Purpose;
      readonly method: string;
      readonly url: string;
      readonly params: Readonly<Record<string, string>>;
      /** 1 is the first try; a repeat by `Faults.duplicateWebhooks` has the number of the try it repeats. */
      readonly attempt: number;
      readonly callSid?: string;
      /** Absent where no answer came; then `code` says why. */
      readonly status?: number;
      readonly body?: string;
      readonly code?: number;
    }
  | {
      readonly kind: "error" | "warning";
      readonly at: number;
      readonly code: number;
      readonly message: string;
      readonly callSid?: string;
      readonly url?: string;
    }
  | {
      readonly kind: "rest";
      readonly at: number;
      readonly method: string;
      readonly url: string;
      readonly params: Readonly<Record<string, string>>;
      readonly status: number;
      readonly code?: number;
      /** What was sent and answered, word for word; a recording's sound is left out. */
      readonly form: string;
      readonly answer: string;
    };

/** The debugger's memory: the last `keep` entries, and who listens. */
export type Log = {
  readonly entries: readonly LogEntry[];
  add(entry: LogEntry): void;
  onLog(listener: (entry: LogEntry) => void): () => void;
};

/** An empty log that keeps the last `keep` entries. */
export function openLog(keep: number): Log {
  const entries: LogEntry[] = [];
  const listeners = new Set<(entry: LogEntry) => void>();
  return {
    entries,
    add(entry) {
      entries.push(entry);
      // A quarter over before it is cut, so that cutting costs nothing a entry.
      if (entries.length > keep * 1.25) entries.splice(0, entries.length - keep);
      for (const listener of listeners) listener(entry);
    },
    onLog(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
