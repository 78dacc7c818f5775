import * as fc from "fast-check";
import { expect, test } from "vitest";
import { did, noPast, paused, redo, undo, type Past } from "../../src/admin/pages/routing/undo.ts";
import { withValue } from "../../src/routing/edits.ts";

type At = readonly (string | number)[];

/** Puts values at paths one after the other. */
function doing(source: unknown, changes: readonly (readonly [At, unknown])[], pauses = true) {
  let past: Past = noPast;
  let now = source;
  for (const [at, value] of changes) {
    const after = withValue(now, at, value);
    past = did(past, { before: now, after, at });
    if (pauses) past = paused(past);
    now = after;
  }
  return { past, now };
}

test("letters typed into one field are undone together, another field's by themselves", () => {
  const { past, now } = doing(
    {},
    [
      [["a"], "x"],
      [["a"], "xy"],
      [["b"], "z"],
    ],
    false,
  );
  const once = undo(past, now);
  expect(once).toMatchObject({ source: { a: "xy" }, at: ["b"] });
  expect(undo(once?.past ?? noPast, once?.source)).toMatchObject({ source: {}, at: ["a"] });
});

test("what somebody else changed meanwhile stays when one's own is undone and done again", () => {
  const { past } = doing({ a: 1, b: 1 }, [[["a"], 2]]);
  const back = undo(past, { a: 2, b: 5 });
  expect(back?.source).toEqual({ a: 1, b: 5 });
  expect(redo(back?.past ?? noPast, { a: 1, b: 6 })?.source).toEqual({ a: 2, b: 6 });
});

test("once something else is done, what was undone is gone", () => {
  const { past, now } = doing({}, [[["a"], 1]]);
  const back = undo(past, now);
  expect(redo(did(back?.past ?? noPast, { before: {}, after: { b: 1 }, at: ["b"] }), { b: 1 })).toBeUndefined();
});

const path = fc.array(fc.constantFrom<string | number>("a", "b", 0, 1), { minLength: 1, maxLength: 3 });
const change = fc.tuple(path, fc.option(fc.oneof(fc.integer(), fc.string()), { nil: undefined }));

test("all that was done undone is as it was at first, and all done again as it was at last", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let { past, now } = doing({ a: { b: [1, 2] }, b: [] }, changes);
      const last = now;
      for (let back = undo(past, now); back; back = undo(past, now)) ({ past, source: now } = back);
      expect(now).toEqual({ a: { b: [1, 2] }, b: [] });
      for (let again = redo(past, now); again; again = redo(past, now)) ({ past, source: now } = again);
      expect(now).toEqual(last);
    }),
    { seed: 7 },
  );
});
