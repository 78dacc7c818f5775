import { describe, expect, test } from "vitest";
import type { Call } from "../../src/call/call.ts";
import type { Draft } from "../../src/call/with-rep.ts";
import type { CallEvent, House } from "../../src/call/event.ts";
import { transition } from "../../src/call/transition.ts";
import type { Verb } from "../../src/call/verb.ts";
import { nothingOwed, type Owed, type RepTime, type Verdict } from "../../src/callback/owed.ts";
import { arrived, routing, talking, wrappingUp } from "./calls.ts";

const minute = 60_000;
const number: Verdict = { ok: true, number: "+15555550123", zones: ["America/New_York"], texts: true };
/** The house, in which every time fits that `fits`, and the next free one is at noon. */
function houseWith({
  fits = () => true,
  ...differs
}: Partial<Owed> & { readonly fits?: (at: number) => boolean; readonly durable?: boolean } = {}): House {
  const timeFor = (_rep: string, _queue: string, _zones: readonly string[], wished: number): RepTime =>
    fits(wished) ? { fits: true, by: wished } : { fits: false, by: arrived + 120 * minute, why: "owes-too-much" };
  const receipt = () => ({ id: "CB1", code: "123456" });
  const { durable = true, ...owed } = differs;
  return {
    queues: {},
    tracks: {},
    interludes: [],
    there: [],
    durable,
    owed: { ...nothingOwed, judge: () => number, timeFor, receipt, ...owed },
  };
}

/** What a rep does at the wrap-up, or at the rep's menu: keys, what is said, a note so many seconds long, or silence. */
type Does = string | number;
function eventOf(does: Does, at: { readonly leg: "r1"; readonly turn: number; readonly house: House }): CallEvent {
  if (typeof does === "number") {
    const recording = does > 0 ? { recording: "https://api.example/RE1" } : {};
    return { type: "recorded", seconds: does, hungUp: false, ...recording, ...at };
  }
  if (does === "") return { type: "kept-silent", ...at };
  return does.startsWith("say ")
    ? { type: "said", words: does.slice(4), ...at }
    : { type: "pressed", keys: does, ...at };
}

function after(does: readonly Does[], house: House = houseWith(), from: Call = wrappingUp()) {
  let call = from;
  let said: readonly string[] = [];
  let played: readonly string[] = [];
  const told: unknown[] = [];
  for (const one of does) {
    const at = { leg: "r1", turn: call.legs["r1"]?.turn ?? 0, house } as const;
    const step = transition(call, eventOf(one, at), routing, arrived);
    ({ call } = step);
    const words = step.verbs.flatMap((verb): readonly Verb[] => (verb.verb === "gather" ? verb.prompt : [verb]));
    said = words.flatMap((verb) => (verb.verb === "say" ? [verb.sentence.text] : []));
    played = words.flatMap((verb) => (verb.verb === "playback" ? [verb.recording] : []));
    told.push(...step.effects.flatMap((effect) => (effect.do === "tell-callback" ? [effect.event] : [])));
  }
  return { call, draft: "draft" in call ? call.draft : undefined, said: said.join(" "), played, told };
}
const atMenu = (): Call => ({ ...talking(), desk: "menu" });

