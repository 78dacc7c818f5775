import { describe, expect, test } from "vitest";
import { resolutionAfter, type CallerFacts, type NewCase, type ResolutionEvent } from "../../src/resolution/after.ts";
import type { Resolution, Said } from "../../src/resolution/resolution.ts";
import { modelRouting } from "../routing/model.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Monday at ten in the morning in New York. */
const ten = Date.UTC(2026, 10, 23, 15);
const zones = ["America/New_York"];
const routing = modelRouting({
  "business.zone": "America/New_York",
  "queues.support.followUp": { after: 7_200 },
  "queues.support.hours": undefined,
});
const about: NewCase = {
  id: "support +12125550123",
  number: "+12125550123",
  queue: "support",
  line: "+12125550000",
  language: "en",
  everSupport: true,
};
const spoken = (said: Said, call = "CA1", ours = false): ResolutionEvent => ({
  type: "spoken",
  about,
  spoken: { call, rep: "ana", at: ten, said },
  ours,
});
const free: CallerFacts = { zones, notNow: false, texts: true, askedAt: undefined, owed: false };
const woke = (why: string, caller: Partial<CallerFacts> = {}): ResolutionEvent => ({
  type: "woke",
  why,
  caller: { ...free, ...caller },
});

function after(...events: readonly (readonly [at: number, event: ResolutionEvent])[]) {
  let known: Resolution | undefined;
  let last: ReturnType<typeof resolutionAfter>;
  for (const [at, event] of events) {
    last = resolutionAfter(known, event, routing, at);
    known = last?.resolution;
  }
  if (!last) throw new Error("nothing came of it");
  return last;
}

describe("after a conversation", () => {
  test.each<[Said, readonly string[]]>([
    ["resolved", ["ask 1", "over 1"]],
    ["unsaid", ["over 1"]],
    ["not-yet", ["over 1"]],
    ["promised", ["over 1"]],
  ])("that was %s the case waits for %j", (said, whys) => {
    const { effects } = after([ten, spoken(said)]);
    expect(effects.map((effect) => (effect.do === "wake" ? effect.why : effect.do))).toEqual(whys);
  });

  test("the caller is asked so long after as the queue says, and the case is over after the days", () => {
    expect(after([ten, spoken("resolved")]).effects).toEqual([
      { do: "wake", at: ten + 2 * hour, why: "ask 1" },
      { do: "wake", at: ten + 7 * day, why: "over 1" },
    ]);
  });
});

describe("asked after", () => {
  const solved = [ten, spoken("resolved")] as const;
  test("by text, in the caller's language", () => {
    const step = after(solved, [ten + 2 * hour, woke("ask 1")]);
    expect(step.asked).toBe(true);
    expect(step.resolution.askedAt).toBe(ten + 2 * hour);
    expect(step.effects).toMatchObject([{ do: "text", to: about.number, from: about.line }]);
  });

  test.each<[string, number, Partial<CallerFacts>, readonly object[]]>([
    ["at night: in the morning", ten + 12 * hour, {}, [{ do: "wake", at: ten + 23 * hour, why: "ask 1" }]],
    [
      "asked after a case an hour ago: a day after that",
      ten + 2 * hour,
      { askedAt: ten + hour },
      [{ do: "wake", at: ten + 25 * hour, why: "ask 1" }],
    ],
    ["while a return call is owed: not at all", ten + 2 * hour, { owed: true }, []],
    [
      "while nobody is rung back: ten minutes later",
      ten + 2 * hour,
      { zones: undefined, texts: false, notNow: true },
      [{ do: "wake", at: ten + 2 * hour + 600_000, why: "ask 1" }],
    ],
    ["who wants no calls: not at all", ten + 2 * hour, { zones: undefined }, []],
    ["who wants no texts: not at all", ten + 2 * hour, { texts: false }, []],
  ])("%s", (_, at, caller, effects) => {
    const step = after(solved, [at, woke("ask 1", caller)]);
    expect(step.effects).toEqual(effects);
    expect(step.asked).toBeUndefined();
  });

  test("a conversation that came meanwhile is asked after by itself", () => {
    expect(after(solved, [ten + hour, spoken("not-yet", "CA2")], [ten + 2 * hour, woke("ask 1")]).effects).toEqual([]);
  });

  test("yes closes the case; no leaves it open, and not solved", () => {
    const asked = [ten + 2 * hour, woke("ask 1")] as const;
    const yes = after(solved, asked, [ten + 3 * hour, { type: "answered", solved: true }]);
    expect(yes.resolution).toMatchObject({ closedAt: ten + 3 * hour, answer: { solved: true } });
    const no = after(solved, asked, [ten + 3 * hour, { type: "answered", solved: false }]);
    expect(no.resolution).toMatchObject({ answer: { solved: false } });
    expect(no.resolution.closedAt).toBeUndefined();
  });
});

