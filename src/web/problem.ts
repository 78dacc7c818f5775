/** A request that is refused for a reason the asker can mend: the error handler makes problem+json of it. */
export class Problem extends Error {
  readonly status: number;
  /** `sentence` says what to do. */
  constructor(status: number, sentence: string) {
    super(sentence);
    this.name = "Problem";
    this.status = status;
  }
}
