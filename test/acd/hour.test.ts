import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assign, type Assignment } from "../../src/acd/assign.ts";
import { whyNot, type Waiting } from "../../src/acd/line.ts";
import { everybody, now, routing, waiting } from "./callers.ts";

const cap = routing.business.overtakeCap;
const byChoice = new Set(["weight", "preferred", "capped"]);
const reps = Object.keys(routing.reps);

const someone = fc.record({
  seconds: fc.integer({ min: 0, max: 300 }),
  queue: fc.constantFrom("support", "sales", "reception"),
  language: fc.constantFrom("en", "en", "es"),
  preferred: fc.option(fc.constantFrom(...reps), { nil: undefined }),
  overtaken: fc.integer({ min: 0, max: 4 }),
});
const line = fc
  .array(someone, { maxLength: 25 })
  .map((all) => all.map(({ seconds, ...differs }, at) => waiting(`call-${String(at)}`, seconds, differs)));
const idle = fc.subarray(reps).map((some) => some.map((rep, at) => ({ rep, idleSince: at % 3 })));

describe("in any round of assigning,", () => {
  const everyRound = (holds: (made: readonly Assignment[], line: readonly Waiting[]) => void) =>
    fc.assert(
      fc.property(line, idle, (callers, free) => holds(assign(callers, free, everybody, routing, now), callers)),
      { seed: 20_261_122, numRuns: 300 },
    );

  test("each rep is rung at most once, and each caller gets one rep at most, who may serve", () => {
    everyRound((made, callers) => {
      expect(new Set(made.map(({ rep }) => rep)).size).toBe(made.length);
      expect(new Set(made.map(({ call }) => call)).size).toBe(made.length);
      const unfit = made.filter(({ call, rep }) => {
        const caller = callers.find((one) => one.call === call);
        return !caller || whyNot(caller, rep, routing, now) !== undefined;
      });
      expect(unfit).toEqual([]);
    });
  });

  test("who is passed over joined earlier and got nobody", () => {
    everyRound((made, callers) => {
      const joinedAt = (call: string) => callers.find((one) => one.call === call)?.joinedAt ?? Number.NaN;
      const served = new Set(made.map(({ call }) => call));
      const wrongly = made.flatMap(({ call, overtook }) =>
        overtook.filter((other) => served.has(other.call) || joinedAt(other.call) >= joinedAt(call)),
      );
      expect(wrongly).toEqual([]);
    });
  });

  test("nobody is passed over by choice beyond the cap", () => {
    everyRound((made, callers) => {
      const times = new Map(callers.map(({ call, overtaken }) => [call, overtaken]));
      const beyond = passedBeyondCap(made, times);
      expect(beyond).toEqual([]);
    });
  });

  test("no rep is left idle whom a caller could have had, but for the rep that the caller waits for", () => {
    fc.assert(
      fc.property(line, idle, (callers, free) => {
        const made = assign(callers, free, everybody, routing, now);
        const taken = new Set(made.map(({ rep }) => rep));
        const served = new Set(made.map(({ call }) => call));
        const left = free.filter(({ rep }) => !taken.has(rep));
        const missed = callers.filter(
          (one) =>
            !served.has(one.call) &&
            one.preferred === undefined &&
            left.some(({ rep }) => whyNot(one, rep, routing, now) === undefined),
        );
        expect(missed).toEqual([]);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

/** Counts the passings of a round, and tells those by choice that came when the cap was reached already. */
function passedBeyondCap(made: readonly Assignment[], times: Map<string, number>): readonly string[] {
  return made.flatMap(({ call: by, overtook }) =>
    overtook.flatMap(({ call, cause }) => {
      const before = times.get(call) ?? 0;
      times.set(call, before + 1);
      return byChoice.has(cause) && before >= cap ? [`${call} by ${by}: ${cause}`] : [];
    }),
  );
}

type Arrival = {
  readonly at: number;
  readonly queue: string;
  readonly language: string;
  readonly preferred: string | undefined;
};
type Hour = {
  readonly arrivals: readonly Arrival[];
  readonly talks: readonly number[];
  readonly passes: readonly boolean[];
};

/** An hour of callers and reps, looked at every two seconds: who was passed over beyond the cap, and who was served. */
function hour({ arrivals, talks, passes }: Hour) {
  const busyUntil = new Map(reps.map((rep) => [rep, 0]));
  const times = new Map<string, number>();
  const beyond: string[] = [];
  const served: string[] = [];
  let inLine: readonly Waiting[] = [];
  let turn = 0;
  for (let at = 0; at < 3_600; at += 2) {
    const instant = now + at * 1_000;
    const came = arrivals.filter((one) => one.at >= at && one.at < at + 2);
    inLine = [
      ...inLine,
      ...came.map(({ at: joined, ...who }, index) =>
        waiting(`${String(joined)}-${String(index)}`, -joined, { ...who }),
      ),
    ].map((one) => ({ ...one, overtaken: times.get(one.call) ?? 0 }));
    const free = reps
      .filter((rep) => (busyUntil.get(rep) ?? 0) <= instant)
      .map((rep) => ({ rep, idleSince: busyUntil.get(rep) ?? 0 }));
    const made = assign(inLine, free, everybody, routing, instant);
    beyond.push(...passedBeyondCap(made, times));
    for (const { call, rep } of made) {
      turn += 1;
      const passed = passes[turn % passes.length] === true;
      busyUntil.set(rep, instant + (passed ? 4_000 : (talks[turn % talks.length] ?? 60) * 1_000));
      inLine = passed
        ? inLine.map((one) => (one.call === call ? { ...one, triedReps: { ...one.triedReps, [rep]: instant } } : one))
        : inLine.filter((one) => one.call !== call);
      if (!passed) served.push(call);
    }
  }
  return { beyond, served, left: inLine };
}

test("over an hour, whoever calls and however reps pass, nobody is passed over by choice beyond the cap", () => {
  const arrival = fc.record({
    at: fc.integer({ min: 0, max: 3_000 }),
    queue: fc.constantFrom("support", "sales", "reception"),
    language: fc.constantFrom("en", "en", "en", "es"),
    preferred: fc.option(fc.constantFrom(...reps), { nil: undefined }),
  });
  const anHour = fc.record({
    arrivals: fc.array(arrival, { minLength: 30, maxLength: 90 }),
    talks: fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 5, maxLength: 9 }),
    passes: fc.array(fc.boolean(), { minLength: 3, maxLength: 7 }).filter((all) => all.includes(false)),
  });
  fc.assert(
    fc.property(anHour, (given) => {
      const { beyond, served, left } = hour(given);
      expect(beyond).toEqual([]);
      expect(served.length + left.length).toBe(given.arrivals.length);
      expect(served.length).toBeGreaterThan(10);
    }),
    { seed: 20_261_122, numRuns: 25 },
  );
});
