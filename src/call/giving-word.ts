import type { Owed, Verdict } from "../callback/owed.ts";
import { keyedTime, saidTime, type Saying } from "../callback/said-time.ts";
import { rulesOf } from "../callback/schedule.ts";
import { usualTime } from "../callback/usual-times.ts";
import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import { houseOf } from "./asking.ts";
import type { Common } from "./call.ts";
import type { Draft, Talking, WrappingUp } from "./with-rep.ts";
import type { Effect } from "./effect.ts";
import type { CallEvent } from "./event.ts";
import { accounted } from "./returning.ts";
import { repLanguage, sayToRep } from "./speech.ts";
import type { Step } from "./step.ts";
import type { Say } from "./verb.ts";
import { noNumber, question } from "./word-questions.ts";
import { given } from "./word.ts";

/** A rep who gives a word: in mid-call, the caller held, or at the wrap-up. */
export type Giving = Common & (Talking | WrappingUp);
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
type Scene<C extends Giving> = {
  readonly call: C;
  readonly draft: Draft;
  readonly number: Extract<Verdict, { readonly ok: true }>;
  readonly queue: QueueId;
  readonly owed: Owed;
  readonly routing: Routing;
  readonly now: Instant;
};
type Next<C extends Giving> = Step | Gave<C>;

/**
 * A rep gives a word: when, what for, read back, and only then kept.
 *
 * when     1 within an hour, 2 within two, 3 tomorrow → about; instead, where that does not fit
 *          a time is said → the same                   4 → time
 * time     four digits, or said → the same
 * instead  1 the time that is free → about            another key → when
 * about    recorded, or nothing    → keep
 * keep     1 → kept     2 → when     3 → about     4, in mid-call → told
 * any      * → nothing               silence or wrong keys, twice → nothing
 */
export function givingWord<C extends Giving>(call: C, event: CallEvent, routing: Routing, now: Instant): Next<C> {
  const { owed, durable } = houseOf(event);
  const queue = call.at === "talking" ? call.line.queue : call.queue;
  const number = owed.judge(call.from, call.to, queue);
  if (!durable) return nothing(call, sayToRep(routing, call.rep, "promise-not-noted"));
  if (!number.ok) return nothing(call, noNumber(call, number.why, routing));
  const scene = { call, draft: call.draft ?? { asks: "when", misses: 0 }, number, queue, owed, routing, now } as const;
  if (!call.draft) return ask(scene);
  switch (event.type) {
    case "pressed":
      return key(scene, event.keys);
    case "said":
      return said(scene, event.words);
    case "recorded":
      return about(scene, event);
    case "kept-silent":
      return again(scene);
    default:
      return ask(scene);
  }
}

function nothing<C extends Giving>(call: C, ...words: readonly Say[]): Gave<C> {
  return { gave: "nothing", call, words, effects: [] };
}

/** Asks what the draft lacks; with `next`, another question, asked for the first time. */
function ask<C extends Giving>({ call, draft, number, routing, now }: Scene<C>, next: Partial<Draft> = {}): Step {
  const misses = next.asks === undefined ? draft.misses : 0;
  return question(call, { ...draft, misses, ...next }, number, routing, now);
}

/** Asks once more, after `before`; then drops it. */
function again<C extends Giving>(scene: Scene<C>, ...before: readonly Say[]): Next<C> {
  const { call, draft, number, routing, now } = scene;
  if (draft.misses >= 1) return nothing(call, sayToRep(routing, call.rep, "promise-dropped"));
  return question(call, { ...draft, misses: draft.misses + 1 }, number, routing, now, before);
}

function key<C extends Giving>(scene: Scene<C>, keys: string): Next<C> {
  const { call, draft, number, queue, routing, now } = scene;
  if (keys === "*") return nothing(call, sayToRep(routing, call.rep, "promise-dropped"));
  switch (draft.asks) {
    case "when": {
      if (keys === "4") return ask(scene, { asks: "time" });
      const wished = usualTime(keys, { queue, zones: number.zones }, routing, now);
      return wished === undefined ? again(scene) : wish(scene, wished);
    }
    case "time":
      return time(scene, keyedTime(keys, saying(scene), routing, now));
    case "instead":
      return keys === "1" && draft.by !== undefined ? wish(scene, draft.by) : ask(scene, { asks: "when" });
    case "about":
      return again(scene);
    case "keep":
      if (keys === "1") return keep(scene, "kept");
      if (keys === "4" && call.at === "talking") return keep(scene, "told");
      return keys === "2" || keys === "3" ? ask(scene, { asks: keys === "2" ? "when" : "about" }) : again(scene);
    default:
      return draft.asks satisfies never;
  }
}

function said<C extends Giving>(scene: Scene<C>, words: string): Next<C> {
  const { draft, routing, now } = scene;
  if (draft.asks !== "when" && draft.asks !== "time") return again(scene);
  return time(scene, saidTime(words, saying(scene), routing, now));
}

/** Reps say times by the business's clock. */
function saying({ call, queue, routing }: Scene<Giving>): Saying {
  return { zone: routing.business.zone, language: repLanguage(routing, call.rep), queue };
}

/** A time was keyed or said; undefined: it was none that we understood. */
function time<C extends Giving>(scene: Scene<C>, wished: Instant | undefined): Next<C> {
  const { call, routing } = scene;
  return wished === undefined ? again(scene, sayToRep(routing, call.rep, "not-understood")) : wish(scene, wished);
}

/** The rep wants this time: what for is asked next, or the next free one is offered. */
function wish<C extends Giving>(scene: Scene<C>, wished: Instant): Step {
  const { call, draft, number, queue, owed } = scene;
  const { by: _, why: __, ...rest } = draft;
  const anew = { ...scene, draft: rest };
  const found = owed.timeFor(call.rep, queue, number.zones, wished);
  if (found.fits) return ask(anew, { asks: draft.note === undefined ? "about" : "keep", by: found.by });
  const { why, by } = found;
  return ask(anew, { asks: "instead", why, ...(by === undefined ? {} : { by }) });
}

/** What the call is for, in the rep's own words; nothing said is no note. */
function about<C extends Giving>(
  scene: Scene<C>,
  { recording, seconds }: Extract<CallEvent, { readonly type: "recorded" }>,
): Step {
  if (scene.draft.asks !== "about") return ask(scene);
  return ask(scene, {
    asks: "keep",
    ...(recording === undefined || seconds < 1 ? {} : { note: { recording, seconds } }),
  });
}

function keep<C extends Giving>(scene: Scene<C>, gave: "kept" | "told"): Next<C> {
  const { call, draft, number, queue, owed, routing } = scene;
  const { by, note } = draft;
  if (by === undefined) throw new Error("a word is read back with its time");
  // It may have been taken while the note was spoken.
  if (!owed.timeFor(call.rep, queue, number.zones, by).fits) return wish(scene, by);
  const word = { rep: call.rep, queue, number, by, ...(note === undefined ? {} : { note }) };
  const { id, effects } = given(call, word, owed);
  const texts = number.texts && rulesOf({ queue }, routing).texts ? "yes" : "no";
  const promised = { id, by, zones: number.zones };
  return {
    gave,
    call: accounted({ ...call, promised }),
    words: [sayToRep(routing, call.rep, "promise-kept", { texts })],
    effects,
  };
}
