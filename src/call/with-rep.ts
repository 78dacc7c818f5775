import type { Note } from "../callback/callback.ts";
import type { RepTime } from "../callback/owed.ts";
import type { Instant, QueueId, RepId } from "../routing/routing.ts";
import type { LegId } from "./verb.ts";
import type { InLine } from "./waiting.ts";

/** A return call as a rep is giving it: what is asked now, and what is known of it so far. */
export type Draft = {
  readonly asks: "when" | "time" | "instead" | "about" | "keep";
  readonly misses: number;
  /** The time that is given, or that is offered instead of the wished one, which does not fit for the reason in `why`. */
  readonly by?: Instant;
  readonly why?: Extract<RepTime, { readonly fits: false }>["why"];
  readonly note?: Note;
  /** The note was played at the read-back: it is not played a second time. */
  readonly played?: true;
};

/** The conversation: `leg` is the rep's. */
type Conversation = { readonly line: InLine; readonly rep: RepId; readonly leg: LegId; readonly room: string };

export type Talking = Conversation & {
  readonly at: "talking";
  readonly since: Instant;
  /** Whether the caller is in the room yet. */
  readonly joined: boolean;
  /** Twilio has told that the customer of a return call is there. */
  readonly met?: true;
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
