/** A request that is refused for a reason the asker can mend: the error handler makes problem+json of it. */
export class Problem extends Error {
  readonly status: number;
  /** What the answer says beside the sentence: which fields, and what would do instead. */
  readonly more: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** `sentence` says what to do. */
  constructor(
    status: number,
    sentence: string,
    more: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(sentence);
    this.name = "Problem";
    this.status = status;
    this.more = more;
    this.headers = headers;
  }
}

/** A refusal because of one field. */
export function refusedField(status: number, path: string, sentence: string): Problem {
  return new Problem(status, sentence, { errors: [{ path, sentence }] });
}
