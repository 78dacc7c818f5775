import { expect, test } from "vitest";
import { simulate } from "./simulate.ts";
import { wrongs } from "./verdict.ts";

test("two days of three hundred calls, with everything broken now and then: no promise is lost, and nobody is rung for nothing", async () => {
  const tally = await simulate({ seed: 1, calls: 300, days: 2, faults: true });
  expect(wrongs(tally)).toEqual([]);
  // What was simulated has all the parts that it is to have.
  const { account, broken, witnessed } = tally;
  expect(broken.kills).toBeGreaterThan(1);
  expect([account.kept, account.moved, account.cancelled, witnessed.met].every((count) => count > 0)).toBe(true);
}, 300_000);
