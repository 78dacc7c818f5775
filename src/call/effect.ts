import type { CallbackId } from "../callback/callback.ts";
import type { CallbackEvent } from "../callback/event.ts";
import type { ResolutionEvent } from "../resolution/after.ts";
import type { Instant, QueueId, RepId } from "../routing/routing.ts";
import type { KeptPlace } from "./ringing-in.ts";
import type { LegId } from "./verb.ts";

/** What a caller's number is remembered for. Absent fields stay as they are. */
export type Remembered = {
  readonly language?: string;
  readonly quiet?: boolean;
  readonly moreTime?: boolean;
  readonly announcement?: string;
  readonly spokeWith?: RepId;
  /** The queue that was last spoken with. */
  readonly queue?: QueueId;
  /** The place in line that was lost; null: there is none to give back any more. */
  readonly place?: KeptPlace | null;
  /** The number wants no calls from us, or wants them again. */
  readonly callsUnwanted?: boolean;
  /** When the number was last asked whether a case was solved. */
  readonly askedAt?: Instant;
  /** The number has said STOP to our texts, or START again. */
  readonly textsUnwanted?: boolean;
};

/** What a rep did, or what became of a ring, for the rep's presence. */
export type RepDid = "signed-in" | "on-break" | "signed-out" | "took" | "passed" | "missed" | "freed";

/** Work that goes out from a call: imperative, stored with the call, performed by the worker, retried until it ends. */
export type Effect =
  /** `at`: when it was decided. Where it may have been done already, it was not done before that. */
  | {
      readonly do: "ring";
      readonly leg: LegId;
      readonly rep: RepId;
      readonly seconds: number;
      readonly at: Instant;
    }
  /** Rings the customer back, on the caller's leg, and finds out who answers. `from` is the line that was dialled. */
  | {
      readonly do: "ring-customer";
      readonly to: string;
      readonly from: string;
      readonly seconds: number;
      readonly at: Instant;
    }
  | { readonly do: "hang-up"; readonly leg: LegId; readonly sid: string }
  /** Takes the caller's leg out of Twilio's queue and asks us for the `next` document. */
  | { readonly do: "dequeue"; readonly queue: QueueId }
  /** Interrupts a leg and asks us for its `next` document. */
  | { readonly do: "redirect"; readonly leg: LegId; readonly sid: string }
  /** `turn` is that of the caller's first document on hold. */
  | { readonly do: "hold"; readonly room: string; readonly sid: string; readonly on: boolean; readonly turn: number }
  | { readonly do: "text"; readonly to: string; readonly from: string; readonly body: string }
  /** Goes by the mail server, where there is one. */
  | { readonly do: "mail"; readonly to: string; readonly subject: string; readonly body: string }
  | { readonly do: "remember"; readonly number: string; readonly what: Remembered }
  | { readonly do: "note-rep"; readonly rep: RepId; readonly did: RepDid }
  | { readonly do: "learn"; readonly queue: QueueId; readonly handledSeconds: number }
  /** Puts something on the leads' list, and tells them by text. */
  | {
      readonly do: "review";
      readonly what: "voicemail" | "abuse";
      /** The caller's number: the call may be over by the time this is performed. */
      readonly from: string;
      readonly rep?: RepId;
      readonly queue?: QueueId;
      readonly recording?: string;
      readonly seconds: number;
    }
  /** Tells a callback what has happened: it is decided with the call, in the same instant, and never performed by itself. */
  | { readonly do: "tell-callback"; readonly id: CallbackId; readonly event: CallbackEvent }
  /** Counts a receipt that was keyed in and is none. */
  | { readonly do: "note-wrong-code"; readonly number: string }
  /** Tells a case what has happened. */
  | {
      readonly do: "tell-resolution";
      readonly id: string;
      readonly event: Exclude<ResolutionEvent, { readonly type: "woke" }>;
    }
  /** Comes back to the call as the event `woke`. */
  | { readonly do: "wake"; readonly at: Instant; readonly why: string };
