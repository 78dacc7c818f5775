import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { notCallable } from "../src/callback/callable.ts";
import { alwaysOpen } from "../src/demo.ts";
import { isOpen } from "../src/routing/hours.ts";
import { readRouting } from "../src/routing/check.ts";

const file: unknown = JSON.parse(readFileSync("config/routing.json", "utf8"));

test("a newcomer can call, and be called back, at three in the night of a Sunday", () => {
  const read = readRouting(alwaysOpen(file), "demo");
  if (!("routing" in read)) throw new Error("the demo's routing does not hold");
  const { queues, hours, business } = read.routing;
  const night = Date.UTC(2026, 10, 22, 8);
  for (const [queue, { hours: of }] of Object.entries(queues)) {
    expect(isOpen(of === undefined ? undefined : hours[of], business.zone, night)).toBe(true);
    expect(notCallable({ queue, zones: ["America/New_York"] }, read.routing, night)).toBeUndefined();
  }
});

test.each([null, 7, [], { queues: 7, business: null }])(
  "what is no routing is left for the check to name: %j",
  (given) => {
    expect(() => alwaysOpen(given)).not.toThrow();
  },
);
