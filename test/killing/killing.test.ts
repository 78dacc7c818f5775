import { expect, test } from "vitest";
import { killedWhilePromising } from "./promises.ts";
import { killedWhileRinging } from "./return-calls.ts";

// The long form of both, 200 rounds each: `npm run kill`.
const timeout = 180_000;

test(
  "killed at any instant while it promises, a process has kept all that it told anybody, and nothing twice",
  { timeout },
  async () => {
    const { spoken, overApi, faults } = await killedWhilePromising(8, 1);
    expect(faults).toEqual([]);
    expect([spoken > 0, overApi > 0]).toEqual([true, true]);
  },
);

test(
  "killed at any instant of a return call, a process has the customer rung once, and both meet",
  { timeout },
  async () => {
    const { faults } = await killedWhileRinging(6, 5);
    expect(faults).toEqual([]);
  },
);
