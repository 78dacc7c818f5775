import type { Owed, Verdict } from "../callback/owed.ts";
import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import type { Effect } from "./effect.ts";
import { sayToRep } from "./speech.ts";
import type { Step } from "./step.ts";
import type { Say } from "./verb.ts";
import type { Draft } from "./with-rep.ts";
import { question, type Giving } from "./word-questions.ts";

/**
 * How it ended: `told`, the word is kept and Holdfast is to tell the caller of it; `nothing`, none was given. `words` are
 * what the rep hears of it.
 */
export type Gave<C extends Giving> = {
  readonly gave: "kept" | "told" | "nothing";
  readonly call: C;
  readonly words: readonly Say[];
  readonly effects: readonly Effect[];
};
/** What the questions and the answers go by. */
export type Scene<C extends Giving> = {
  readonly call: C;
  readonly draft: Draft;
  readonly number: Extract<Verdict, { readonly ok: true }>;
  readonly queue: QueueId;
  readonly owed: Owed;
  readonly routing: Routing;
  readonly now: Instant;
};
/** The next question, or how it ended. */
export type Next<C extends Giving> = Step | Gave<C>;

/** No word is given. */
export function nothing<C extends Giving>(call: C, ...words: readonly Say[]): Gave<C> {
  return { gave: "nothing", call, words, effects: [] };
}

/** Asks what the draft lacks; with `next`, another question, asked for the first time. */
export function ask<C extends Giving>(
  { call, draft, number, routing, now }: Scene<C>,
  next: Partial<Draft> = {},
): Step {
  const misses = next.asks === undefined ? draft.misses : 0;
  return question(call, { ...draft, misses, ...next }, number, routing, now);
}

/** Asks once more, after `before`; then drops it. */
export function again<C extends Giving>(scene: Scene<C>, ...before: readonly Say[]): Next<C> {
  const { call, draft, number, routing, now } = scene;
  if (draft.misses >= 1) return nothing(call, sayToRep(routing, call.rep, "promise-dropped"));
  return question(call, { ...draft, misses: draft.misses + 1 }, number, routing, now, before);
}
