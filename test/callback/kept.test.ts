import { describe, expect, test } from "vitest";
import { slots } from "../../src/callback/slots.ts";
import { newYork } from "../routing/calendar.ts";
import { days, type Came, type Policy } from "./days.ts";
import { house } from "./slotting.ts";

const quarter = 15 * 60_000;
/** A caller who is told a time more than three hours off does without. */
const tooLate = 3 * 60 * 60_000;

const teams = [
  { name: "ten reps", reps: 10, handle: 240 },
  { name: "three reps", reps: 3, handle: 420 },
];

function over(reps: number, handle: number, policy: Policy): Came {
  const routing = house({}, reps, { hours: "office" });
  const names = Array.from({ length: reps }, (_, index) => `rep${index}`);
  const came = [1, 2].map((seed) => days(routing, names, handle, policy, seed));
  const sum = (of: keyof Came) => came.reduce((all, one) => all + one[of], 0);
  return {
    asked: sum("asked"),
    given: sum("given"),
    kept: sum("kept"),
    latest: Math.max(...came.map((one) => one.latest)),
  };
}

describe.each(teams)("over six days of rush hours, with $name,", ({ reps, handle }) => {
  const routing = house({}, reps, { hours: "office" });
  const paced: Policy = {
    ahead: true,
    window: (after, now, owed, desk) => {
      const [slot] = slots({ queue: "support", zones: [newYork], after, most: 1 }, owed, desk, routing, now);
      return slot && slot.from - after < tooLate ? slot : undefined;
    },
  };
  /** Whatever window is wished, at the end of the line. */
  const everything: Policy = {
    ahead: false,
    window: (after) => {
      const from = Math.ceil(after / quarter) * quarter;
      return { from, by: from + quarter, due: from };
    },
  };

  test("whoever was offered a window is rung in it", () => {
    const ours = over(reps, handle, paced);
    expect(ours).toMatchObject({ kept: ours.given, latest: 0 });
    expect(ours.given / ours.asked).toBeGreaterThan(0.5);
  });

  test("which cannot be said where every window is given, at the end of the line", () => {
    const all = over(reps, handle, everything);
    expect(all.kept / all.given).toBeLessThan(0.95);
  });
});
