import { expect, test } from "vitest";
import { accountOf, amiss } from "../../src/callback/audit.ts";
import type { CallbackState } from "../../src/callback/callback.ts";
import { after, did, making, minute, routing, standing, states, ten } from "./promises.ts";
import { callbackAfter } from "../../src/callback/transition.ts";

const all = ["expired", "due 1", "again 1 1"];

test.each(Object.entries(states))("%s, woken and with its call: nothing is amiss", (_, state) => {
  expect(amiss(standing(state), { wakes: all, callIsOpen: true })).toEqual([]);
});

test.each([
  ["promised", ["expired"], ["asleep"]],
  ["promised", ["due 1"], ["asleep"]],
  ["promised", ["expired", "due 2"], ["asleep"]],
  ["due", [], ["asleep"]],
  ["due", ["expired"], []],
  ["missed", ["expired", "due 1"], ["asleep"]],
  ["missed", ["expired", "news 1 1"], []],
])("%s, with %j to wake it: %j", (name, wakes, expected) => {
  expect(amiss(standing(states[name] ?? { at: "promised" }), { wakes, callIsOpen: true })).toEqual(expected);
});

test.each(["ringing a rep's", "live", "talking with a rep"])("%s in a call that is not there", (name) => {
  const underway = standing(states[name] ?? { at: "promised" });
  expect(amiss(underway, { wakes: all, callIsOpen: false })).toEqual(["no-call"]);
  const mended = callbackAfter(underway, { type: "found-amiss", what: "no-call" }, routing, ten + minute);
  expect(mended.callback.state.at).toBe("due");
});

test("what is over needs no wake, but has to have ended", () => {
  const closed: CallbackState = { at: "closed", closedAt: ten };
  expect(amiss(standing(closed), { wakes: [], callIsOpen: false })).toEqual(["books"]);
  const { callback } = after(standing({ at: "due", since: ten }), [[ten, { type: "cancelled", by: { who: "admin" } }]]);
  expect(amiss(callback, { wakes: [], callIsOpen: false })).toEqual([]);
});

test("what is open has one open promise, the last one", () => {
  const ended = { how: "kept", at: ten } as const;
  const made = making("place").callback;
  expect(amiss({ ...made, given: [{ givenAt: ten, ended }] }, { wakes: all, callIsOpen: false })).toEqual(["books"]);
  const twice = { ...made, given: [{ givenAt: ten }, { givenAt: ten }] };
  expect(amiss(twice, { wakes: ["expired", "due 2"], callIsOpen: false })).toEqual(["books"]);
});

test.each([
  ["promised", ["wake expired", "wake due 1"]],
  ["missed", ["wake expired", "wake again 1 0", "wake due 1"]],
])("%s and asleep: it is woken as it should be", (name, wakes) => {
  const asleep = standing(states[name] ?? { at: "promised" });
  expect(did(callbackAfter(asleep, { type: "found-amiss", what: "asleep" }, routing, ten + minute))).toEqual(wakes);
});

test("every promise is accounted for in one way", () => {
  const by = { who: "caller", via: "text" } as const;
  const movedOnce = after(making("booked").callback, [
    [ten + 1, { type: "moved", to: { by: ten + 60 * minute }, by }],
  ]).callback;
  const cancelled = after(movedOnce, [[ten + 2, { type: "cancelled", by }]]).callback;
  expect(accountOf([movedOnce, cancelled, making("place").callback])).toEqual({
    made: 5,
    open: 2,
    kept: 0,
    moved: 2,
    cancelled: 1,
    late: 0,
    broken: 0,
  });
});
