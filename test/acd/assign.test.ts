import { describe, expect, test } from "vitest";
import { assign } from "../../src/acd/assign.ts";
import type { FreeRep, Waiting } from "../../src/acd/line.ts";
import { everybody, free, now, routing, waiting } from "./callers.ts";

const round = (line: readonly Waiting[], reps: readonly FreeRep[], signedIn = everybody) =>
  assign(line, reps, signedIn, routing, now);
/** Who was rung for whom. */
const rung = (...given: Parameters<typeof round>) =>
  round(...given)
    .map(({ call, rep }) => `${rep} for ${call}`)
    .join(", ");
/** Who was passed over by whom, and why. */
const passed = (...given: Parameters<typeof round>) =>
  round(...given)
    .flatMap(({ call, overtook }) => overtook.map((other) => `${other.call} by ${call}: ${other.cause}`))
    .join(", ");

const knows = (rep: string) => ({ preferred: rep });
const without = (...reps: readonly string[]) => new Set([...everybody].filter((rep) => !reps.includes(rep)));

describe("who is rung for whom:", () => {
  test.each<[string, readonly Waiting[], readonly FreeRep[], string]>([
    ["nobody waits", [], free("ben"), ""],
    ["nobody is free", [waiting("a", 60)], [], ""],
    ["the longest idle", [waiting("a", 60)], free("chloe", "ben"), "chloe for a"],
    ["the longest idle of those who may", [waiting("a", 60)], free("ana", "eve", "ben", "chloe"), "ben for a"],
    [
      "by name, where two are idle as long",
      [waiting("a", 60)],
      [
        { rep: "chloe", idleSince: 1 },
        { rep: "ben", idleSince: 1 },
      ],
      "ben for a",
    ],
    ["the first in line, with one rep", [waiting("b", 59), waiting("a", 60)], free("ben"), "ben for a"],
    [
      "several at once, in order",
      [waiting("b", 59), waiting("a", 60), waiting("c", 58)],
      free("chloe", "ben", "diego"),
      "chloe for a, ben for b, diego for c",
    ],
    ["each rep once", [waiting("a", 60), waiting("b", 59)], free("ben"), "ben for a"],
    ["each caller once", [waiting("a", 60)], free("ben", "chloe"), "ben for a"],
    [
      "one further behind, when the rep cannot serve the first",
      [waiting("a", 60), waiting("b", 30, { queue: "sales" })],
      free("ana"),
      "ana for b",
    ],
    [
      "the rep who knows the case, though others are idle longer",
      [waiting("a", 60, knows("chloe"))],
      free("ben", "chloe"),
      "chloe for a",
    ],
    [
      "the rep who knows the case is left to a caller who joined earlier",
      [waiting("b", 30, knows("ben")), waiting("a", 60)],
      free("ben"),
      "ben for a",
    ],
  ])("%s", (_, line, reps, expected) => {
    expect(rung(line, reps)).toBe(expected);
  });

  test.each<[string, Waiting, ReadonlySet<string>, string]>([
    ["19.9 s for the rep who knows the case", waiting("a", 19.9, knows("chloe")), everybody, ""],
    ["no longer than 20 s", waiting("a", 20, knows("chloe")), everybody, "ben for a"],
    ["not for one who is not signed in", waiting("a", 5, knows("chloe")), without("chloe"), "ben for a"],
    [
      "not for one who has passed",
      waiting("a", 5, { ...knows("chloe"), triedReps: { chloe: 0 } }),
      everybody,
      "ben for a",
    ],
    ["not for one who could not serve", waiting("a", 5, knows("eve")), everybody, "ben for a"],
    ["not when passed over to the cap", waiting("a", 5, { ...knows("chloe"), overtaken: 3 }), everybody, "ben for a"],
    ["still, when passed over once less", waiting("a", 5, { ...knows("chloe"), overtaken: 2 }), everybody, ""],
  ])("a caller waits %s", (_, caller, signedIn, expected) => {
    expect(rung([caller], free("ben"), signedIn)).toBe(expected);
  });

  test("a caller whose language nobody there speaks is served in another", () => {
    const spanish = waiting("a", 5, { language: "es" });
    expect(rung([spanish], free("ben"), without("diego", "ana"))).toBe("ben for a");
    expect(rung([spanish], free("ben"), everybody)).toBe("");
  });
});

describe("who is passed over, and why:", () => {
  const reception = { queue: "reception" };
  const spanish = { language: "es" };
  test.each<[string, readonly Waiting[], readonly FreeRep[], string]>([
    ["nobody, in order", [waiting("a", 60), waiting("b", 59)], free("ben"), ""],
    [
      "nobody, when the rep could not have served those ahead",
      [waiting("a", 60), waiting("b", 30, { queue: "sales" })],
      free("ana"),
      "",
    ],
    [
      "nobody, when the one ahead gets another rep in the same round",
      [waiting("a", 60), waiting("b", 50, reception)],
      free("diego", "ben"),
      "",
    ],
    ["nobody who joined at the same moment", [waiting("a", 60, spanish), waiting("b", 60)], free("ben"), ""],
    [
      "one who waits for the rep who knows the case",
      [waiting("a", 10, knows("chloe")), waiting("b", 5)],
      free("ben"),
      "a by b: preferred",
    ],
    [
      "also by a caller of another line",
      [waiting("a", 10, knows("chloe")), waiting("b", 5, { queue: "sales" })],
      free("diego"),
      "a by b: preferred",
    ],
    [
      "one whose language the rep does not speak",
      [waiting("a", 60, spanish), waiting("b", 50)],
      free("ben"),
      "a by b: language",
    ],
    [
      "one on whom the rep has just passed",
      [waiting("a", 60, { triedReps: { ben: now } }), waiting("b", 50)],
      free("ben"),
      "a by b: passed",
    ],
    [
      "one of a line that weighs less",
      [waiting("a", 60), waiting("b", 50, reception)],
      free("diego"),
      "a by b: weight",
    ],
    [
      "one who joined before somebody passed over to the cap",
      [waiting("a", 60), waiting("b", 50, { overtaken: 3 })],
      free("ben"),
      "a by b: capped",
    ],
    [
      "several, each for its own cause",
      [waiting("a", 19, knows("chloe")), waiting("b", 18, spanish), waiting("c", 17)],
      free("ben"),
      "a by c: preferred, b by c: language",
    ],
    [
      "all who are, by everybody who does",
      [waiting("a", 60, spanish), waiting("b", 50), waiting("c", 49)],
      free("ben", "chloe"),
      "a by b: language, a by c: language",
    ],
  ])("%s", (_, line, reps, expected) => {
    expect(passed(line, reps)).toBe(expected);
  });

  test("a round in which many overtake stops at the cap: the one passed over goes first then", () => {
    const ahead = waiting("ahead", 10, { ...knows("ben"), overtaken: 1 });
    const others = ["a", "b", "c", "d"].map((call, at) => waiting(call, 9 - at));
    const reps = free("chloe", "diego");
    expect(rung([ahead, ...others], reps)).toBe("chloe for a, diego for b");
    const more = [...reps, ...free("ana", "eve")];
    const late = [waiting("ahead", 10, { ...knows("ben"), overtaken: 2 }), ...others];
    expect(rung(late, more)).toBe("chloe for a, diego for ahead");
    expect(passed(late, more)).toBe("");
  });
});
