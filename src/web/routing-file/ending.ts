/** How the command ends: 0 all is well, 1 refused or at fault, 2 something could not be read. */
export type Code = 0 | 1 | 2;

/** What was done. `said` is what was asked for, `told` what is to be known beside it. */
export type Ending = { readonly code: Code; readonly said: string; readonly told?: string };

/** Nothing was done. Its message says why, and what to do. */
export class NothingDone extends Error {
  override readonly name = "NothingDone";
  readonly code: Code;
  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What a failure says of itself; where it is wrapped in another that says less, what the inner one says. */
export function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error && cause.cause.message !== "" ? cause.cause.message : cause.message;
}
