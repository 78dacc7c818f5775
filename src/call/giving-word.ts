import { keyedTime, saidTime } from "../callback/said-time.ts";
import { rulesOf } from "../callback/schedule.ts";
import { usualTime } from "../callback/usual-times.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import { houseOf, isAnswer } from "./asking.ts";
import type { CallEvent } from "./event.ts";
import { saying, time, wish } from "./giving-time.ts";
import { again, ask, nothing, type Next, type Scene } from "./giving.ts";
import { accounted } from "./returning.ts";
import { sayToRep } from "./speech.ts";
import type { Step } from "./step.ts";
import type { Draft } from "./with-rep.ts";
import { noNumber, type Giving } from "./word-questions.ts";
import { given } from "./word.ts";

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
 *
 * At the read-back the note is played, once.
 */
export function givingWord<C extends Giving>(call: C, event: CallEvent, routing: Routing, now: Instant): Next<C> {
  const { owed, durable } = houseOf(event);
  const queue = call.at === "talking" ? call.line.queue : call.queue;
  const number = owed.judge(call.from, call.to, queue);
  if (!durable) return nothing(call, sayToRep(routing, call.rep, "promise-not-noted"));
  if (!number.ok) return nothing(call, noNumber(call, number.why, routing));
  const draft = afterReadBack(call.draft ?? { asks: "when", misses: 0 }, event);
  const scene = { call, draft, number, queue, owed, routing, now };
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

/** Whoever answers the read-back has heard the note. */
function afterReadBack(draft: Draft, event: CallEvent): Draft {
  return draft.asks === "keep" && draft.note && isAnswer(event) ? { ...draft, played: true } : draft;
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

/** What the call is for, in the rep's own words; nothing said is no note. */
function about<C extends Giving>(
  scene: Scene<C>,
  { recording, seconds }: Extract<CallEvent, { readonly type: "recorded" }>,
): Step {
  const { played: _, ...draft } = scene.draft;
  if (draft.asks !== "about") return ask(scene);
  return ask(
    { ...scene, draft },
    {
      asks: "keep",
      ...(recording === undefined || seconds < 1 ? {} : { note: { recording, seconds } }),
    },
  );
}

/** The word counts: it is on the disk with this step. */
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
