import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextAnnouncement, type Listener } from "../../src/hold/announcements.ts";
import type { Queue, Routing } from "../../src/routing/routing.ts";
import { at } from "../routing/calendar.ts";
import { modelRouting } from "../routing/model.ts";

const noon = at("2026-11-16 12:00");
const day = 86_400_000;

/** A shop that sells with these announcements; each may name its segments and its days. */
function shop(announcements: Readonly<Record<string, object>>, order = Object.keys(announcements)): Routing {
  const named = Object.entries(announcements).map(([id, one]) => [id, { prompt: "trade-in", ...one }]);
  return modelRouting({
    announcements: Object.fromEntries(named) as unknown,
    "queues.sales.announcements": order,
    "menus.main.options[0].segment": "kettles",
    "menus.main.options[1].segment": "care",
    "menus.support.options[0].segment": "x",
    "menus.support.options[1].segment": "y",
    "menus.support.options[2].segment": "toasters",
  });
}

function sales(routing: Routing): Queue {
  const queue = routing.queues["sales"];
  if (!queue) throw new Error("the model has a sales queue");
  return queue;
}

const nobody: Listener = { announcements: [], heardBefore: {} };
const next = (routing: Routing, listener: Partial<Listener> = {}, now = noon) =>
  nextAnnouncement(sales(routing), { ...nobody, ...listener }, routing, now);

describe("which announcement is worth hearing next:", () => {
  const three = shop({ a: {}, b: {}, c: {} });
  const segments = shop({ all: {}, kettles: { segments: ["kettles"] }, care: { segments: ["care", "kettles"] } });

  test.each([
    ["the first, when none was heard", three, [], undefined, "a"],
    ["one that was not heard yet", three, ["a"], undefined, "b"],
    ["the last that was not heard yet", three, ["a", "c"], undefined, "b"],
    ["when all were heard, the one heard longest ago", three, ["b", "a", "c"], undefined, "b"],
    ["in the third round likewise", three, ["a", "b", "c", "a", "b", "c"], undefined, "a"],
    ["one that is no longer announced does not count", three, ["gone", "a"], undefined, "b"],
    ["one that began to run during the call, although others were heard twice", three, ["a", "b", "a", "b"], "", "c"],
    ["after that one, the others again", three, ["a", "b", "a", "b", "c"], undefined, "a"],
    ["none, when the only one was just heard", shop({ a: {} }), ["a"], undefined, undefined],
    ["none, when the only one is named twice", shop({ a: {} }, ["a", "a"]), ["a"], undefined, undefined],
    ["none, when there is none", shop({}), [], undefined, undefined],
    ["the segment's own before those for everybody", segments, [], "kettles", "kettles"],
    ["then the segment's other", segments, ["kettles"], "kettles", "care"],
    ["then those for everybody", segments, ["kettles", "care"], "kettles", "all"],
    ["another segment has its own", segments, [], "care", "care"],
    ["a caller of no segment hears those for everybody", segments, [], undefined, "all"],
    ["and none that is for a segment", segments, ["all"], undefined, undefined],
    ["a segment without its own hears those for everybody", segments, [], "toasters", "all"],
  ])("%s", (_, routing, announcements, segment, expected) => {
    expect(next(routing, { announcements, ...(segment === undefined ? {} : { segment }) })).toBe(expected);
  });

  const christmas = shop({ a: { from: "2026-12-24", until: "2026-12-26" } });
  test.each([
    ["the last moment before its first day", "2026-12-23 23:59", undefined],
    ["its first day begins by the business's clock", "2026-12-24 00:00", "a"],
    ["in New York it is the 24th, in London the 25th", "2026-12-24 20:00", "a"],
    ["the last moment of its last day", "2026-12-26 23:59", "a"],
    ["its last day is over", "2026-12-27 00:00", undefined],
    ["its first day has begun in London alone", "2026-12-23 20:00", undefined],
  ])("%s (%s)", (_, when, expected) => {
    expect(next(christmas, {}, at(when))).toBe(expected);
  });

  const two = shop({ a: {}, b: {} });
  test.each([
    ["heard 13 days, 23 hours, 59 minutes ago: not yet again", 14 * day - 60_000, "b"],
    ["heard 14 days ago: again", 14 * day, "a"],
    ["heard a minute ago, in a call before: not yet again", 60_000, "b"],
  ])("%s", (_, ago, expected) => {
    expect(next(two, { heardBefore: { a: noon - ago } })).toBe(expected);
  });

  test("with repeatAfterDays 0 what was heard in a call before may be heard in this one", () => {
    const routing = modelRouting({ "business.repeatAfterDays": 0, "queues.sales.announcements": ["trade-in"] });
    expect(next(routing, { heardBefore: { "trade-in": noon } })).toBe("trade-in");
  });

  test("all that are left were heard lately: none", () => {
    expect(next(two, { heardBefore: { a: noon - day, b: noon - day } })).toBeUndefined();
  });

  test("a support queue has none to give, whatever it carries", () => {
    const routing = shop({ a: {} });
    const queue = routing.queues["support"];
    if (!queue) throw new Error("the model has a support queue");
    expect("announcements" in queue).toBe(false);
    const smuggled: Queue = Object.assign(structuredClone(queue), { announcements: ["a"] });
    expect(nextAnnouncement(smuggled, nobody, routing, noon)).toBeUndefined();
  });
});

describe("over a call of any length", () => {
  const some = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 2, maxLength: 5 });
  const segment = fc.constantFrom([], ["x"], ["y"]);
  const given = fc.tuple(some, fc.array(segment, { minLength: 5, maxLength: 5 }), fc.constantFrom("x", "y", undefined));

  test("none is heard again before all were, none twice running, and they never run dry", () => {
    fc.assert(
      fc.property(given, ([ids, segments, chosen]) => {
        const routing = shop(Object.fromEntries(ids.map((id, i) => [id, { segments: segments[i] ?? [] }])));
        const mine = ids.filter((_, i) => {
          const of = segments[i] ?? [];
          return of.length === 0 || of.some((one) => one === chosen);
        });
        const heard: string[] = [];
        for (let turn = 0; turn < 3 * mine.length; turn++) {
          const one = next(routing, { announcements: heard, ...(chosen === undefined ? {} : { segment: chosen }) });
          if (one !== undefined) heard.push(one);
        }
        const rounds = mine.length < 2 ? 1 : 3;
        expect(heard.length).toBe(rounds * mine.length);
        for (let at = 0; at + mine.length <= heard.length; at++)
          expect(new Set(heard.slice(at, at + mine.length))).toEqual(new Set(mine));
      }),
      { seed: 20_261_122, numRuns: 60 },
    );
  });
});
