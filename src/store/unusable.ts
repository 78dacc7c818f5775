/** The store cannot be opened. Its message says what is wrong and what to do; the files were left as they were. */
export class StoreUnusable extends Error {
  override readonly name = "StoreUnusable";
}

/** Another process uses the folder: a server that is running. */
export class StoreInUse extends StoreUnusable {}

const nothingChanged = "Nothing was changed. Restore the folder from a backup, or set DATA_DIR to another folder.";

/** What to throw when a file cannot be what we wrote: `what` is a sentence without its full stop. */
export function damaged(what: string): StoreUnusable {
  return new StoreUnusable(`${what}. ${nothingChanged}`);
}

/** What to throw when the system refuses to hand out `path`. */
export function unreadable(path: string, cause: unknown): StoreUnusable {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StoreUnusable(
    `${path} cannot be used (${why}). Make sure that Holdfast may read and write it and that the disk has room, or set DATA_DIR to another folder.`,
    { cause },
  );
}
