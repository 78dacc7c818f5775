import type { Instant, LanguageCode, PromptId, QueueId, RepId } from "../routing/routing.ts";

/** A return call by its name. */
export type CallbackId = string;

/**
 * `place`: the caller hung up and kept the place in line; `booked`: the caller chose a time; `promised`: a rep said "I
 * will call you back by three".
 */
export type CallbackKind = "place" | "booked" | "promised";

/** Who did something about a callback, and how it reached us. */
export type By =
  | { readonly who: "caller"; readonly via: "phone" | "text" | "page" }
  | { readonly who: "rep"; readonly rep: RepId }
  | { readonly who: "admin" }
  /** Holdfast itself, by a rule. */
  | { readonly who: "house" };

/** Why a promise was late or broken, or what stands in the way of it now. */
export type Cause =
  /** Every rep who could take it was busy with others. */
  | "nobody-free"
  | "nobody-signed-in"
  /** Reps were rung, and none took it. */
  | "nobody-took-it"
  | "closed"
  /** It was not the customer's own daytime. */
  | "not-daytime"
  /** The customer was rung as often as may be, and did not answer. */
  | "unanswered"
  /** Only machines answered. */
  | "machine"
  /** Whoever answered wanted no call from us, or was somebody else. */
  | "wrong-number"
  /** Twilio would not or could not place the call. */
  | "not-placed"
  /** A limit on outbound calls, or the emergency switch, held it back. */
  | "held-back"
  /** We were not running at the time. */
  | "we-were-down";

/**
 * How one promise ended. Each that was made ends in exactly one of these: made = kept + moved + cancelled + late + broken.
 * `news`: whether a promised call brought the answer, or said plainly that there is none yet, by voice or by message.
 */
export type Ending =
  | { readonly how: "kept"; readonly news?: "answer" | "no-answer" | "message" }
  | { readonly how: "moved" | "cancelled"; readonly by: By }
  | { readonly how: "late" | "broken"; readonly cause: Cause };

/** One promise: a time that was said to somebody, and what became of it. */
export type Given = {
  readonly givenAt: Instant;
  /** The first moment of a booked window; unset: as soon as it can be. */
  readonly from?: Instant;
  /** When it comes into the line, where that is not at the window's beginning: bookings are spread over their window. */
  readonly due?: Instant;
  /** The time that was said, or the end of the window. Unset: none was said, only that the place is kept. */
  readonly by?: Instant;
  /** Holdfast gave it itself, there being no news at the time that was said before. */
  readonly chained?: true;
  /** When the customer was first rung for it, or was reached by ringing in. */
  readonly rungAt?: Instant;
  readonly ended?: Ending & { readonly at: Instant };
};

/** What came of one attempt to reach the customer. Only these count as tries: a rep who passes is none. */
export type Try = {
  readonly at: Instant;
  readonly call: string;
  readonly came: "reached" | "unanswered" | "busy" | "machine" | "not-placed" | "not-now" | "wrong-number";
  /** How long the customer was spoken with, once that is over. */
  readonly seconds?: number;
};

/** What a promised call is for, in the rep's own words: a recording, and a text where there is one. */
export type Note = { readonly text?: string; readonly recording?: string; readonly seconds?: number };

/** The state of the news that the customer waits for. */
export type News = { readonly at: Instant; readonly rep?: RepId; readonly text: string };

/** What is true of a return call whatever is being done about it. */
export type CallbackFacts = {
  readonly id: CallbackId;
  /** The receipt: six digits, spoken and texted, by which the caller finds it again. */
  readonly code: string;
  readonly kind: CallbackKind;
  /** Whom we ring, in E.164, and the line it is rung from: the one that was dialled. */
  readonly to: string;
  readonly from: string;
  readonly language: LanguageCode;
  readonly queue: QueueId;
  /** Its place in the one line: when the caller joined, or the promise was first made. */
  readonly joinedAt: Instant;
  readonly madeAt: Instant;
  readonly madeBy: By;
  /** The call in which it was made, where there was one, and how long the caller had stood in line in it, in seconds. */
  readonly origin?: string;
  readonly waitedSeconds?: number;
  /** The number is not the one that asked: whoever answers presses 1 before a rep is used. */
  readonly confirm: boolean;
  /** The time zones in which the number may be: all of them must be in daytime. */
  readonly zones: readonly string[];
  /** Whether the number takes texts, as far as can be known. */
  readonly texts: boolean;
  readonly about?: PromptId;
  readonly segment?: string;
  readonly everSupport: boolean;
  /** The rep whose word it is, or who knows the case. */
  readonly owner?: RepId;
  readonly note?: Note;
  readonly news?: News;
  /** Every time that was said, oldest first; the last is the one that counts. Never empty. */
  readonly given: readonly Given[];
  readonly tries: readonly Try[];
  /** Reps who passed or did not answer, and when. */
  readonly triedReps: Readonly<Record<RepId, Instant>>;
  readonly overtaken: number;
  /** What stood in the way when it was last looked at. */
  readonly hindrance?: Cause;
};

/** Its time has not come: it stands in no line yet. */
export type Promised = { readonly at: "promised" };
/** In the one line, for a rep to be found. */
export type Due = { readonly at: "due"; readonly since: Instant };
/** A call is being placed: `rep` is rung first, or the customer where there is none. `call` is that call's name. */
export type RingingOut = {
  readonly at: "ringing";
  readonly since: Instant;
  readonly call: string;
  readonly rep?: RepId;
};
/** The customer has rung in and stands in line: nobody rings back meanwhile. */
export type Live = { readonly at: "live"; readonly since: Instant; readonly call: string };
/** The customer has been reached, and speaks with somebody. */
export type TalkingOut = {
  readonly at: "talking";
  readonly since: Instant;
  readonly call: string;
  readonly rep?: RepId;
};
/** Not reached this time; tried again at `again`, the place kept. */
export type Missed = { readonly at: "missed"; readonly since: Instant; readonly again: Instant };
/** Over; how, stands at the end of the last promise. */
export type Closed = { readonly at: "closed"; readonly closedAt: Instant };

export type CallbackState = Promised | Due | RingingOut | Live | TalkingOut | Missed | Closed;

/** A return call that we owe: `state` narrows by its `at`. */
export type Callback = CallbackFacts & { readonly state: CallbackState };

/** The promise that counts now: the last one given. */
export function givenNow(callback: CallbackFacts): Given {
  const last = callback.given.at(-1);
  if (!last) throw new Error(`callback ${callback.id} was never promised`);
  return last;
}

/** Whether the customer is being spoken to or rung, or is on the line: nobody must ring as well. */
export function isUnderway({ state: { at } }: Callback): boolean {
  return at === "ringing" || at === "talking" || at === "live";
}
