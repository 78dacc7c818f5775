import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Heard, WaitRange } from "../../src/hold/heard.ts";
import { minutesOf, standingNews, waitPrompt, type Standing } from "../../src/hold/news.ts";
import { unheard } from "../../src/hold/programme.ts";
import { modelRouting } from "../routing/model.ts";

const speaker = { routing: modelRouting(), language: "en" };
const minutes = (from: number, to: number): WaitRange => ({ from: from * 60, to: to * 60 });
const heard = (before: Partial<Heard>): Heard => ({ ...unheard(false), ...before });
const said = (before: Partial<Heard>, standing: Standing) =>
  standingNews(speaker, heard(before), standing)
    ?.sentences.map(({ text }) => text)
    .join(" ");

describe("a wait is spoken in whole minutes outwards, in fives beyond fifteen:", () => {
  test.each([
    [0, 1, 0, 1],
    [59, 61, 0, 2],
    [60, 60, 1, 1],
    [119, 121, 1, 3],
    [840, 900, 14, 15],
    [899, 901, 14, 20],
    [900, 960, 15, 20],
    [959, 1_200, 15, 20],
    [960, 1_201, 15, 25],
    [1_199, 1_500, 15, 25],
    [1_200, 1_501, 20, 30],
    [3_601, 7_201, 60, 125],
  ])("%d to %d s is %d to %d minutes", (from, to, fromMinutes, toMinutes) => {
    expect(minutesOf({ from, to })).toEqual({ from: fromMinutes, to: toMinutes });
  });

  test("what is said is never narrower than what is known", () => {
    const seconds = fc.double({ min: 0, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(seconds, seconds, (a, b) => {
        const range = { from: Math.min(a, b), to: Math.max(a, b) };
        const { from, to } = minutesOf(range);
        expect(from * 60).toBeLessThanOrEqual(range.from);
        expect(to * 60).toBeGreaterThanOrEqual(range.to);
        expect(from > 15 ? from % 5 : 0).toBe(0);
        expect(to > 15 ? to % 5 : 0).toBe(0);
      }),
      { seed: 3 },
    );
  });

  test.each([
    ["less than a minute", { from: 0, to: 40 }, ["wait-less"]],
    ["exactly a minute", { from: 0, to: 60 }, ["wait-less"]],
    ["from under a minute", { from: 59, to: 61 }, ["wait-up-to", { minutes: 2 }]],
    ["two minutes to the second", { from: 120, to: 120 }, ["wait-about", { minutes: 2 }]],
    ["twenty minutes to the second", { from: 1_200, to: 1_200 }, ["wait-about", { minutes: 20 }]],
    ["between", { from: 250, to: 350 }, ["wait-between", { from: 4, to: 6 }]],
  ])("%s", (_, range, prompt) => {
    expect(waitPrompt(range)).toEqual(prompt);
  });
});

describe("place and wait are said when they are news:", () => {
  test.each<[string, Partial<Heard>, Standing, string | undefined]>([
    ["at first", {}, { place: 3, expectedWait: "unknown" }, "You are number 3 in line."],
    ["next at first", {}, { place: 1, expectedWait: "unknown" }, "You are next in line."],
    ["a better place", { place: 3 }, { place: 2, expectedWait: "unknown" }, "You are number 2 in line."],
    ["the best place", { place: 2 }, { place: 1, expectedWait: "unknown" }, "You are next in line."],
    ["the same place", { place: 3 }, { place: 3, expectedWait: "unknown" }, undefined],
    ["a worse place without a cause", { place: 3 }, { place: 4, expectedWait: "unknown" }, undefined],
    [
      "a worse place with its cause",
      { place: 3 },
      { place: 4, expectedWait: "unknown", worseBecause: "returned" },
      "Someone who was cut off is back in line. You are now number 4 in line.",
    ],
    [
      "a cause without a worse place",
      { place: 3 },
      { place: 3, expectedWait: "unknown", worseBecause: "returned" },
      undefined,
    ],
    [
      "a cause beside a better place",
      { place: 3 },
      { place: 2, expectedWait: "unknown", worseBecause: "returned" },
      "You are number 2 in line.",
    ],
    [
      "place and wait at first",
      {},
      { place: 2, expectedWait: minutes(4, 6) },
      "You are number 2 in line. Your wait is likely to be between 4 and 6 minutes.",
    ],
    ["the same wait", { place: 2, wait: minutes(4, 6) }, { place: 2, expectedWait: minutes(4, 6) }, undefined],
    ["a longer wait", { place: 2, wait: minutes(4, 6) }, { place: 2, expectedWait: minutes(8, 12) }, undefined],
    [
      "a wait better by a minute",
      { place: 2, wait: minutes(4, 6) },
      { place: 2, expectedWait: minutes(3, 5) },
      undefined,
    ],
    [
      "a wait better by two minutes, but for a second",
      { place: 2, wait: minutes(4, 6) },
      { place: 2, expectedWait: { from: 200, to: 241 } },
      undefined,
    ],
    [
      "a wait better by two minutes",
      { place: 2, wait: minutes(4, 6) },
      { place: 2, expectedWait: { from: 190, to: 240 } },
      "Your wait is likely to be between 3 and 4 minutes.",
    ],
    [
      "a better wait that is spoken as the one before",
      { place: 2, wait: minutes(15, 20) },
      { place: 2, expectedWait: { from: 700, to: 901 } },
      undefined,
    ],
    [
      "of twenty minutes, better by a fifth",
      { place: 2, wait: minutes(15, 20) },
      { place: 2, expectedWait: { from: 700, to: 900 } },
      "Your wait is likely to be between 11 and 15 minutes.",
    ],
    [
      "of thirty minutes, better by five",
      { place: 2, wait: minutes(20, 30) },
      { place: 2, expectedWait: minutes(20, 25) },
      undefined,
    ],
    [
      "a better wait beside a worse place is kept back",
      { place: 2, wait: minutes(15, 20) },
      { place: 3, expectedWait: minutes(1, 2), worseBecause: "returned" },
      "Someone who was cut off is back in line. You are now number 3 in line.",
    ],
  ])("%s", (_, before, standing, words) => {
    expect(said(before, standing)).toBe(words);
  });

  test("what is said is what will have been heard", () => {
    const news = standingNews(speaker, heard({ place: 4, wait: minutes(20, 30) }), {
      place: 2,
      expectedWait: minutes(4, 6),
    });
    expect(news?.heard).toEqual({ place: 2, wait: minutes(4, 6) });
    const kept = standingNews(speaker, heard({ place: 4 }), { place: 3, expectedWait: "unknown" });
    expect(kept?.heard).toEqual({ place: 3 });
  });

  test("the unknown is never spoken", () => {
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 1, max: 9 })), fc.integer({ min: 1, max: 9 }), (before, place) => {
        const words = said(before === null ? {} : { place: before }, { place, expectedWait: "unknown" }) ?? "";
        expect(words).not.toMatch(/wait|minute|unknown/i);
      }),
      { seed: 5 },
    );
  });
});
