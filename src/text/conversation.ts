import type { RepDid, Remembered } from "../call/effect.ts";
import type { WishedTime, Wish } from "../callback/asked.ts";
import type { Callback, CallbackId } from "../callback/callback.ts";
import type { CallbackEvent } from "../callback/event.ts";
import type { Owed } from "../callback/owed.ts";
import type { Resolution } from "../resolution/resolution.ts";
import type { Instant, LanguageCode, QueueId, RepId } from "../routing/routing.ts";

/** A text that came in, by SMS or by WhatsApp; `from` and `to` are numbers whatever it came by. */
export type Incoming = {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly by: "sms" | "whatsapp";
  readonly body: string;
};

/** What was offered by text, and is taken with YES: a return call, or another time for one. */
export type Offered =
  | { readonly wish: Wish }
  /** Another time for the return call of that receipt. */
  | { readonly moves: string; readonly to: WishedTime };

/** What was texted with a number lately. A text that comes twice is known by its SID, and answered with the same. */
export type Conversation = {
  readonly number: string;
  /** The last texts, oldest first. */
  readonly heard: readonly { readonly sid: string; readonly answer: string }[];
  readonly offered?: Offered & { readonly until: Instant };
  /** When WhatsApp was last used: for so long after it we may write there. */
  readonly whatsappAt?: Instant;
  readonly forgetAt: Instant;
};

/** What is true beyond the text itself. */
export type Facts = {
  readonly durable: boolean;
  readonly owed: Owed;
  /** The rep whose telephone it is. */
  readonly rep?: RepId;
  /** What is remembered of a number: its language, and the queue it last spoke with. */
  readonly known: (number: string) => { readonly language?: LanguageCode; readonly queue?: QueueId };
  /** The case that the caller was asked after, and has not answered yet. */
  readonly asked?: Resolution;
  /** The calls that a rep has promised, the next one first. */
  readonly owes: (rep: RepId) => readonly Callback[];
};

/** What comes of a text: what is answered (nothing, where it is empty), and all that is decided with it. */
export type Answered = {
  readonly answer: string;
  readonly tellings?: readonly { readonly id: CallbackId; readonly event: CallbackEvent }[];
  readonly remembers?: Remembered;
  readonly did?: RepDid;
  /** A receipt was named that is none. */
  readonly wrongCode?: true;
  /** The case that was asked after is answered. */
  readonly resolves?: { readonly id: string; readonly solved: boolean };
  /** Offered for YES from now on; unset: nothing is. */
  readonly offered?: Offered;
};
