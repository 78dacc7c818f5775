import type { Presence } from "../acd/rep.ts";
import type { Callback } from "../callback/callback.ts";
import type { Call } from "../call/call.ts";
import type { StormMessage } from "../call/storm.ts";
import type { KeptPlace } from "../call/ringing-in.ts";
import type { LegId, Verb } from "../call/verb.ts";
import type { Instant, RepId } from "../routing/routing.ts";
import type { Resolution } from "../resolution/resolution.ts";
import type { Conversation } from "../text/conversation.ts";
import type { Audit, Link, Session, Token, User } from "./people.ts";
import type { Recorded, Retention } from "./retention.ts";

/** What was answered to the webhook of that key. */
type Given = { readonly key: string; readonly verbs: readonly Verb[] };

/** A call with the last answer given to each of its legs, so that a repeated webhook gets the same answer. */
export type CallRecord = {
  readonly call: Call;
  readonly answers: Readonly<Partial<Record<LegId, Answered>>>;
};
/**
 * The last answer given to a leg; and those given when we had moved it or held it last, which come whenever they come, so
 * that their turn does not tell a repeat from the first.
 */
export type Answered = Given & { readonly moved?: Given; readonly held?: Given };

/** What is remembered of a phone number. Dropped after `forgetAt`. */
export type CallerMemory = {
  readonly number: string;
  readonly language?: string;
  readonly quiet: boolean;
  readonly moreTime: boolean;
  readonly announcements: Readonly<Record<string, Instant>>;
  readonly spokeWith?: RepId;
  /** The queue that was last spoken with. */
  readonly queue?: string;
  /** The place in line that was lost with a call. */
  readonly place?: KeptPlace | null;
  /** The number wants no calls from us: it is not rung back, until it says START. */
  readonly callsUnwanted?: boolean;
  /** The number has said STOP: it is not texted, until it says START. */
  readonly textsUnwanted?: boolean;
  /** When the number was last asked whether a case was solved. */
  readonly askedAt?: Instant;
  readonly forgetAt: Instant;
};

/** What the line has learnt of a queue: the last handle times in seconds, oldest first. */
export type QueueMemory = { readonly queue: string; readonly handled: readonly number[] };

/** Something on the leads' list: a voicemail, or an abusive call with the rep's side of it. */
export type Review = {
  readonly id: string;
  readonly call: string;
  readonly what: "voicemail" | "abuse";
  readonly at: Instant;
  readonly from: string;
  readonly rep?: RepId;
  readonly queue?: string;
  readonly recording?: string;
  readonly seconds: number;
};

/** What an admin has switched off, or on again, who and when. `words`: what is said meanwhile, by language. */
export type Switch = {
  readonly id: string;
  readonly off: boolean;
  readonly at: Instant;
  readonly by?: By;
  readonly words?: StormMessage;
};

/** What was tried in vain at a gate where somebody may be guessing, oldest first, and who has come in there. */
export type GateMemory = {
  readonly gate: string;
  readonly tried: readonly { readonly who: string; readonly at: Instant }[];
  readonly known: readonly string[];
};

/** The source of a routing version that an open call still keeps. */
export type RoutingSource = { readonly version: string; readonly source: unknown };

/** Who did something over the web, or by what: the routing file. */
export type By = { readonly id: string; readonly name: string };

/**
 * A routing as it was published. Open while it is in force or still to come; closed when it is over. `from`: when it comes, or came,
 * into force; `firstAt`: when the first one was, so that whoever looks back knows where to stop.
 */
export type Edition = {
  readonly id: string;
  readonly version: string;
  readonly source: unknown;
  readonly by: By;
  readonly at: Instant;
  readonly from: Instant;
  readonly firstAt: Instant;
  /** `file`: the routing file was all there was. */
  readonly origin: "file" | "page" | "roll-back";
  /** The edition that was rolled back to. */
  readonly of?: string;
  readonly note?: string;
  readonly state: "scheduled" | "in-force" | "over" | "called-off" | "failed";
  /** Why it never came into force, as sentences. */
  readonly why?: readonly string[];
  /** The version of the routing file that was last seen while this was in force. */
  readonly file?: string;
};

/** The routing that admins are working on: one, shared. `base`: the edition it began from; `revision` grows with every change. */
export type Draft = {
  readonly id: "routing";
  readonly source: unknown;
  readonly base: string;
  readonly revision: number;
  readonly by: By;
  readonly at: Instant;
};

/** Every kind of record that can be open, by the name of its kind. */
export type Kinds = {
  readonly call: CallRecord;
  readonly rep: Presence;
  readonly caller: CallerMemory;
  readonly queue: QueueMemory;
  readonly review: Review;
  readonly callback: Callback;
  readonly conversation: Conversation;
  readonly resolution: Resolution;
  readonly switch: Switch;
  readonly gate: GateMemory;
  readonly routing: RoutingSource;
  readonly user: User;
  readonly session: Session;
  readonly link: Link;
  readonly token: Token;
  /** Closed as soon as it is made: the log is the archive. */
  readonly audit: Audit;
  readonly edition: Edition;
  readonly draft: Draft;
  readonly recording: Recorded;
  readonly retention: Retention;
};
export type Kind = keyof Kinds;
