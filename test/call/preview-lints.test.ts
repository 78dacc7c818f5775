import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Imagined } from "../../src/call/imagined.ts";
import type { Passage } from "../../src/call/passage.ts";
import { figuresOf } from "../../src/call/preview-figures.ts";
import { lintsOf, type Linted } from "../../src/call/preview-lints.ts";
import { preview } from "../../src/call/preview.ts";
import { track } from "../hold/tracks.ts";
import { modelRouting } from "../routing/model.ts";
import { arrived, routing } from "./calls.ts";
import { imagined } from "./imagining.ts";

type Changes = Parameters<typeof modelRouting>[0];

/** Tracks as long as those that Holdfast comes with. */
const long = { tide: track("tide", 30, 60, 90, 120), swell: track("swell", 33, 66, 99) };

/** The rules that a wait breaks, and where each can be mended. */
function broken(wait: Partial<Imagined> = {}, changes: Changes = {}) {
  const own = modelRouting(changes);
  const asked = imagined({ tracks: long, ...wait });
  return lintsOf(preview(asked, own), asked, own).map(({ rule, path }) => [rule, path]);
}

type Spoken = Extract<Passage, { readonly text: string }>;
const says = (at: number, text: string, differs: Partial<Spoken> = {}): Passage => ({
  kind: "speech",
  what: "place",
  at,
  seconds: 5,
  text,
  ...differs,
});
const plays = (at: number, seconds: number): Passage => ({
  kind: "music",
  what: "tide",
  at,
  seconds,
  from: 0,
  to: seconds * 8_000,
});
const keys = says(0, "To leave a message, press 3.", { what: "keys", keys: ["3"] });
const of = { queue: "sales", language: "en", at: arrived };
const rules = (passages: readonly Passage[], heard: Partial<Linted> = {}) =>
  lintsOf({ passages, seconds: 1_200, ...heard }, of, routing).map(({ rule }) => rule);
/** A word now and then, so that nothing but what is tested is amiss. */
const words = [keys, says(500, "One"), says(1_000, "Two")];

test.each([
  ["sales", {}],
  ["support", {}],
  ["reception", {}],
  ["sales", { language: "es" }],
  ["support", { load: { ahead: 2, reps: 1, handleSeconds: 300 } }],
])("nobody minds the waits that Holdfast comes with: %s, %j", (queue, differs) => {
  expect(broken({ queue, ...differs })).toEqual([]);
});

describe("the same words", () => {
  test.each<[string, readonly Passage[], readonly string[], Partial<Linted>?]>([
    ["within ten minutes are repeated", [says(100, "Again"), says(700, "Again")], ["repeated"]],
    ["later are not", [says(100, "Again"), says(701, "Again")], []],
    ["thrice are told once", [says(100, "Again"), says(400, "Again"), says(700, "Again")], ["repeated"]],
    ["asked for by a key are not", [says(100, "Again"), says(300, "Again", { what: "answer" })], []],
    ["after a rep would have answered are not", [says(100, "Again"), says(500, "Again")], [], { answered: 450 }],
  ])("%s", (_, passages, expected, heard = {}) => {
    expect(rules([...passages, ...words], heard)).toEqual(expected);
  });

  test("of an announcement want more announcements", () => {
    const two = { "queues.sales.announcements": ["pouring-kettle", "trade-in"], "queues.sales.overflow": {} };
    const changes = {
      ...two,
      "queues.sales.speech": { seconds: 300, within: 300 },
      "announcements.quiet-kettle": undefined,
    };
    const alone = { queue: "sales", load: { ahead: 500, reps: 1, handleSeconds: 7_200 } };
    expect(broken(alone, changes)).toContainEqual(["repeated", "queues.sales.announcements"]);
  });
});

test.each([
  ["75 s of talk in five minutes are what sales allows", 15, []],
  ["76 s are over it", 16, ["over-budget"]],
])("%s", (_, count, expected) => {
  const talk = Array.from({ length: count }, (_one, place) => says(300 + place * 15, `Number ${place}`));
  const more = count === 16 ? [says(560, "One more", { seconds: 1 })] : [];
  expect(rules([keys, ...talk.slice(0, 15), ...more, says(1_000, "Two")])).toEqual(expected);
});

test.each([
  ["ten minutes without a word are borne", [keys, says(605, "One"), says(1_100, "Two")], {}, []],
  ["longer ones are minded", [keys, says(606, "One"), says(1_100, "Two")], {}, ["long-silence"]],
  ["not by a caller who has asked for quiet", [keys, { kind: "key", what: "2", at: 20, seconds: 0 }], {}, []],
  ["nor after a rep would have answered", [keys], { answered: 300 }, []],
] as const)("%s", (_, passages, heard, expected) => {
  expect(rules(passages as readonly Passage[], heard)).toEqual(expected);
});

