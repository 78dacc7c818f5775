import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fits, gapAfter, gapLeft, stillCounting } from "../../src/hold/budget.ts";
import type { Spoken } from "../../src/hold/heard.ts";

const support = { seconds: 20, within: 300 };
const said = (at: number, seconds: number, what = "place"): Spoken => ({ at: at * 1_000, seconds, what });

describe("the budget of 20 s in any 5 minutes", () => {
  test.each([
    ["nothing was said: 20 s fit", [], 0, 20, true],
    ["nothing was said: a little more than 20 s does not", [], 0, 20.01, false],
    ["15 s were said a minute ago: 5 s fit", [said(0, 15)], 75, 5, true],
    ["15 s were said a minute ago: 6 s do not", [said(0, 15)], 75, 6, false],
    ["20 s ended so long ago that 5 s will end 300 s after it", [said(0, 20)], 315, 5, true],
    ["20 s ended so long ago that 5 s will end 299.9 s after it", [said(0, 20)], 314.9, 5, false],
    ["what reaches into the stretch by its end alone counts whole", [said(0, 15), said(100, 5)], 309, 5, false],
    ["the opening does not count", [said(0, 30, "opening")], 60, 20, true],
    ["the answer to a key does not count", [said(0, 30, "answer")], 60, 20, true],
    ["an announcement counts", [said(0, 8, "announcement glass")], 60, 13, false],
  ])("%s", (_, spoken, now, seconds, fit) => {
    expect(fits(spoken, seconds, support, now * 1_000)).toBe(fit);
  });

  test("of no seconds at all lets nothing be said", () => {
    expect(fits([], 0.1, { seconds: 0, within: 300 }, 0)).toBe(false);
  });
});

describe("the gap between two spoken things", () => {
  test.each([
    ["at once", 0, 50],
    ["after one minute", 60, 62],
    ["after five minutes", 300, 110],
    ["after 949 s, just short of the longest", 949, 239.8],
    ["after 950 s, the longest", 950, 240],
    ["after an hour, the longest", 3_600, 240],
  ])("said %s: %d s of waiting give %d s", (_, waited, gap) => {
    expect(gapAfter(waited)).toBeCloseTo(gap);
  });

  test.each([
    ["nothing was said yet", [], 0, 0],
    ["the opening of 20 s has just begun", [said(0, 20, "opening")], 0, 74],
    ["the opening of 20 s ended 53 s ago", [said(0, 20, "opening")], 73, 1],
    ["the opening of 20 s ended 54 s ago", [said(0, 20, "opening")], 74, 0],
    ["a key was answered ten seconds ago", [said(0, 20, "opening"), said(80, 5, "answer")], 95, 57],
    ["only the last thing counts", [said(10, 5), said(295, 5)], 300, 110],
  ])("%s", (_, spoken, now, left) => {
    expect(gapLeft(spoken, 0, now * 1_000)).toBeCloseTo(left);
  });

  test("is over when it was said that it would be", () => {
    const second = fc.integer({ min: 0, max: 7_200 });
    fc.assert(
      fc.property(second, fc.double({ min: 0.1, max: 30, noNaN: true }), second, (at, seconds, later) => {
        const spoken = [said(at, seconds)];
        const now = (at + later) * 1_000;
        const left = gapLeft(spoken, 0, now);
        expect(gapLeft(spoken, 0, now + left * 1_000)).toBeCloseTo(0);
        expect(left > 0 ? gapLeft(spoken, 0, now + left * 1_000 - 100) : 1).toBeGreaterThan(0);
      }),
      { seed: 7 },
    );
  });
});

describe("what is remembered of what was said", () => {
  test("is what can still count, and the last thing in any case", () => {
    const spoken = [said(0, 10, "opening"), said(100, 5), said(200, 5, "answer"), said(250, 5), said(260, 5, "answer")];
    expect(stillCounting(spoken, support, 300_000)).toEqual([said(100, 5), said(250, 5), said(260, 5, "answer")]);
    expect(stillCounting(spoken, support, 405_000)).toEqual([said(250, 5), said(260, 5, "answer")]);
    expect(stillCounting(spoken, support, 9_000_000)).toEqual([said(260, 5, "answer")]);
  });

  test("stays small however many keys are answered", () => {
    let spoken: readonly Spoken[] = [];
    for (let at = 0; at < 1_000; at++)
      spoken = stillCounting([...spoken, said(at, 1, at % 100 ? "answer" : "place")], support, at * 1_000);
    expect(spoken.length).toBeLessThan(6);
  });

  test("decides as if everything was", () => {
    const one = fc.record({
      gap: fc.integer({ min: 0, max: 200 }),
      seconds: fc.integer({ min: 1, max: 9 }),
      what: fc.constantFrom("place", "answer", "opening"),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (things, seconds) => {
        let now = 0;
        let all: readonly Spoken[] = [];
        let kept: readonly Spoken[] = [];
        for (const thing of things) {
          now += thing.gap;
          const next = said(now, thing.seconds, thing.what);
          now += thing.seconds;
          all = [...all, next];
          kept = stillCounting([...kept, next], support, now * 1_000);
          expect(fits(kept, seconds, support, now * 1_000)).toBe(fits(all, seconds, support, now * 1_000));
          expect(gapLeft(kept, 0, now * 1_000)).toBe(gapLeft(all, 0, now * 1_000));
        }
      }),
      { seed: 11 },
    );
  });
});
