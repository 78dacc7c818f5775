import type { StormMessage } from "./storm.ts";
import type { Estimate } from "../acd/expected-wait.ts";
import type { OvertakeCause } from "../acd/line.ts";
import type { Presence } from "../acd/rep.ts";
import type { Callback } from "../callback/callback.ts";
import type { Owed } from "../callback/owed.ts";
import type { Interlude, Track } from "../hold/music.ts";
import type { Instant, LanguageCode, QueueId, RepId } from "../routing/routing.ts";
import type { KeptPlace } from "./ringing-in.ts";
import type { Cases } from "./call.ts";
import type { Resolution } from "../resolution/resolution.ts";
import type { LegId } from "./verb.ts";

/** What is known of a number when it rings in. */
export type Known = {
  readonly language?: LanguageCode;
  readonly quiet: boolean;
  readonly moreTime: boolean;
  /** When each announcement was last heard, by its id. */
  readonly announcements: Readonly<Record<string, number>>;
  readonly spokeWith?: RepId;
  readonly openSupportCallback: boolean;
  readonly cases?: Cases;
  /** A place in line that was lost with an earlier call. */
  readonly place?: KeptPlace;
};

/** The state of the house at this instant: what is true beyond the one call. */
export type House = {
  readonly queues: Readonly<Record<QueueId, { readonly waiting: number; readonly signedIn: number }>>;
  readonly tracks: Readonly<Record<string, Track>>;
  /** What frames product announcements. */
  readonly interludes: readonly Interlude[];
  /** Reps who are signed in, whether or not they are in a call. */
  readonly there: readonly RepId[];
  /** Whether what is decided now will outlive a crash. Where it will not, nothing is promised aloud. */
  readonly durable: boolean;
  /** Since when we have been here to answer; what was decided before that may never have been heard. */
  readonly upSince?: Instant | undefined;
  /** What everybody who calls is told first, while something is wrong. */
  readonly storm?: StormMessage | undefined;
  /** The return calls that are owed. */
  readonly owed: Owed;
};

/** Where this caller stands: `place` 1 is next. */
export type Standing = {
  readonly place: number;
  readonly expectedWait: Estimate;
  /** The true cause where somebody came in ahead lately. */
  readonly worseBecause?: OvertakeCause;
};

/** Who has answered a phone, as far as a machine can tell; `fax` is one that takes no message. */
export type Identity = "person" | "machine" | "fax" | "unknown";

/** A step of one leg's document: what Twilio asks after a verb. */
type OfLeg = { readonly leg: LegId; readonly turn: number };

/** What has happened: past tense, complete with the facts that deciding needs. */
export type CallEvent =
  | {
      readonly type: "arrived";
      readonly sid: string;
      readonly from: string;
      readonly to: string;
      readonly known: Known;
      readonly rep?: { readonly id: RepId; readonly state: Presence["state"] };
      readonly house: House;
    }
  /**
   * We ring a customer back, in a call of that name. `rep`: rung first, for the customer to be joined with; without one
   * the customer is rung alone, `first` to wait for a rep, `no-news` because the promised time has come.
   */
  | {
      readonly type: "calling-back";
      readonly sid: string;
      readonly callback: Callback;
      readonly how: "rep" | "first" | "no-news";
      /** The rep who is rung first, or is free when the customer is. */
      readonly rep?: RepId;
      readonly known: Known;
      readonly house: House;
    }
  /** We ring a caller, in a call of that name, to ask whether the case was solved. */
  | {
      readonly type: "asking-after";
      readonly sid: string;
      readonly matter: Resolution;
      readonly known: Known;
      readonly house: House;
    }
  /** What is being done for a callback is not wanted any more. */
  | { readonly type: "called-off"; readonly why: "moved" | "cancelled" | "rang-in" }
  | (OfLeg & { readonly type: "pressed"; readonly keys: string; readonly house: House; readonly standing?: Standing })
  | (OfLeg & { readonly type: "said"; readonly words: string; readonly house: House; readonly standing?: Standing })
  | (OfLeg & { readonly type: "kept-silent"; readonly house: House; readonly standing?: Standing })
  | (OfLeg & { readonly type: "waited"; readonly house: House; readonly standing?: Standing })
  | (OfLeg & { readonly type: "left"; readonly result: string; readonly house: House; readonly standing?: Standing })
  | (OfLeg & { readonly type: "parted"; readonly status: string; readonly house: House })
  | (OfLeg & {
      readonly type: "recorded";
      readonly recording?: string;
      readonly seconds: number;
      readonly hungUp: boolean;
      readonly house: House;
    })
  /** Twilio has moved the leg as the worker asked, and wants its document. */
  | {
      readonly type: "moved";
      readonly leg: LegId;
      readonly turn: number;
      readonly house: House;
      readonly standing?: Standing;
    }
  | { readonly type: "held"; readonly leg: LegId; readonly turn: number; readonly house: House }
  /** The phone of a leg that we ring has begun to ring. */
  | { readonly type: "began-ringing"; readonly leg: LegId; readonly sid: string }
  /** It was found out who has answered; of a machine, at the end of its greeting. */
  | { readonly type: "identified"; readonly leg: LegId; readonly sid: string; readonly as: Identity }
  /** The phone of a leg that we ring was answered: by a person, or by a machine. */
  | { readonly type: "rung"; readonly leg: LegId; readonly sid: string }
  /** A leg is in the call's room, with whoever else is in it. */
  | { readonly type: "in-room"; readonly leg: LegId }
  | {
      readonly type: "leg-ended";
      readonly leg: LegId;
      readonly sid: string;
      readonly status: string;
      /** How the Dial went that hanging up has ended, where that is known. */
      readonly parted?: string;
      /** Since when we have been here to answer. */
      readonly upSince?: Instant | undefined;
      /** When it ended, however late we are told. */
      readonly endedAt?: Instant | undefined;
    }
  | { readonly type: "assigned"; readonly rep: RepId; readonly overtook: number }
  | { readonly type: "overtaken"; readonly by: string; readonly cause: OvertakeCause }
  | { readonly type: "ring-placed"; readonly leg: LegId; readonly sid: string }
  | { readonly type: "ring-failed"; readonly leg: LegId; readonly why: string }
  | { readonly type: "move-failed"; readonly leg: LegId; readonly why: string }
  | { readonly type: "woke"; readonly why: string }
  /** Twilio could not get or run our document, and asks the fallback route. */
  | { readonly type: "failed"; readonly code: string; readonly house: House };
