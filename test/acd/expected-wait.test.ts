import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedWait } from "../../src/acd/expected-wait.ts";

const steady = [100, 100, 100, 100, 100];

describe("the expected wait", () => {
  test.each([
    ["with four handled calls", 1, 1, [60, 60, 60, 60]],
    ["with none", 1, 1, []],
    ["with nobody there", 1, 0, steady],
    ["for a place that is none", 0, 1, steady],
  ])("is unknown %s", (_, place, reps, handled) => {
    expect(expectedWait(place, reps, handled)).toBe("unknown");
  });

  test.each([
    ["next, one rep, calls of 100 s each", 1, 1, steady, 100, 100],
    ["third, one rep", 3, 1, steady, 300, 300],
    ["third, three reps", 3, 3, steady, 100, 100],
    ["next, calls that differ", 1, 1, [50, 75, 100, 125, 150], 49.4, 150.6],
    ["no shorter than nothing, where calls differ much", 1, 1, [5, 5, 5, 5, 600], 0, 464.6],
  ])("%s", (_, place, reps, handled, from, to) => {
    const wait = expectedWait(place, reps, handled);
    expect(wait).toEqual({ from: expect.closeTo(from, 1), to: expect.closeTo(to, 1) });
  });

  const calls = fc.array(fc.integer({ min: 1, max: 3_600 }), { minLength: 5, maxLength: 30 });
  const few = fc.integer({ min: 1, max: 60 });
  const shorter = (a: ReturnType<typeof expectedWait>, b: ReturnType<typeof expectedWait>) =>
    a !== "unknown" && b !== "unknown" && a.from <= b.from + 1e-9 && a.to <= b.to + 1e-9;

  test("is never shorter for who is further behind", () => {
    fc.assert(
      fc.property(few, few, calls, (place, reps, handled) => {
        expect(shorter(expectedWait(place, reps, handled), expectedWait(place + 1, reps, handled))).toBe(true);
      }),
      { seed: 1 },
    );
  });

  test("is never longer with one rep more", () => {
    fc.assert(
      fc.property(few, few, calls, (place, reps, handled) => {
        expect(shorter(expectedWait(place, reps + 1, handled), expectedWait(place, reps, handled))).toBe(true);
      }),
      { seed: 2 },
    );
  });

  test("is a range from nothing on", () => {
    fc.assert(
      fc.property(few, few, calls, (place, reps, handled) => {
        const wait = expectedWait(place, reps, handled);
        expect(wait !== "unknown" && wait.from >= 0 && wait.to >= wait.from).toBe(true);
      }),
      { seed: 3 },
    );
  });
});
