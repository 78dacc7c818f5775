import type { OvertakeCause } from "../acd/line.ts";
import type { Callback, CallbackId } from "../callback/callback.ts";
import type { AnnouncementId, Instant, LanguageCode, MenuId, PromptId, QueueId, RepId } from "../routing/routing.ts";
import type { Played } from "./played.ts";
import type {
  Agreeing,
  AskingAfter,
  Dialling,
  Fetching,
  Greeting,
  Informing,
  Parting,
  Snoozing,
} from "./ringing-back.ts";
import type { AtDropped, AtOwed, AtReceipt, Offering } from "./ringing-in.ts";
import type { Chapter } from "./story.ts";
import type { LegId } from "./verb.ts";
import type { InLine, InQueue, LeavingMessage, Ringing } from "./waiting.ts";
import type { CutOff, Talking, Transferring, WrappingUp } from "./with-rep.ts";

/** One party's leg. `turn` numbers its documents; `outer` is the turn whose Enqueue or Dial is still running. */
export type Leg = {
  readonly sid?: string;
  readonly turn: number;
  readonly outer?: number;
  readonly rep?: RepId;
  readonly ended?: boolean;
};

/** How the call ended for the caller; `unreached`: we rang, and did not get to speak. */
export type Outcome =
  | "answered"
  | "abandoned"
  | "callback"
  | "voicemail"
  | "informed"
  | "turned-away"
  | "transferred-out"
  | "desk"
  | "unreached";

/** How the rep says it ended. */
export type Disposition = "resolved" | "not-yet" | "promised" | "transferred" | "abusive" | "unsaid";

/**
 * The return call that a call is for, as it was when the call took it up. What becomes of it is told to it; `told`: how it
 * ended has been.
 */
export type Returns = {
  readonly callback: Callback;
  readonly told?: true;
  /** The customer has rung in, and would rather speak now. */
  readonly live?: true;
  /** The rep who was free when the customer was rung before any rep. */
  readonly free?: RepId;
};

/**
 * What is true of a call whatever it is doing. `sid` is the call's own name: the SID of the caller's leg, or, where we
 * ring the caller back, a name of ours.
 */
export type Common = {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly arrivedAt: Instant;
  readonly routing: string;
  readonly language: LanguageCode;
  readonly moreTime: boolean;
  readonly quiet: boolean;
  readonly legs: Readonly<Partial<Record<LegId, Leg>>>;
  readonly about?: PromptId;
  readonly segment?: string;
  /** A call that has been with support never hears a product announcement again. */
  readonly everSupport: boolean;
  /** Announcements this number heard lately, and when: they are not played again yet. */
  readonly heardBefore: Readonly<Record<AnnouncementId, Instant>>;
  readonly spokeWith?: RepId;
  readonly returns?: Returns;
  /** What the caller has spoken about with queues lately. */
  readonly cases?: Cases;
  readonly story: readonly Chapter[];
  readonly played: readonly Played[];
  readonly overtaken: readonly { readonly at: Instant; readonly by: string; readonly cause: OvertakeCause }[];
  readonly disposition?: Disposition;
  /** The return call that a rep has promised in this call, and by when. */
  readonly promised?: { readonly id: CallbackId; readonly by: Instant; readonly zones: readonly string[] };
  readonly failures: number;
  /** Receipts that were keyed in and are none. */
  readonly wrongCodes?: number;
};

/** With whom the caller spoke about a case that may come back, by queue; `solved`: the rep said that it was. */
export type Cases = Readonly<Record<QueueId, { readonly rep: RepId; readonly solved: boolean }>>;

export type AtMenu = { readonly at: "menu"; readonly menu: MenuId; readonly misses: number };
/** Told why nobody can take the call now, and what can be done. */
export type AtNotice = {
  readonly at: "notice";
  readonly cause: "closed" | "full" | "nobody" | "unreachable";
  readonly queue?: QueueId;
  readonly misses: number;
  /** Key 1 leads to a return call, and was said to. */
  readonly offers?: boolean;
  /** When the caller joined the line that took nobody any more. */
  readonly joinedAt?: Instant;
};
export type AtVoicemail = { readonly at: "voicemail"; readonly queue?: QueueId; readonly tries: number };
/** `line`: the place that is kept in case nobody answers there. */
export type DialledOut = { readonly at: "out"; readonly number: string; readonly line?: InLine };
/** A rep at the phone menu for signing in and out. */
export type AtDesk = { readonly at: "desk"; readonly rep: RepId; readonly misses: number };
/** The last words are being said; the caller's leg has not ended yet. */
export type Leaving = {
  readonly at: "leaving";
  readonly outcome: Outcome;
  /** The caller hung up where a message was being left: its recording may still come. */
  readonly recordingFor?: { readonly queue?: QueueId };
};
export type Ended = { readonly at: "ended"; readonly endedAt: Instant; readonly outcome: Outcome };

export type State =
  | Fetching
  | Dialling
  | Greeting
  | Agreeing
  | Informing
  | Snoozing
  | Parting
  | AskingAfter
  | AtMenu
  | AtNotice
  | Offering
  | AtOwed
  | AtReceipt
  | AtDropped
  | InQueue
  | Ringing
  | Talking
  | Transferring
  | CutOff
  | LeavingMessage
  | AtVoicemail
  | DialledOut
  | AtDesk
  | WrappingUp
  | Leaving
  | Ended;

/** A call is in one state at a time; `call.at` narrows to that state's facts. */
export type Call = Common & State;
