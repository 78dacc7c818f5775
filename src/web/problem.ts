/** A request that is refused for a reason the asker can mend: the error handler makes problem+json of it. */
export class Problem extends Error {
  readonly status: number;
  /** What the answer says beside the sentence: which fields, and what would do instead. */
  readonly more: Readonly<Record<string, unknown>>;
  /** `sentence` says what to do. */
  constructor(status: number, sentence: string, more: Readonly<Record<string, unknown>> = {}) {
    super(sentence);
    this.name = "Problem";
    this.status = status;
    this.more = more;
  }
}

/** A refusal because of one field. */
export function refusedField(status: number, path: string, sentence: string): Problem {
  return new Problem(status, sentence, { errors: [{ path, sentence }] });
}
