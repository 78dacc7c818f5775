import type { CallbackFacts } from "../callback/callback.ts";
import type { Slot, Verdict } from "../callback/owed.ts";
import type { Read } from "../callback/spread.ts";
import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import type { CallEvent } from "./event.ts";
import { question } from "./speech.ts";
import { give, type Going, type Step } from "./step.ts";
import type { Gather, Say, Then } from "./verb.ts";

/** A number that may be rung back; `own`: the one that the caller is calling from. */
export type Callee = Omit<Extract<Verdict, { readonly ok: true }>, "ok"> & { readonly own: boolean };

/** A return call as it takes shape while its caller is asked; `asks` is the question that was put last. */
export type Offer = {
  readonly queue: QueueId;
  readonly asks:
    "what" | "known" | "number" | "number-right" | "zone" | "slot" | "time-keyed" | "time-said" | "time-right";
  /** Whom we would ring. */
  readonly to?: Callee;
  /** A number that was keyed in and read back. */
  readonly keyed?: Callee;
  /** The times that were read out, the first of them for key 1. */
  readonly slots?: readonly Slot[];
  /** What was read out so far: other times come next. */
  readonly read?: Read;
  /** The callback that is given another time, where it is not a new one. */
  readonly moves?: Pick<CallbackFacts, "id" | "code">;
  /** How often a number was refused, or a time not understood. */
  readonly misses: number;
};

/** A conversation about a return call: what was decided so far, what has just happened, and where it leads. */
export type Talk = {
  readonly call: Call;
  readonly offer: Offer;
  /** When the caller joined the line, for whoever stands in it or stood in it until now. */
  readonly joinedAt?: Instant;
  /** When a place was asked for by whoever has stood in no line. */
  readonly since?: Instant;
  readonly event: CallEvent;
  readonly routing: Routing;
  readonly now: Instant;
  /** The call with the offer as it stands now. */
  readonly keep: (offer: Offer) => Call;
  /** A person, as from anywhere. */
  readonly person: () => Step | Going;
  /** As if never asked; `words` are said on the way. */
  readonly back: (...words: readonly Say[]) => Step | Going;
};

/** How an answer is taken: one key, unless told otherwise. */
type Answering = Partial<Pick<Gather, "keys" | "endsWith" | "listensFor">>;

/** Puts the next question, in a form that Twilio runs within a wait as well as outside one. */
export function ask(talk: Talk, offer: Offer, words: readonly Say[], answering: Answering = {}): Step {
  const call = talk.keep(offer);
  const seconds = call.moreTime ? 20 : 6;
  return give(call, "caller", (turn) => {
    const then: Then = { asked: "answer", leg: "caller", turn };
    return [
      { verb: "gather", prompt: question(call, words), keys: 1, ...answering, seconds, then },
      { verb: "redirect", then },
    ];
  });
}
