import * as fc from "fast-check";
import { expect, test } from "vitest";
import { notCallable } from "../../src/callback/callable.ts";
import { givenNow, isUnderway, type Callback } from "../../src/callback/callback.ts";
import type { Routing } from "../../src/routing/routing.ts";
import { beginnings, chances, life, unsound, type Moment } from "./life.ts";
import { officeHours, routing } from "./promises.ts";

const rooms = [
  ["always open", routing],
  ["open from nine to five", officeHours],
] as const;

/** Leads many callbacks through their lives; `wrong` says what must never be, of one moment. */
function never(by: Routing, wrong: (moment: Moment) => readonly unknown[]): void {
  fc.assert(
    fc.property(beginnings, chances, (begins, all) => {
      for (const moment of life(begins, all, by)) expect(wrong(moment)).toEqual([]);
    }),
    { numRuns: 120 },
  );
}

test.each(rooms)("whatever happens in whatever order, every promise ends in exactly one way (%s)", (_, by) => {
  const states = new Set<string>();
  never(by, ({ step: { callback } }) => {
    states.add(callback.state.at);
    return unsound(callback);
  });
  expect([...states].toSorted()).toEqual(["closed", "due", "live", "missed", "promised", "ringing", "talking"]);
});

test.each(rooms)("promises made = kept + moved + cancelled + late + broken + the one that is open (%s)", (_, by) => {
  let made = 0;
  let ended = 0;
  const endedOf = (callback: Callback | undefined) => callback?.given.filter((one) => one.ended).length ?? 0;
  never(by, ({ before, step: { callback } }) => {
    if (!before) [made, ended] = [0, 0];
    made += callback.given.length - (before?.given.length ?? 0);
    ended += endedOf(callback) - endedOf(before);
    return made === ended + (callback.state.at === "closed" ? 0 : 1) ? [] : [{ made, ended }];
  });
});

test.each(rooms)("what has ended is never changed, and what is closed stays closed (%s)", (_, by) => {
  never(by, ({ before, step }) => {
    const past = before?.given.filter((one) => one.ended) ?? [];
    const changed = past.filter((one, index) => step.callback.given[index] !== one);
    const reopened = before?.state.at === "closed" && (step.callback !== before || step.effects.length > 0);
    return reopened ? [...changed, step] : changed;
  });
});

test.each(rooms)("no wake lies in the past, and an open callback is always woken again (%s)", (_, by) => {
  never(by, ({ step, now, wakes }) => [
    ...step.effects.filter((effect) => effect.do === "wake" && effect.at < now),
    ...(step.callback.state.at === "closed" || wakes > 0 ? [] : ["nothing will wake it"]),
  ]);
});

test.each(rooms)("no two calls are underway for one callback (%s)", (_, by) => {
  never(by, ({ before, step: { callback, effects } }) => {
    if (!before || !isUnderway(before) || !isUnderway(callback)) return [];
    const [was, is] = [before.state, callback.state];
    if (!("call" in was) || !("call" in is) || was.call === is.call) return [];
    // Only the customer's ringing in takes the place of another call; one that was being placed is ended by it.
    const calledOff = effects.some((effect) => effect.do === "call-off" && effect.call === was.call);
    return is.at === "live" && (was.at === "live" || calledOff) ? [] : [{ was, is }];
  });
});

test.each(rooms)("nobody is dialled, and nobody comes into the line, when it is no time to ring (%s)", (_, by) => {
  never(by, ({ before, step: { callback, effects }, now }) => {
    const comesIn = callback.state.at === "due" && before?.state.at !== "due";
    const dialled = effects.some((effect) => effect.do === "dial-customer");
    return (comesIn || dialled) && notCallable(callback, by, now) !== undefined ? [callback.state] : [];
  });
});

test.each(rooms)("whatever time is given, it is woken for that time, and to come into the line (%s)", (_, by) => {
  never(by, ({ before, step: { callback, effects } }) => {
    const { length } = callback.given;
    if (before?.given.length === length) return [];
    const woken = effects.flatMap((effect) => (effect.do === "wake" ? [effect.why] : []));
    const needed = [`due ${length}`, ...(givenNow(callback).by === undefined ? [] : [`time ${length}`])];
    return needed.filter((why) => !woken.includes(why));
  });
});
