/** What was uploaded cannot be used; the message is a sentence for whoever uploaded it, with what to do about it. */
export class Unreadable extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "Unreadable";
  }
}
