import type { Note } from "../callback/callback.ts";
import type { Owed, Verdict } from "../callback/owed.ts";
import { rulesOf } from "../callback/schedule.ts";
import { usualTime } from "../callback/usual-times.ts";
import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import { houseOf } from "./asking.ts";
import type { Common, Draft, Talking, WrappingUp } from "./call.ts";
import type { Effect } from "./effect.ts";
import type { CallEvent } from "./event.ts";
import { given, type Word } from "./word.ts";
import { noNumber, question } from "./word-questions.ts";
import { sayToRep } from "./speech.ts";
import type { Step } from "./step.ts";
import type { Say } from "./verb.ts";

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
type Number = Extract<Verdict, { readonly ok: true }>;
type Scene = { readonly number: Number; readonly queue: QueueId; readonly owed: Owed; readonly now: Instant };

/**
 * A rep gives a word: when, what for, read back, and only then kept.
 *
 * when     1 within an hour, 2 within two, 3 tomorrow → about; instead, where that does not fit
 * instead  1 the time that is free → about            another key → when
 * about    recorded, or nothing    → keep
 * keep     1 → kept     2 → when     3 → about     4, in mid-call → told
 * any      * → nothing               silence or wrong keys, twice → nothing
 */
export function givingWord<C extends Giving>(
  call: C,
  event: CallEvent,
  routing: Routing,
  now: Instant,
): Step | Gave<C> {
  const { owed, durable } = houseOf(event);
  const queue = queueOf(call);
  const number = owed.judge(call.from, call.to, queue);
  if (!durable) return nothing(call, sayToRep(routing, call.rep, "promise-not-noted"));
  if (!number.ok) return nothing(call, noNumber(call, number.why, routing));
  const scene = { number, queue, owed, now };
  const { draft } = call;
  if (!draft) return ask(call, { asks: "when", misses: 0 }, scene, routing);
  switch (event.type) {
    case "pressed":
      return key(call, draft, event.keys, scene, routing);
    case "recorded":
      return draft.asks === "about" ? about(call, draft, event, scene, routing) : ask(call, draft, scene, routing);
    case "kept-silent":
    case "said":
      return again(call, draft, scene, routing);
    default:
      return ask(call, draft, scene, routing);
  }
}

function queueOf(call: Giving): QueueId {
  return call.at === "talking" ? call.line.queue : call.queue;
}

function ask(call: Giving, draft: Draft, { number, now }: Scene, routing: Routing): Step {
  return question({ ...call, draft }, draft, number, routing, now);
}

function again<C extends Giving>(call: C, draft: Draft, scene: Scene, routing: Routing): Step | Gave<C> {
  if (draft.misses >= 1) return nothing(call, sayToRep(routing, call.rep, "promise-dropped"));
  return ask(call, { ...draft, misses: draft.misses + 1 }, scene, routing);
}

function nothing<C extends Giving>(call: C, ...words: readonly Say[]): Gave<C> {
  return { gave: "nothing", call, words, effects: [] };
}

function key<C extends Giving>(call: C, draft: Draft, keys: string, scene: Scene, routing: Routing): Step | Gave<C> {
  if (keys === "*") return nothing(call, sayToRep(routing, call.rep, "promise-dropped"));
  switch (draft.asks) {
    case "when": {
      const wished = usualTime(keys, { queue: scene.queue, zones: scene.number.zones }, routing, scene.now);
      return wished === undefined ? again(call, draft, scene, routing) : wish(call, draft, wished, scene, routing);
    }
    case "instead":
      return keys === "1" && draft.by !== undefined
        ? wish(call, draft, draft.by, scene, routing)
        : ask(call, { ...draft, asks: "when", misses: 0 }, scene, routing);
    case "about":
      return again(call, draft, scene, routing);
    case "keep":
      if (keys === "1" || (keys === "4" && call.at === "talking"))
        return keep(call, draft, keys === "1" ? "kept" : "told", scene, routing);
      if (keys === "2") return ask(call, { ...draft, asks: "when", misses: 0 }, scene, routing);
      if (keys === "3") return ask(call, { ...draft, asks: "about", misses: 0 }, scene, routing);
      return again(call, draft, scene, routing);
    default:
      return draft.asks satisfies never;
  }
}

/** The rep wants this time: read back, or the next free one is offered. */
function wish(call: Giving, draft: Draft, wished: Instant, scene: Scene, routing: Routing): Step {
  const { note } = draft;
  const known = note === undefined ? {} : { note };
  const time = scene.owed.timeFor(call.rep, scene.queue, scene.number.zones, wished);
  if (time.fits) {
    const asks = note === undefined ? "about" : "keep";
    return ask(call, { asks, misses: 0, by: time.by, ...known }, scene, routing);
  }
  const { why, by } = time;
  return ask(call, { asks: "instead", misses: 0, why, ...(by === undefined ? {} : { by }), ...known }, scene, routing);
}

/** What the call is for, in the rep's own words; nothing said is no note. */
function about(
  call: Giving,
  draft: Draft,
  { recording, seconds }: Extract<CallEvent, { readonly type: "recorded" }>,
  scene: Scene,
  routing: Routing,
): Step {
  const note: { readonly note?: Note } = recording === undefined || seconds < 1 ? {} : { note: { recording, seconds } };
  return ask(call, { ...draft, asks: "keep", misses: 0, ...note }, scene, routing);
}

function keep<C extends Giving>(
  call: C,
  draft: Draft,
  gave: "kept" | "told",
  scene: Scene,
  routing: Routing,
): Step | Gave<C> {
  const { by, note } = draft;
  if (by === undefined) throw new Error("a word is read back with its time");
  const { rep } = call;
  const { number, queue, owed } = scene;
  // It may have been taken while the note was spoken.
  if (!owed.timeFor(rep, queue, number.zones, by).fits) return wish(call, draft, by, scene, routing);
  const word: Word = { rep, queue, number, by, ...(note === undefined ? {} : { note }) };
  const { id, effects } = given(call, word, owed);
  const texts = number.texts && rulesOf({ queue }, routing).texts ? "yes" : "no";
  return {
    gave,
    call: { ...call, promised: { id, by, zones: number.zones } },
    words: [sayToRep(routing, rep, "promise-kept", { texts })],
    effects,
  };
}
