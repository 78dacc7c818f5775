import { describe, expect, test } from "vitest";
import { whyNot, type Waiting } from "../../src/acd/line.ts";
import { modelRouting } from "../routing/model.ts";
import { inOrder, now, routing, waiting } from "./callers.ts";

describe("the line is in order of", () => {
  const reception = { queue: "reception" };
  test.each<[string, readonly Waiting[], string]>([
    ["joining", [waiting("b", 60), waiting("a", 61), waiting("c", 59)], "a b c"],
    ["joining, over two queues of one weight", [waiting("a", 60, { queue: "sales" }), waiting("b", 61)], "b a"],
    [
      "weight: 30 s at reception, which weighs double, are 60 s here",
      [waiting("a", 60), waiting("b", 31, reception)],
      "b a",
    ],
    ["weight, and joining where it weighs the same", [waiting("b", 30, reception), waiting("a", 60)], "a b"],
    ["the name, where nothing else tells two apart", [waiting("b", 60), waiting("a", 60)], "a b"],
    ["being passed over twice: nothing yet", [waiting("a", 60), waiting("b", 59, { overtaken: 2 })], "a b"],
    ["being passed over three times, the cap: first", [waiting("a", 60), waiting("b", 59, { overtaken: 3 })], "b a"],
    [
      "joining, among those passed over to the cap",
      [waiting("a", 60, { overtaken: 3 }), waiting("b", 61, { overtaken: 9 }), waiting("c", 99)],
      "b a c",
    ],
    [
      "joining alone, once over the cap, whatever the weight",
      [waiting("a", 60, { overtaken: 3 }), waiting("b", 50, { ...reception, overtaken: 3 })],
      "a b",
    ],
  ])("%s", (_, line, order) => {
    expect(
      inOrder(line, routing, now)
        .map(({ call }) => call)
        .join(" "),
    ).toBe(order);
  });

  test("joining alone, with a cap of 0", () => {
    const strict = modelRouting({ "business.overtakeCap": 0 });
    const line = [waiting("b", 59, { queue: "reception" }), waiting("a", 60)];
    expect(inOrder(line, strict, now).map(({ call }) => call)).toEqual(["a", "b"]);
  });
});

describe("whether a rep serves a caller:", () => {
  const word = (reach: "owner" | "team" | "leads") => ({ word: { owner: "ana", reach } });
  const ago = (seconds: number) => now - seconds * 1_000;
  test.each<[string, Waiting, string, string | undefined]>([
    ["one with the skill does", waiting("a", 0), "ben", undefined],
    ["one without it does not", waiting("a", 0), "ana", "skill"],
    ["the pool is not wider after 119.9 s", waiting("a", 119.9), "ana", "skill"],
    ["the pool is wider after 120 s", waiting("a", 120), "ana", undefined],
    ["a pool that was wider stays so", waiting("a", 3_600), "ben", undefined],
    ["one who does not speak the language does not", waiting("a", 0, { language: "es" }), "ben", "language"],
    ["one who speaks it does", waiting("a", 0, { language: "es" }), "diego", undefined],
    ["the skill is asked before the language", waiting("a", 0, { language: "es" }), "ana", "skill"],
    [
      "a caller whom nobody there could understand takes any",
      waiting("a", 0, { language: undefined }),
      "ben",
      undefined,
    ],
    ["one who passed 59.9 s ago does not", waiting("a", 90, { triedReps: { ben: ago(59.9) } }), "ben", "passed"],
    ["one who passed 60 s ago does", waiting("a", 90, { triedReps: { ben: ago(60) } }), "ben", undefined],
    ["one who passed on another caller does", waiting("a", 90, { triedReps: { chloe: now } }), "ben", undefined],
    ["only a lead takes over what is escalated", waiting("a", 0, { leadsOnly: true }), "ben", "skill"],
    [
      "a lead takes it whatever the queue",
      waiting("a", 0, { leadsOnly: true, queue: "reception" }),
      "diego",
      undefined,
    ],
    ["a lead who asks is not asked", waiting("a", 0, { leadsOnly: true, notRep: "diego" }), "diego", "skill"],
    ["the rep who hands over is not asked", waiting("a", 0, { notRep: "ben" }), "ben", "skill"],
    ["a rep's word is the rep's own at first", waiting("a", 9_000, word("owner")), "chloe", "skill"],
    ["the rep whose word it is keeps it, whatever the queue", waiting("a", 0, word("owner")), "ana", undefined],
    [
      "the rep whose word it is keeps it, whatever the language",
      waiting("a", 0, { language: "es", ...word("owner") }),
      "ana",
      undefined,
    ],
    ["then it is the team's", waiting("a", 0, word("team")), "ben", undefined],
    [
      "and not a lead's who is not of the team",
      waiting("a", 0, { queue: "reception", ...word("team") }),
      "diego",
      "skill",
    ],
    ["then a lead's too", waiting("a", 0, { queue: "reception", ...word("leads") }), "diego", undefined],
    ["and the team's still", waiting("a", 0, word("leads")), "ben", undefined],
    [
      "the rep whose word it is, and who passed a moment ago, is not asked",
      waiting("a", 0, { triedReps: { ana: now }, ...word("leads") }),
      "ana",
      "passed",
    ],
    ["nobody serves a queue that is no more", waiting("a", 0, { queue: "gone" }), "ben", "skill"],
    ["a rep who is no more serves nobody", waiting("a", 0), "gone", "skill"],
  ])("%s", (_, caller, rep, reason) => {
    expect(whyNot(caller, rep, routing, now)).toBe(reason);
  });
});
