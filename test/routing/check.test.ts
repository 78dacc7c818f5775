import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRouting } from "../../src/routing/check.ts";
import { RoutingSchema } from "../../src/routing/routing.ts";
import { eachFault, model, modelFaults, pathsOf } from "./model.ts";

test("the model routing holds", () => {
  expect(readRouting(model(), "v1")).toMatchObject({ routing: { version: "v1", business: { name: "Bright Kettle" } } });
});

test("a file with five faults lists all five, each where it is", () => {
  const faults = modelFaults({
    "business.zone": "Mars",
    "menus.main.options[0].to.queue": "sale",
    "menus.support.options[1].key": "1",
    "hours.every-day.weekly.mon": [["17:00", "09:00"]],
    "prompts.es.main-menu": undefined,
  });
  expect(faults.map(({ path }) => path)).toEqual([
    "business.zone",
    "menus.main.options[0].to.queue",
    "menus.support.options[1].key",
    "prompts.es.main-menu",
    "hours.every-day.weekly.mon[0]",
  ]);
});

describe("what the schema says", () => {
  eachFault([
    [
      "a key misspelt",
      { "queues.sales.anouncements": [] },
      "queues.sales.anouncements",
      /"anouncements" means nothing here; did you mean "announcements"\?/,
    ],
    [
      "a destination misspelt",
      { "business.reception.to": "queues" },
      "business.reception.to",
      /did you mean "queue"\?/,
    ],
    ["a kind misspelt", { "queues.sales.kind": "sale" }, "queues.sales.kind", /did you mean "sales"\?/],
    ["a missing field", { "business.callerId": undefined }, "business.callerId", /^"callerId" is missing: add it/],
    ["a number in quotes", { "business.missedRings": "2" }, "business.missedRings", /must be a number; it says "2"/],
    ["a number out of range", { "business.missedRings": 99 }, "business.missedRings", /at most 10/],
    [
      "a name with a capital",
      { "menus.main.prompt": "Main" },
      "menus.main.prompt",
      /^a name is lower-case letters.*; it says "Main"$/,
    ],
  ]);

  test.each([[undefined], [null], ["{}"], [[]], [5]])("%j is no routing, and says so once", (source) => {
    expect(readRouting(source, "v1")).toMatchObject({ faults: [{ path: "" }] });
  });
});

test("whatever a file says, reading it never throws, and reads what the schema reads", () => {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(
      "constructor",
      "__proto__",
      "sales",
      "main",
      [],
      {},
      null,
      "{",
      "{x}",
      "{x, number, ::currency/X}",
      0,
    ),
  );
  const changes = fc.dictionary(fc.constantFrom(...pathsOf(model())), anything, { minKeys: 1, maxKeys: 4 });
  fc.assert(
    fc.property(changes, (changes) => {
      const source = model(changes, { loosely: true });
      const read = readRouting(source, "v1");
      const parsed = RoutingSchema.safeParse(source).data;
      const some = { faults: expect.arrayContaining([expect.anything()]) };
      expect(read).toEqual("faults" in read ? some : { routing: { ...parsed, version: "v1" } });
    }),
    { seed: 20_261_122, numRuns: 200 },
  );
});
