import * as fc from "fast-check";
import type { Callback } from "../../src/callback/callback.ts";
import type { CallbackEvent, NewGiven } from "../../src/callback/event.ts";
import type { CallbackStep } from "../../src/callback/step.ts";
import { callbackAfter } from "../../src/callback/transition.ts";
import type { Routing } from "../../src/routing/routing.ts";
import { hour, minute, ten, wanted } from "./promises.ts";

/** How the next thing is chosen: a wake that was asked for, or an event of any kind, after some time. */
export type Chance = { readonly passes: number; readonly wake: boolean; readonly which: number; readonly far: number };

export const chances = fc.array(
  fc.record({
    passes: fc.oneof(fc.constantFrom(0, 1, 30_000), fc.nat(hour), fc.nat(60 * hour)),
    wake: fc.boolean(),
    which: fc.nat(10_000),
    far: fc.integer({ min: -hour, max: 100 * hour }),
  }),
  { minLength: 5, maxLength: 60, size: "large" },
);

/** What a callback is when it is made, in any of the kinds, with and without a time. */
export const beginnings = fc.record({
  kind: fc.constantFrom("place", "booked", "promised"),
  from: fc.option(fc.integer({ min: -hour, max: 100 * hour }), { nil: undefined }),
  by: fc.option(fc.integer({ min: -hour, max: 100 * hour }), { nil: undefined }),
  zones: fc.subarray(["America/New_York", "Europe/Madrid", "Asia/Bangkok"]),
  texts: fc.boolean(),
});
export type Beginning = typeof beginnings extends fc.Arbitrary<infer T> ? T : never;

const call = (which: number) => `CA${which % 3}`;
const times = ({ which, far }: Chance, now: number): NewGiven =>
  which % 4 === 0 ? { by: now + far } : which % 4 === 1 ? {} : { from: now + far, by: now + far + 15 * minute };

/** Anything that can be told to a callback, by whatever call. */
function anything(chance: Chance, now: number): CallbackEvent {
  const { which } = chance;
  const own = which % 5 === 0 ? {} : { call: call(which) };
  const to = times(chance, now);
  const all: readonly CallbackEvent[] = [
    { type: "assigned", rep: "ana", call: call(which) },
    { type: "dialled", call: call(which) },
    { type: "rung", ...own },
    { type: "reached", ...own, ...(which % 2 === 0 ? { rep: "ana" } : {}) },
    { type: "rep-declined", rep: "ben", how: "missed", ...own },
    { type: "tried", came: (["unanswered", "busy", "machine", "not-placed"] as const)[which % 4] ?? "busy", ...own },
    ...(which % 7 === 0 ? [{ type: "tried", came: "wrong-number", ...own } as const] : []),
    { type: "snoozed", minutes: 10 * (1 + (which % 9)), ...own },
    { type: "told", via: which % 2 === 0 ? "voice" : "message", next: to, ...own },
    { type: "talked", rep: "ana", ...own, ...(which % 3 === 0 ? { next: to } : {}) },
    { type: "lost", ...own },
    { type: "went-live", call: call(which + 1) },
    { type: "left-live", ...own },
    { type: "moved", to, by: { who: "caller", via: "text" } },
    ...(which % 11 === 0 ? [{ type: "cancelled", by: { who: "admin" } } as const] : []),
    { type: "overtaken" },
    { type: "news", news: { text: "the part is here" } },
    { type: "noted", note: { text: "the pump" } },
    { type: "woke", why: `time ${which % 4}`, hindrance: "nobody-signed-in" },
    { type: "woke", why: `due ${which % 4}` },
  ];
  return all[which % all.length] ?? { type: "overtaken" };
}

/** What comes next as a rule: of the call that is being placed, or of the line. */
function likely({ state }: Callback, chance: Chance, now: number): CallbackEvent {
  const { which } = chance;
  const next = which % 3 === 0 ? { next: times(chance, now) } : {};
  const own = "call" in state ? { call: state.call } : {};
  const ringing: readonly CallbackEvent[] = [
    { type: "rung", ...own },
    { type: "reached", rep: "ana", ...own },
    { type: "tried", came: which % 2 === 0 ? "unanswered" : "machine", ...own },
    { type: "rep-declined", rep: "ana", how: "passed", ...own },
  ];
  const found: Readonly<Record<string, readonly CallbackEvent[]>> = {
    ringing,
    due: [
      { type: "assigned", rep: "ana", call: call(which) },
      { type: "dialled", call: call(which) },
    ],
    live: [
      { type: "reached", rep: "ana", ...own },
      { type: "left-live", ...own },
    ],
    talking: [
      { type: "talked", rep: "ana", ...own, ...next },
      { type: "lost", ...own },
    ],
  };
  const all = found[state.at] ?? [];
  return all[which % all.length] ?? anything(chance, now);
}

/** One step of a life, with the wakes that are still to come after it. */
export type Moment = {
  readonly before: Callback | undefined;
  readonly step: CallbackStep;
  readonly now: number;
  readonly wakes: number;
};

/** A callback as these chances lead it: its wakes come when they are due, unless something else comes first. */
export function* life(begins: Beginning, all: readonly Chance[], routing: Routing): Generator<Moment> {
  const { kind, from, by, zones, texts } = begins;
  const given: NewGiven = {
    ...(from === undefined ? {} : { from: ten + from }),
    ...(by === undefined ? {} : { by: ten + by }),
  };
  let now = ten;
  let wakes: { readonly at: number; readonly why: string }[] = [];
  let callback: Callback | undefined;
  function told(event: CallbackEvent): Moment {
    const before = callback;
    const step = callbackAfter(before, event, routing, now);
    callback = step.callback;
    for (const effect of step.effects) if (effect.do === "wake") wakes.push({ at: effect.at, why: effect.why });
    return { before, step, now, wakes: wakes.length };
  }
  yield told({ type: "made", callback: wanted(kind, given, { zones, texts }) });
  for (const chance of all) {
    const next = wakes.toSorted((a, b) => a.at - b.at)[0];
    if (chance.wake && next) {
      now = Math.max(now, next.at);
      wakes = wakes.filter((one) => one !== next);
      yield told({ type: "woke", why: next.why });
    } else {
      now += chance.passes;
      yield told(callback && chance.far % 2 === 0 ? likely(callback, chance, now) : anything(chance, now));
    }
  }
}

/** What is wrong with a callback's books: every promise has ended in one way but the last, which is open while the callback is. */
export function unsound({ given, state }: Callback): readonly string[] {
  const open = given.filter(({ ended }) => !ended).length;
  const causeless = given.some(({ ended }) => (ended?.how === "late" || ended?.how === "broken") && !ended.cause);
  return [
    ...(open === (state.at === "closed" ? 0 : 1) ? [] : [`${state.at} with ${open} open promises`]),
    ...(open > 0 && given.at(-1)?.ended ? ["a promise is open that is not the last"] : []),
    ...(causeless ? ["late or broken without a cause"] : []),
  ];
}
