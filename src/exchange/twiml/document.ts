/** One element of a TwiML document; `text` is what stands in it, for `<Say>` what is spoken, SSML marks left out. */
export type Verb = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Verb[];
  readonly text: string;
};

/** What Twilio would log: its error code (0 where the advice is ours) and a sentence. */
export type Fault = { readonly code: number; readonly message: string };

/** Where a document runs, which decides what it may hold: a whisper or a wait may do less than a call. */
export type Realm = "call" | "queue-wait" | "number-whisper" | "queue-whisper" | "conference-wait" | "sms";

/** What surrounds an element: the realm, whether the document came as a `Twiml` parameter, and its parent's name. */
export type Place = {
  readonly realm: Realm;
  readonly inline: boolean;
  readonly parent: string;
  /** 0 for the parent's first element. */
  readonly index: number;
};