test.each([
  ["music that begins ten times in five minutes is borne", 10, []],
  ["eleven times are too often", 11, ["music-cut"]],
])("%s", (_, count, expected) => {
  const music = Array.from({ length: count }, (_one, place) => plays(10 + place * 28, 27));
  expect(rules([...words, ...music])).toEqual(expected);
});

test("a short track is what cuts the music", () => {
  const short = { tracks: { tide: track("tide", 20) } };
  expect(broken(short)).toEqual([["music-cut", "queues.support.music"]]);
});

describe("a way out", () => {
  const own = "We are with you soon. For a quiet wait, press 2.";
  const offersNone = { "queues.reception.callbacks": { place: false, booked: false } };
  test.each<[string, Partial<Imagined>, Changes, unknown]>([
    ["that our words name is one", {}, offersNone, []],
    [
      "that the business's words leave out is none",
      {},
      { ...offersNone, "prompts.en.wait-keys": own },
      [["no-way-out", "prompts.en.wait-keys"]],
    ],
    ["that is offered is one", {}, { "prompts.en.wait-keys": own }, []],
    [
      "is not missed where a rep answers before one would give up",
      { load: { ahead: 0, reps: 4, handleSeconds: 240 } },
      { ...offersNone, "prompts.en.wait-keys": own },
      [],
    ],
  ])("%s", (_, wait, changes, expected) => {
    expect(broken({ queue: "reception", ...wait }, changes)).toEqual(expected);
  });
});

test.each<[string, Changes, unknown]>([
  ["whose last day was yesterday", { "announcements.trade-in.until": "2026-11-22" }, "announcements.trade-in.until"],
  ["whose last day is today is heard", { "announcements.trade-in.until": "2026-11-23" }, undefined],
  [
    "that begins next year will be",
    { "announcements.trade-in": { prompt: "trade-in", from: "2027-01-01" } },
    undefined,
  ],
  [
    "for a segment that nobody here has",
    {
      "menus.support.options[0].segment": "old-kettle",
      "announcements.trade-in.segments": ["old-kettle"],
    },
    "announcements.trade-in.segments",
  ],
  ["for a segment that callers here have is heard", { "announcements.trade-in.segments": ["new-kettle"] }, undefined],
  ["longer than the queue may talk", { "prompts.en.trade-in": "word ".repeat(190).trim() }, "prompts.en.trade-in"],
  [
    "that no queue plays",
    { "queues.sales.announcements": ["quiet-kettle", "pouring-kettle"] },
    "announcements.trade-in",
  ],
  [
    "in a queue that leads on at once",
    { "queues.sales.overflow.after.seconds": 40 },
    "queues.sales.overflow.after.seconds",
  ],
])("an announcement %s", (_, changes, path) => {
  expect(broken({ queue: "sales" }, changes)).toEqual(path === undefined ? [] : [["never-heard", path]]);
});

test("a support wait is told nothing of announcements", () => {
  expect(broken({}, { "announcements.trade-in.until": "2020-01-01" })).toEqual([]);
});

const anyWait = fc.record({
  queue: fc.constantFrom("sales", "support", "reception"),
  language: fc.constantFrom("en", "es"),
  at: fc.integer({ min: arrived, max: arrived + 14 * 86_400_000 }),
  seconds: fc.integer({ min: 60, max: 1_800 }),
  load: fc.record({
    ahead: fc.integer({ min: 0, max: 60 }),
    reps: fc.integer({ min: 0, max: 12 }),
    handleSeconds: fc.integer({ min: 10, max: 1_200 }),
  }),
  keys: fc.array(fc.record({ at: fc.nat(1_800), key: fc.constantFrom("0", "1", "2", "3", "5", "7", "*", "#") }), {
    maxLength: 4,
  }),
});

test("no load, no hour and no keys make a wait talk more than its queue allows, and its figures hold together", () => {
  fc.assert(
    fc.property(anyWait, (wait) => {
      const asked = imagined(wait);
      const heard = preview(asked, routing);
      const lints = lintsOf(heard, asked, routing);
      const figures = figuresOf(heard);
      expect(lints.filter(({ rule }) => rule === "over-budget")).toEqual([]);
      for (const { at = 0 } of lints) expect(at).toBeLessThanOrEqual(heard.seconds);
      expect(figures.shareOfTalk).toBeLessThanOrEqual(1);
      expect(figures.longestTalk?.seconds ?? 0).toBeLessThanOrEqual(heard.seconds + 60);
    }),
    { numRuns: 60, seed: 20_261_123 },
  );
});
