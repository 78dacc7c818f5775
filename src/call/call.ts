import type { OvertakeCause } from "../acd/line.ts";
import type { Callback, CallbackId, Note } from "../callback/callback.ts";
import type { RepTime } from "../callback/owed.ts";
import type { Heard } from "../hold/heard.ts";
import type { AnnouncementId, Instant, LanguageCode, MenuId, PromptId, QueueId, RepId } from "../routing/routing.ts";
import type { Played } from "./played.ts";
import type { Offer } from "./offering.ts";
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
import type { LegId } from "./verb.ts";

/** One party's leg. `turn` numbers its documents; `outer` is the turn whose Enqueue or Dial is still running. */
export type Leg = {
  readonly sid?: string;
  readonly turn: number;
  readonly outer?: number;
  readonly rep?: RepId;
  readonly ended?: boolean;
};

/** What the caller has lived through, in order: the story that a rep hears before taking over. */
export type Chapter =
  /** `back`: at the place of an earlier call. */
  | { readonly at: Instant; readonly what: "joined" | "back"; readonly queue: QueueId }
  | { readonly at: Instant; readonly what: "answered"; readonly rep: RepId }
  | { readonly at: Instant; readonly what: "transferred" | "escalated"; readonly rep: RepId }
  | { readonly at: Instant; readonly what: "cut-off"; readonly rep: RepId }
  /** Called about this before, with that rep, and it is not solved. */
  | { readonly at: Instant; readonly what: "unsolved"; readonly rep: RepId }
  | { readonly at: Instant; readonly what: "message"; readonly recording: string; readonly seconds: number };

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

/** A place in a line. `joinedAt` is when the caller joined the first line of this call: it decides the order. */
export type InLine = {
  readonly queue: QueueId;
  readonly joinedAt: Instant;
  readonly since: Instant;
  readonly heard: Heard;
  /** Reps who passed or did not answer, and when: not rung again for this call at once. */
  readonly triedReps: Readonly<Record<RepId, Instant>>;
  readonly overflowed: boolean;
  /** Before everybody else: we are late, or the matter was not solved the first time. */
  readonly front?: true;
  /** The caller is being asked about a return call meanwhile, the place kept. */
  readonly offer?: Offer;
};

/** A return call as a rep is giving it: what is asked now, and what is known of it so far. */
export type Draft = {
  readonly asks: "when" | "time" | "instead" | "about" | "keep";
  readonly misses: number;
  /** The time that is given, or that is offered instead of the wished one, which does not fit for the reason in `why`. */
  readonly by?: Instant;
  readonly why?: Extract<RepTime, { readonly fits: false }>["why"];
  readonly note?: Note;
};

/** The conversation: `leg` is the rep's. */
type Conversation = { readonly line: InLine; readonly rep: RepId; readonly leg: LegId; readonly room: string };

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
/** Why the caller is about to step out of Twilio's queue, by the key pressed or the time waited. */
export type Wants = "message" | "reception" | "overflow" | "closing";
export type InQueue = { readonly at: "queue"; readonly line: InLine; readonly wants?: Wants };
export type Ringing = {
  readonly at: "ringing";
  readonly line: InLine;
  readonly rep: RepId;
  readonly leg: LegId;
  readonly rungAt: Instant;
  readonly overtook: number;
};
export type Talking = Conversation & {
  readonly at: "talking";
  readonly since: Instant;
  /** Whether the caller is in the room yet. */
  readonly joined: boolean;
  /** Where the rep's ear is: with the caller, or at one of the rep's own menus while the caller is held. */
  readonly desk: "room" | "menu" | "warm" | "cold" | "holding" | "promise";
  readonly misses: number;
  /** The return call that the rep is about to promise. */
  readonly draft?: Draft;
  /** The caller is on the way back into the room, and hears of the promise first. */
  readonly tells?: boolean;
};
/** The rep looks for another to take over; the caller is held. `with` is the other's leg once there is one. */
export type Transferring = Conversation & {
  readonly at: "transferring";
  readonly since: Instant;
  readonly how: "warm" | "escalate";
  readonly target: QueueId;
  readonly seekingSince: Instant;
  readonly other?: { readonly rep: RepId; readonly leg: LegId; readonly took: boolean };
  readonly triedReps: Readonly<Record<RepId, Instant>>;
  /** Where the asking rep's ear is: waiting for the other, in the room with the other, or at the menu. */
  readonly desk: "waiting" | "room" | "menu";
};
/** The rep's leg is gone while the caller is still there. */
export type CutOff = { readonly at: "cut-off"; readonly line: InLine; readonly rep: RepId };
/** Leaves a message and keeps the place in line. */
export type LeavingMessage = { readonly at: "message"; readonly line: InLine };
export type AtVoicemail = { readonly at: "voicemail"; readonly queue?: QueueId; readonly tries: number };
/** `line`: the place that is kept in case nobody answers there. */
export type DialledOut = { readonly at: "out"; readonly number: string; readonly line?: InLine };
/** A rep at the phone menu for signing in and out. */
export type AtDesk = { readonly at: "desk"; readonly rep: RepId; readonly misses: number };
/** The caller has gone; the rep says how it ended. */
export type WrappingUp = {
  readonly at: "wrap-up";
  readonly rep: RepId;
  readonly leg: LegId;
  readonly queue: QueueId;
  readonly since: Instant;
  readonly talkedSeconds: number;
  readonly asks: "disposition" | "abuse" | "promise" | "nothing";
  readonly misses: number;
  readonly draft?: Draft;
  /** The caller's last words where we end the call; unset: the caller has hung up. */
  readonly farewell?: "goodbye" | "abusive-end";
};
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
