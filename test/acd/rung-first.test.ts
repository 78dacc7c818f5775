import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assign } from "../../src/acd/assign.ts";
import type { FreeRep, Waiting } from "../../src/acd/line.ts";
import { everybody, free, now, routing, waiting } from "./callers.ts";

const round = (line: readonly Waiting[], reps: readonly FreeRep[]) => assign(line, reps, everybody, routing, now);
const rung = (line: readonly Waiting[], reps: readonly FreeRep[]) =>
  round(line, reps)
    .map(({ call, rep }) => `${rep} for ${call}`)
    .join(", ");

/** A customer whom we began to ring so many seconds ago; `waited` since the place was taken. */
const beingRung = (call: string, seconds: number, differs: Partial<Waiting> = {}, rep?: string) =>
  waiting(call, 600, { rung: { at: now - seconds * 1_000, answered: false, ...(rep ? { rep } : {}) }, ...differs });
/** The same customer, who has answered since, and stands in the line. */
const answered = (...given: Parameters<typeof beingRung>) => {
  const one = beingRung(...given);
  return { ...one, ...(one.rung ? { rung: { ...one.rung, answered: true } } : {}) };
};
const ago = (seconds: number) => ({ joinedAt: now - seconds * 1_000 });

describe("a rep is kept for a customer who is being rung:", () => {
  test.each<[string, readonly Waiting[], readonly FreeRep[], string]>([
    ["nobody is rung for one who has not answered", [beingRung("a", 5)], free("ben"), ""],
    ["the next customer is not rung with the same rep", [beingRung("a", 5), waiting("due", 500)], free("ben"), ""],
    ["with two reps, the next one is", [beingRung("a", 5), waiting("due", 500)], free("ben", "chloe"), "chloe for due"],
    [
      "two are rung: a third rep's is the third",
      [beingRung("a", 5), beingRung("b", 4), waiting("due", 1)],
      free("ben", "chloe", "diego"),
      "diego for due",
    ],
    [
      "a live caller does not get the rep, however long in line",
      [beingRung("a", 5), waiting("live", 3_000)],
      free("ben"),
      "",
    ],
    [
      "nor one who was passed over to the cap",
      [beingRung("a", 5), waiting("live", 3_000, { overtaken: 3 })],
      free("ben"),
      "",
    ],
    [
      "no rep is kept who could not serve her",
      [beingRung("a", 5, { queue: "sales" }), waiting("live", 60)],
      free("ben"),
      "ben for live",
    ],
    [
      "nor one who has just passed",
      [beingRung("a", 5, { triedReps: { ben: now } }), waiting("live", 60)],
      free("ben"),
      "ben for live",
    ],
    ["once she has answered, the rep is rung", [answered("a", 30), waiting("live", 3_000)], free("ben"), "ben for a"],
    ["she waits for no other rep", [answered("a", 30, { ...ago(1), preferred: "chloe" })], free("ben"), "ben for a"],
    [
      "each has the rep who was free then",
      [answered("a", 9, {}, "chloe"), beingRung("b", 9, {}, "ben")],
      free("ben", "chloe"),
      "chloe for a",
    ],
    ["another one, where that rep is not any more", [answered("a", 9, {}, "ben")], free("chloe"), "chloe for a"],
    [
      "who was rung first chooses first then",
      [beingRung("b", 5, ago(900)), answered("a", 9)],
      free("chloe"),
      "chloe for a",
    ],
  ])("%s", (_, line, reps, expected) => {
    expect(rung(line, reps)).toBe(expected);
  });

  test.each<[string, Waiting, readonly { readonly call: string; readonly cause: string }[]]>([
    ["one who joined before her", waiting("live", 900), [{ call: "live", cause: "callback" }]],
    ["nobody who joined later", waiting("live", 60), []],
    ["nobody who is only being rung", beingRung("b", 5, ago(900)), []],
  ])("who has answered passes over %s", (_, other, expected) => {
    expect(round([answered("a", 30), other], free("ben"))).toEqual([{ call: "a", rep: "ben", overtook: expected }]);
  });
});

const reps = Object.keys(routing.reps);
const due = fc.array(
  fc.record({
    seconds: fc.integer({ min: 1, max: 900 }),
    queue: fc.constantFrom("support", "sales"),
    language: fc.constantFrom("en", "es"),
    overtaken: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 15 },
);
const doings = fc.array(fc.record({ answers: fc.nat(14), comes: fc.constantFrom(...reps) }), { maxLength: 15 });

/** Rounds in which every third caller is live and all others are rung first: what was amiss after each. */
function* rounds(line: Map<string, Waiting>, idle: Map<string, number>, happens: Doings) {
  for (const [at, { answers, comes }] of happens.entries()) {
    if (!idle.has(comes) && at % 3 === 0) idle.set(comes, 100 + at);
    const called = [...line.values()].filter((one) => one.rung)[answers];
    if (called?.rung) line.set(called.call, { ...called, rung: { ...called.rung, answered: true } });
    const made = round(
      [...line.values()],
      Array.from(idle, ([rep, idleSince]) => ({ rep, idleSince })),
    );
    if (called && made.every(({ call }) => call !== called.call)) yield `nobody for ${called.call}`;
    for (const { call, rep } of made) {
      const one = line.get(call);
      const isDialled = one !== undefined && !one.rung && Number(call.slice(1)) % 3 !== 0;
      if (isDialled) line.set(call, { ...one, rung: { at: now + at, rep, answered: false } });
      else line.delete(call);
      if (!isDialled) idle.delete(rep);
    }
    const ringing = [...line.values()].filter((one) => one.rung).length;
    if (ringing > idle.size) yield `${ringing} are rung for ${idle.size}`;
  }
}
type Doings = readonly { readonly answers: number; readonly comes: string }[];

test("never are more customers being rung than there are reps for them, and each who answers gets one at once", () => {
  fc.assert(
    fc.property(due, fc.subarray(reps), doings, (all, there, happens) => {
      const line = all.map(({ seconds, ...differs }, at) => waiting(`c${at}`, seconds, differs));
      const idle = new Map(there.map((rep, at) => [rep, at]));
      expect([...rounds(new Map(line.map((one) => [one.call, one])), idle, happens)]).toEqual([]);
    }),
    { seed: 20_261_129, numRuns: 500 },
  );
});