describe("at the wrap-up, a rep who promises a return call", () => {
  test.each<[string, readonly Does[], Partial<Draft>]>([
    ["is asked when", ["3"], { asks: "when" }],
    ["says within an hour, and is asked what for", ["3", "1"], { asks: "about", by: arrived + 60 * minute }],
    ["says within two hours", ["3", "2"], { asks: "about", by: arrived + 120 * minute }],
    [
      "leaves a note, and is read all of it",
      ["3", "1", 9],
      { asks: "keep", note: { recording: "https://api.example/RE1", seconds: 9 } },
    ],
    ["keys in a time", ["3", "4", "0330"], { asks: "about", by: arrived + 330 * minute }],
    ["keys in what is no time, and is asked again", ["3", "4", "9999"], { asks: "time", misses: 1 }],
    ["says a time", ["3", "say tomorrow at ten"], { asks: "about", by: arrived + 24 * 60 * minute }],
    ["says what is no time, and is asked again", ["3", "say whenever"], { asks: "when", misses: 1 }],
    ["leaves no note", ["3", "1", 0], { asks: "keep", by: arrived + 60 * minute }],
    [
      "wants another time after all, and keeps the note",
      ["3", "1", 9, "2", "2"],
      { asks: "keep", by: arrived + 120 * minute },
    ],
    ["says anew what it is about", ["3", "1", 9, "3"], { asks: "about" }],
    ["presses what is no choice, and is asked again", ["3", "7"], { asks: "when", misses: 1 }],
    ["says nothing at the read-back, and is asked again", ["3", "1", 9, ""], { asks: "keep", misses: 1 }],
  ])("%s", (_, does, draft) => {
    const { told, ...result } = after(does);
    expect(result.draft).toMatchObject(draft);
    expect(told).toEqual([]);
  });

  test.each<[string, readonly Does[]]>([
    ["drops it", ["3", "1", 9, "*"]],
    ["says nothing twice", ["3", "1", 9, "", ""]],
    ["presses wrong keys twice", ["3", "7", "8"]],
  ])("%s: nothing is promised, and how the call ended is asked again", (_, does) => {
    const { call, said, told } = after(does);
    expect(said).toMatch(/No return call was noted\. How did the call end/);
    expect(call).toMatchObject({ at: "wrap-up", asks: "disposition" });
    expect(call).not.toHaveProperty("draft");
    expect(told).toEqual([]);
  });

  test("hears it read back before it counts, and the note played", () => {
    const { said, played } = after(["3", "1", 9]);
    expect(said).toMatch(/^You will call the number that ends in 0 1 2 3 by 11 AM\. Your note: Press 1 to keep it/);
    expect(played).toEqual(["https://api.example/RE1"]);
  });

  test.each<[string, readonly Does[], RegExp, number]>([
    ["asked again", ["3", "1", 9, ""], /by 11 AM, with your note\. Press 1/, 0],
    ["after another time", ["3", "1", 9, "2", "2"], /by noon, with your note\. Press 1/, 0],
    ["after another note", ["3", "1", 9, "3", 5], /by 11 AM\. Your note: Press 1/, 1],
    ["without a note", ["3", "1", 0], /by 11 AM\. Press 1/, 0],
  ])("hears no note twice: %s", (_, does, words, times) => {
    const { said, played } = after(does);
    expect(said).toMatch(words);
    expect(played).toHaveLength(times);
  });

  test("keeps it: it is made with its owner, time, note and receipt, and the rep is free", () => {
    const { call, told, said } = after(["3", "1", 9, "1"]);
    expect(told).toMatchObject([
      {
        type: "made",
        callback: {
          id: "CB1",
          code: "123456",
          kind: "promised",
          to: "+15555550123",
          owner: "ben",
          queue: "support",
          origin: "CA1",
          given: { by: arrived + 60 * minute },
          note: { recording: "https://api.example/RE1", seconds: 9 },
        },
      },
    ]);
    expect(said).toMatch(/noted/);
    expect(call).toMatchObject({ disposition: "promised", promised: { id: "CB1" } });
  });

  test("who owes too much at that time is offered the next free one, with one key", () => {
    const house = houseWith({ fits: (at) => at !== arrived + 60 * minute });
    expect(after(["3", "1"], house).said).toMatch(
      /as many calls for about then as you can make\. You are free to call by noon\. Press 1/,
    );
    expect(after(["3", "1", "1"], house).draft).toMatchObject({ asks: "about", by: arrived + 120 * minute });
    expect(after(["3", "1", "2"], house).draft).toMatchObject({ asks: "when" });
  });

  test("a time that was taken meanwhile is not promised", () => {
    let free = true;
    const house = houseWith({ fits: (at) => free || at !== arrived + 60 * minute });
    const { call } = after(["3", "1", 9], house);
    free = false;
    const { draft, told } = after(["1"], house, call);
    expect(draft).toMatchObject({ asks: "instead" });
    expect(told).toEqual([]);
  });

  test.each<[string, Parameters<typeof houseWith>[0], RegExp]>([
    ["where the disk takes nothing", { durable: false }, /could not note the return call/],
    ["to a withheld number", { judge: () => ({ ok: false, why: "not-a-number" }) }, /withheld/],
    ["to a number that is not rung", { judge: () => ({ ok: false, why: "country" }) }, /may not call this number back/],
  ])("%s nothing is promised", (_, differs, words) => {
    const { said, told } = after(["3"], houseWith(differs));
    expect(said).toMatch(words);
    expect(said).toMatch(/How did the call end/);
    expect(told).toEqual([]);
  });

  test("who has promised it in the call already need not do so again", () => {
    const promised = { id: "CB1", by: arrived + minute, zones: [] };
    const { call, told } = after(["3"], houseWith(), { ...wrappingUp(), promised });
    expect(call).toMatchObject({ disposition: "promised", promised });
    expect(told).toEqual([]);
  });
});

describe("in mid-call, a rep who promises a return call", () => {
  test("is back with the caller when it is kept", () => {
    const { call, told } = after(["5", "1", 9, "1"], houseWith(), atMenu());
    expect(told).toMatchObject([{ type: "made" }]);
    expect(call).toMatchObject({ at: "talking", desk: "room", promised: { id: "CB1" }, tells: false });
    expect(call).not.toHaveProperty("draft");
  });

  test("may have the caller told", () => {
    expect(after(["5", "1", 9, "4"], houseWith(), atMenu()).call).toMatchObject({ desk: "room", tells: true });
  });

  test("and again in the same call moves it", () => {
    const { call } = after(["5", "1", 9, "1"], houseWith(), atMenu());
    const { told } = after(["5", "2", 0, "1"], houseWith(), { ...call, desk: "menu" } as Call);
    expect(told).toMatchObject([{ type: "moved", to: { by: arrived + 120 * minute }, by: { who: "rep", rep: "ben" } }]);
  });

  test("goes on at the wrap-up where the caller hangs up meanwhile", () => {
    const { call } = after(["5", "1"], houseWith(), atMenu());
    const gone = transition(
      call,
      { type: "leg-ended", leg: "caller", sid: "CA1", status: "completed" },
      routing,
      arrived,
    );
    expect(gone.call).toMatchObject({ at: "wrap-up", asks: "promise", draft: { asks: "about" } });
  });
});
