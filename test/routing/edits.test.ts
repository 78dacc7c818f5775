import { expect, test } from "vitest";
import { freeName, moved, valueAt, withValue } from "../../src/routing/edits.ts";

const source = { queues: { sales: { music: ["a", "b"], weight: 2 } } };

test.each<[string, readonly (string | number)[], unknown]>([
  ["a field", ["queues", "sales", "weight"], 2],
  ["an item of a list", ["queues", "sales", "music", 1], "b"],
  ["nothing beyond the end of a list", ["queues", "sales", "music", 2], undefined],
  ["nothing within a text", ["queues", "sales", "music", 0, "length"], undefined],
  ["nothing that every object answers to", ["queues", "constructor"], undefined],
])("%s stands at its path", (_, path, value) => {
  expect(valueAt(source, path)).toEqual(value);
});

test.each<[string, readonly (string | number)[], unknown, unknown]>([
  ["another value", ["queues", "sales", "weight"], 3, { queues: { sales: { music: ["a", "b"], weight: 3 } } }],
  ["what is taken away", ["queues", "sales", "weight"], undefined, { queues: { sales: { music: ["a", "b"] } } }],
  [
    "an item that is taken out of a list",
    ["queues", "sales", "music", 0],
    undefined,
    { queues: { sales: { music: ["b"], weight: 2 } } },
  ],
  ["what had no place yet", ["hours", "day", "weekly"], {}, { ...source, hours: { day: { weekly: {} } } }],
  ["what is taken from where nothing stands", ["hours", "day", "weekly"], undefined, source],
  ["a field named as what every object answers to", ["toString"], 1, { ...source, toString: 1 }],
])("%s changes that path alone", (_, path, value, after) => {
  expect(withValue(source, path, value)).toEqual(after);
});

test.each<[string, number, number, readonly string[]]>([
  ["down", 0, 2, ["b", "c", "a"]],
  ["up", 2, 0, ["c", "a", "b"]],
  ["nowhere beyond the end", 2, 3, ["a", "b", "c"]],
  ["nowhere before the beginning", 0, -1, ["a", "b", "c"]],
])("an item moves %s", (_, from, to, after) => {
  expect(moved(["a", "b", "c"], from, to)).toEqual(after);
});

test("a new name is none that there is", () => {
  expect(freeName("queue", [])).toBe("queue");
  expect(freeName("queue", ["queue", "queue-2"])).toBe("queue-3");
});
