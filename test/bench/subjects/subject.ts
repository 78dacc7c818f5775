/** What a subject is opened with, as it comes through the process's arguments. */
export type SubjectOptions = {
  /** How many characters the stock server says, so that its document is as large as ours. */
  readonly saying?: number;
  readonly dataDir?: string;
  readonly apiUrl?: string;
  /** How many times as fast as ours the server's clock goes. */
  readonly pace?: number;
  readonly routing?: unknown;
};

/** Opens a server that answers a hold document's webhook. */
export type Subject = (
  options: SubjectOptions,
) => Promise<{ readonly port: number; readonly close: () => Promise<void> }>;
