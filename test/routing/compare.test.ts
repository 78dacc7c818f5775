import { assert, jsonValue, property } from "fast-check";
import { expect, test } from "vitest";
import { areSame, differences, merge } from "../../src/routing/compare.ts";

const base = { queues: { support: { music: ["a"], full: 5 }, sales: { full: 9 } }, menus: { main: { tries: 2 } } };

test.each([
  ["nothing has changed", base, structuredClone(base), []],
  ["a field", { a: { b: 1 } }, { a: { b: 2 } }, [{ path: ["a", "b"], before: 1, after: 2 }]],
  ["a field that is new", {}, { a: null }, [{ path: ["a"], after: null }]],
  ["a field that is gone", { a: 0 }, {}, [{ path: ["a"], before: 0 }]],
  ["an item of a list", { a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, [{ path: ["a", 1, "b"], before: 2, after: 3 }]],
  ["a list that has grown", { a: [1] }, { a: [1, 2] }, [{ path: ["a"], before: [1], after: [1, 2] }]],
  [
    "a field by the name of something that every value has",
    {},
    { constructor: 1 },
    [{ path: ["constructor"], after: 1 }],
  ],
  ["another order of fields", { a: 1, b: 2 }, { b: 2, a: 1 }, []],
])("differences: %s", (_what, before, after, expected) => {
  expect(differences(before, after)).toEqual(expected);
});

test("two people who change different things both have their way", () => {
  const mine = { ...base, queues: { ...base.queues, support: { music: ["a", "b"], full: 5 } } };
  const theirs = { ...base, menus: { main: { tries: 3 } }, hours: {} };
  expect(merge(base, mine, theirs)).toEqual({
    merged: { ...mine, menus: { main: { tries: 3 } }, hours: {} },
    conflicts: [],
  });
});

test("where both changed the same place, mine stands and the place is named", () => {
  const mine = { ...base, menus: { main: { tries: 4 } } };
  const theirs = { ...base, menus: { main: { tries: 3 } } };
  expect(merge(base, mine, theirs)).toEqual({
    merged: mine,
    conflicts: [{ path: ["menus", "main", "tries"], base: 2, mine: 4, theirs: 3 }],
  });
});

test("what one deletes and the other changes is a conflict; what one deletes and the other leaves alone is gone", () => {
  const { sales: _, ...without } = base.queues;
  const mine = { ...base, queues: without };
  expect(merge(base, mine, base)).toEqual({ merged: mine, conflicts: [] });
  const theirs = { ...base, queues: { ...base.queues, sales: { full: 1 } } };
  expect(merge(base, mine, theirs).conflicts).toEqual([
    { path: ["queues", "sales"], base: { full: 9 }, theirs: { full: 1 } },
  ]);
});

const json = jsonValue({ maxDepth: 3 });

test("who merges with somebody who has changed nothing gets what she has", () => {
  assert(
    property(json, json, (one, mine) => {
      expect(merge(one, mine, one)).toEqual({ merged: mine, conflicts: [] });
      expect(areSame(merge(one, one, mine).merged, mine)).toBe(true);
    }),
  );
});

test("there are no differences exactly where both say the same", () => {
  assert(
    property(json, json, (one, other) => {
      expect(differences(one, other).length === 0).toBe(areSame(one, other));
      expect(differences(one, structuredClone(one))).toEqual([]);
    }),
  );
});
