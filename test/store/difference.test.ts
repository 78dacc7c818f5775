import {
  assert,
  dictionary,
  jsonValue,
  property,
  record,
  string,
  tuple,
  uniqueArray,
  type JsonValue,
} from "fast-check";
import { expect, test } from "vitest";
import { changedBy, differenceOf } from "../../src/store/difference.ts";

/** Names as records have them. */
const name = string({ minLength: 1, maxLength: 2 }).filter((one) => !(one in {}));
const fields = dictionary(name, jsonValue({ maxDepth: 2 }).filter(isOurs), { maxKeys: 4 }).map(asRead);

function isOurs(value: JsonValue): boolean {
  return !JSON.stringify(value).includes("__proto__");
}

function asRead<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

test("a difference, read from a file, leads from any value to any other, and leaves the first as it was", () => {
  assert(
    property(fields, fields, (before, after) => {
      const was = asRead(before);
      expect(changedBy(before, asRead(differenceOf(before, after)))).toEqual(after);
      expect(before).toEqual(was);
    }),
  );
});

test("of what stays the same object nothing is written, and of a list that has grown only its end", () => {
  const parts = record({ kept: fields, list: uniqueArray(fields), come: fields });
  assert(
    property(tuple(parts, fields), ([{ kept, list, come }, changed]) => {
      const before = { kept, list, within: { kept, changed: 0 } };
      const after = { kept, list: [...list, come], within: { kept, changed } };
      const difference = differenceOf(before, after);
      expect(asRead(difference)).toEqual({ more: { list: [come] }, within: { within: { set: { changed } } } });
      expect(changedBy(before, difference)).toEqual(after);
    }),
  );
});

test.each([
  ["a field is gone", { a: 1, b: 2 }, { a: 1 }, { gone: ["b"] }],
  ["a field is undefined now", { a: 1 }, { a: undefined }, { gone: ["a"] }],
  ["a list is shorter", { a: [1, 2] }, { a: [1] }, { set: { a: [1] } }],
  ["fields became a list", { a: { b: 1 } }, { a: [1] }, { set: { a: [1] } }],
  ["a field became null", { a: { b: 1 } }, { a: null }, { set: { a: null } }],
  ["nothing has changed", { a: [1], b: { c: 1 } }, { a: [1], b: { c: 1 } }, { within: { b: {} } }],
])("%s", (_, before, after, difference) => {
  expect(asRead(differenceOf(before, after))).toEqual(difference);
});

test("a difference from another value is not taken for one of this", () => {
  expect(() => changedBy({}, { within: { a: {} } })).toThrow("what has changed is not there");
  expect(() => changedBy({}, { more: { a: [1] } })).toThrow("the list that has grown is not there");
});
