import type { Instant, RepId, Routing } from "../routing/routing.ts";
import type { Alongside, Decision, Look, Store } from "../store/store.ts";
import { isAsked, resolutionId } from "../resolution/resolution.ts";
import { answerText } from "../text/answer.ts";
import type { Answered, Conversation, Facts, Incoming } from "../text/conversation.ts";
import { callbacksAlongside } from "./alongside.ts";
import type { Board } from "./board.ts";
import type { Ledger } from "./ledger.ts";
import { remembered, repAfter } from "./memory.ts";
import { resolutionAlongside } from "./resolutions.ts";

/** Answers texts that come in. */
export type Texts = {
  /** What to answer, durable with all that it says; nothing, where it is empty. */
  readonly answer: (text: Incoming) => Promise<string>;
  /** Calls back after every decision: there may be work. */
  readonly onDecided: (then: () => void) => void;
};

type Options = {
  readonly store: Store;
  readonly board: Board;
  readonly ledger: Ledger;
  readonly routing: Routing;
  readonly now: () => Instant;
  /** What is answered where the disk has not taken what was decided. */
  readonly unkept: string;
};

export function openTexts({ store, board, ledger, routing, now, unkept }: Options): Texts {
  const listeners: (() => void)[] = [];

  function factsFor(text: Incoming, look: Look): Facts {
    const { owed, durable } = board.house();
    const rep = Object.keys(routing.reps).find((id) => routing.reps[id]?.address === text.from);
    return {
      owed,
      durable,
      owes: ledger.ofRep,
      ...askedAfter(text.from, look),
      known: (number) => look("caller", number) ?? {},
      ...(rep === undefined ? {} : { rep }),
    };
  }

  /** The case that this number was asked after last, where the answer is still to come. */
  function askedAfter(number: string, look: Look): Pick<Facts, "asked"> {
    const all = Object.keys(routing.queues).flatMap((queue) => look("resolution", resolutionId(number, queue)) ?? []);
    const [asked] = all.filter(isAsked).toSorted((a, b) => (b.askedAt ?? 0) - (a.askedAt ?? 0));
    return asked ? { asked } : {};
  }

  function alongside(
    text: Incoming,
    { tellings = [], remembers, did, resolves }: Answered,
    rep: RepId | undefined,
    look: Look,
  ) {
    const also: Alongside[] = [...callbacksAlongside(undefined, tellings, look, routing, now())];
    if (rep !== undefined && did !== undefined)
      also.push({ kind: "rep", id: rep, ...repAfter(look("rep", rep), rep, did, ledger.ofRep(rep), routing, now()) });
    const answered =
      resolves && resolutionAlongside(resolves.id, { type: "answered", solved: resolves.solved }, look, routing, now());
    if (answered) also.push(answered);
    if (remembers !== undefined) {
      const put = remembered(look("caller", text.from), text.from, remembers, routing, now());
      also.push({ kind: "caller", id: text.from, put });
    }
    return also;
  }

  function decide(
    text: Incoming,
    known: Conversation | undefined,
    look: Look,
  ): Decision<Conversation, { readonly answer: string; readonly promises: boolean }> {
    const facts = factsFor(text, look);
    const found = answerText(text, known, facts, routing, now());
    if ("again" in found) return { answer: { answer: found.again, promises: false } };
    const { conversation, answered } = found;
    return {
      put: conversation,
      also: alongside(text, answered, facts.rep, look),
      effects: answered.wrongCode
        ? [{ lane: `wrong ${text.from}`, effect: { do: "note-wrong-code", number: text.from } }]
        : [],
      answer: { answer: answered.answer, promises: (answered.tellings ?? []).length > 0 },
    };
  }

  return {
    onDecided: (then) => void listeners.push(then),
    async answer(text) {
      // Nothing can be owed to a short number or a name, and a promise to one would be an open door.
      if (!/^\+[1-9]\d{4,14}$/.test(text.from)) return "";
      const { durable } = board.house();
      const { answer, promises } = await store.decide("conversation", text.from, (known, look) =>
        decide(text, known, look),
      );
      for (const then of listeners) then();
      // Found out only in the writing: what was decided in good faith must not be told.
      return durable && promises && !board.house().durable ? unkept : answer;
    },
  };
}
