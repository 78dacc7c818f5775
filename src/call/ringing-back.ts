import type { Try } from "../callback/callback.ts";
import type { Resolution } from "../resolution/resolution.ts";
import type { Instant, RepId } from "../routing/routing.ts";
import type { CallEvent } from "./event.ts";
import type { LegId } from "./verb.ts";

/** A rep who has taken a return call, and is in the room until the customer is there too. */
export type Companion = { readonly rep: RepId; readonly leg: LegId };
type MaybeWith = { readonly with?: Companion | undefined };
/** A rep is rung for a return call; the customer comes after that. */
export type Fetching = Companion & { readonly at: "fetching"; readonly rungAt: Instant };
/** Who is rung first, and why: see the event `calling-back`. */
export type Approach = "rep" | "first" | "no-news";
/** The customer is rung back. */
export type Dialling = MaybeWith & { readonly at: "dialling"; readonly how: Approach };
/** The customer has picked up, as far as it seems, and hears who we are. `who`: as far as that is known. */
export type Greeting = MaybeWith & {
  readonly at: "greeting";
  readonly how: Approach;
  readonly who?: "person" | "unknown";
  readonly misses: number;
};
/**
 * Whoever has picked up says by key whether it suits: where the customer is rung first, and where somebody else gave the
 * number.
 */
export type Agreeing = MaybeWith & { readonly at: "agreeing"; readonly misses: number };
/** The customer has been told at the promised time that there is no news yet, and may speak with somebody now. */
export type Informing = { readonly at: "informing"; readonly misses: number };
/** The customer says how much later suits. `informed`: the promise was kept before that. */
export type Snoozing = MaybeWith & { readonly at: "snoozing"; readonly misses: number; readonly informed: boolean };
/** What came of ringing a customer, as a rep who waited for it is told. */
export type Came =
  Exclude<Try["came"], "reached"> | "declined" | "hung-up" | Extract<CallEvent, { readonly type: "called-off" }>["why"];
/** Nothing more comes of a return call: whoever is still there hears the last words. */
export type Parting = MaybeWith & { readonly at: "parting"; readonly came: Came };
/** We have rung the caller to ask whether a case was solved. */
export type AskingAfter = {
  readonly at: "asking-after";
  readonly matter: Resolution;
  readonly misses: number;
  /** Somebody has answered, and no machine as far as is known. */
  readonly reached: boolean;
};
