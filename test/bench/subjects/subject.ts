/** What a subject is opened with, as it comes through the process's arguments. */
export type SubjectOptions = {
  /** How many characters the stock server says, so that its document is as large as ours. */
  readonly saying?: number;
  readonly dataDir?: string;
  readonly apiUrl?: string;
  /** Time passes only when it is told to. */
  readonly told?: boolean;
  readonly routing?: unknown;
  /** Whether the admin's program is let in, by its token. */
  readonly token?: boolean;
};

/** A server that answers a hold document's webhook. */
export type Opened = {
  readonly port: number;
  readonly close: () => Promise<void>;
  /** Lets so many ms pass, where time passes only then. */
  readonly pass?: (ms: number) => void;
};
export type Subject = (options: SubjectOptions) => Promise<Opened>;