describe("asked by a call that reaches nobody", () => {
  const at = ten + 2 * hour;
  const byCall = modelRouting({
    "business.zone": "America/New_York",
    "queues.support.followUp": { after: 7_200, by: "call" },
    "queues.support.hours": undefined,
  });
  const noTexts = modelRouting({
    "business.zone": "America/New_York",
    "queues.support.followUp": { after: 7_200, by: "call" },
    "queues.support.callbacks": { texts: false },
    "queues.support.hours": undefined,
  });
  const unanswered = [at + minute, { type: "unanswered" }] as const;
  type Told = readonly [number, ResolutionEvent];

  function text(
    how: typeof routing,
    caller: Partial<CallerFacts> = {},
    meanwhile: readonly Told[] = [],
    when = at + minute,
  ) {
    const events: readonly Told[] = [[ten, spoken("resolved")], [at, woke("ask 1")], unanswered, ...meanwhile];
    let known: Resolution | undefined;
    for (const [told, event] of events) known = resolutionAfter(known, event, how, told)?.resolution;
    const step = resolutionAfter(known, woke("text 1", { askedAt: at, ...caller }), how, when);
    return step?.effects.map((effect) => (effect.do === "wake" ? effect.at : effect.do));
  }

  test("the caller is texted at once, though asked within the day", () => {
    expect(after([ten, spoken("resolved")], [at, woke("ask 1")], unanswered).effects).toEqual([
      { do: "wake", at: at + minute, why: "text 1" },
    ]);
    expect(text(byCall)).toEqual(["text"]);
  });

  test.each<[string, Parameters<typeof text>]>([
    ["where the queue has no texts", [noTexts]],
    ["who has said STOP", [byCall, { texts: false }]],
    ["to whom a return call is owed", [byCall, { owed: true }]],
    ["who has rung in meanwhile", [byCall, {}, [[at + minute, { type: "came-back" }]]]],
    ["who has been spoken with meanwhile", [byCall, {}, [[at + minute, spoken("not-yet", "CA2")]]]],
    ["who has answered meanwhile", [byCall, {}, [[at + minute, { type: "answered", solved: false }]]]],
    ["who was texted already", [byCall, {}, [[at + minute, woke("text 1")]]]],
    ["who was asked by a text to begin with", [routing]],
  ])("no text for a caller %s", (_, told) => {
    expect(text(...told)).toEqual([]);
  });

  test("when the caller's day is over meanwhile, the text comes in the morning", () => {
    expect(text(byCall, {}, [], ten + 12 * hour)).toEqual([ten + 23 * hour]);
  });
});

describe("a caller who rings in again", () => {
  test.each<[string, readonly (readonly [number, ResolutionEvent])[], boolean]>([
    [
      "after it was said to be resolved counts against that",
      [
        [ten, spoken("resolved")],
        [ten + day, { type: "came-back" }],
      ],
      true,
    ],
    [
      "and speaks, counts against it",
      [
        [ten, spoken("unsaid")],
        [ten + day, spoken("resolved", "CA2")],
      ],
      true,
    ],
    [
      "after not yet counts against nothing more",
      [
        [ten, spoken("not-yet")],
        [ten + day, { type: "came-back" }],
      ],
      false,
    ],
    [
      "after a return call of ours does not",
      [
        [ten, spoken("resolved")],
        [ten + day, spoken("resolved", "CA2", true)],
      ],
      false,
    ],
  ])("%s", (_, events, counts) => {
    expect(after(...events).resolution.cameBack !== undefined).toBe(counts);
  });

  test("the end of one call told twice is one conversation", () => {
    const { resolution } = after([ten, spoken("unsaid")], [ten + minute, spoken("resolved")]);
    expect(resolution.spoken).toHaveLength(1);
    expect(resolution.cameBack).toBeUndefined();
  });

  test.each([
    [7 * day - 1, false],
    [7 * day, true],
  ])("%d ms after the last conversation the case is over: %o", (ms, isOver) => {
    const step = after([ten, spoken("resolved")], [ten + ms, woke(ms < 7 * day ? "over 0" : "over 1")]);
    expect(step.resolution.closedAt !== undefined).toBe(isOver);
  });
});
