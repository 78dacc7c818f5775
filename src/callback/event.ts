import type { RepId } from "../routing/routing.ts";
import type { Amiss } from "./audit.ts";
import type { By, CallbackFacts, Cause, Given, News, Note, Try } from "./callback.ts";

/** A time that is being given: the window's beginning where it has one, and the time that is said. */
export type NewGiven = Pick<Given, "from" | "due" | "by">;

/** A callback as it is asked for; the rest follows from the time and the event. */
export type NewCallback = Omit<
  CallbackFacts,
  "given" | "tries" | "triedReps" | "overtaken" | "hindrance" | "madeAt"
> & {
  readonly given: NewGiven;
};

/**
 * What has happened to a return call: past tense, complete with the facts that deciding needs. `call`: in which call it
 * happened, where it was in one; what comes of a call that is no longer this callback's own is known by it.
 */
export type CallbackEvent = Happened & { readonly call?: string };

type Happened =
  | { readonly type: "made"; readonly callback: NewCallback }
  /** A time has come that the callback asked to be woken at. `hindrance`: what stands in the way of it now. */
  | { readonly type: "woke"; readonly why: string; readonly hindrance?: Cause }
  /** A rep is rung for it, in the call of that name. */
  | { readonly type: "assigned"; readonly rep: RepId; readonly call: string }
  | { readonly type: "overtaken" }
  /** The customer is being rung first, without a rep. */
  | { readonly type: "dialled"; readonly call: string }
  /** The rep who was rung for it did not take it: nobody else was rung. */
  | { readonly type: "rep-declined"; readonly rep: RepId; readonly how: "passed" | "missed" | "unreachable" }
  /** The customer's phone is ringing. */
  | { readonly type: "rung" }
  /** The customer has answered and, where that was asked, confirmed. */
  | { readonly type: "reached"; readonly rep?: RepId }
  /** The attempt is over without the customer being reached. */
  | { readonly type: "tried"; readonly came: Exclude<Try["came"], "reached" | "not-now"> }
  /** The customer asked to be rung later, in so many minutes. */
  | { readonly type: "snoozed"; readonly minutes: number }
  /** The customer has been told that there is no news yet, and when the next call comes. */
  | { readonly type: "told"; readonly via: "voice" | "message"; readonly next: NewGiven }
  /** The conversation is over. `next`: the rep has given another time in it. */
  | { readonly type: "talked"; readonly rep: RepId; readonly next?: NewGiven; readonly note?: Note }
  /** The customer was reached, and the conversation broke off before anybody spoke: back in line, the place kept. */
  | { readonly type: "lost" }
  /** The customer rang in and went to the live line, in the call of that name; or left it again unserved. */
  | { readonly type: "went-live"; readonly call: string }
  | { readonly type: "left-live" }
  | { readonly type: "moved"; readonly to: NewGiven; readonly by: By }
  | { readonly type: "cancelled"; readonly by: By }
  | { readonly type: "news"; readonly news: Omit<News, "at"> }
  | { readonly type: "noted"; readonly note: Note }
  /** The end-of-day check has found something amiss that can be mended. */
  | { readonly type: "found-amiss"; readonly what: Amiss };
