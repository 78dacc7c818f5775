import { describe, expect, test } from "vitest";
import type { Try } from "../../src/callback/callback.ts";
import { minutesPlaced } from "../../src/callback/minutes.ts";
import { after, making, minute, standing, ten } from "./promises.ts";

const due = standing({ at: "due", since: ten });
const dialled = { type: "dialled", call: "CA1" } as const;
const reached = { type: "reached", call: "CA1" } as const;

describe("the minutes of the calls that were placed for a callback:", () => {
  const tried = (came: Try["came"], at = ten): Try => ({ at, call: "CA1", came });
  test.each<[string, readonly Try[], number]>([
    ["none", [], 0],
    ["unanswered and busy cost nothing", [tried("unanswered"), tried("busy"), tried("not-placed")], 0],
    [
      "a machine, a wrong number and a later-please cost a minute each",
      [tried("machine"), tried("wrong-number"), tried("not-now")],
      3,
    ],
    [
      "each is so many whole minutes",
      [
        { ...tried("reached"), seconds: 61 },
        { ...tried("reached"), seconds: 60 },
      ],
      3,
    ],
    ["one whose length is not known is a minute", [tried("reached")], 1],
    ["yesterday's do not count", [tried("machine", ten - 1), tried("machine", ten)], 1],
  ])("%s", (_, tries, minutes) => {
    expect(minutesPlaced({ ...due, tries }, ten, ten + 60 * minute)).toBe(minutes);
  });

  test("a conversation counts while it goes on, and afterwards is known by its length", () => {
    const talking = after(due, [
      [ten, dialled],
      [ten + minute, reached],
    ]).callback;
    expect(minutesPlaced(talking, ten, ten + 4 * minute + 1)).toBe(4);
    const over = after(talking, [[ten + 6 * minute, { type: "talked", rep: "ana" }]]).callback;
    expect(over.tries).toEqual([{ at: ten + minute, call: "CA1", came: "reached", seconds: 300 }]);
    expect(minutesPlaced(over, ten, ten + 60 * minute)).toBe(5);
  });

  test("so is one that broke off, and the next try is another call", () => {
    const lost = after(due, [
      [ten, dialled],
      [ten + minute, reached],
      [ten + 2 * minute, { type: "lost" }],
    ]).callback;
    const again = after(lost, [
      [ten + 3 * minute, { ...dialled, call: "CA2" }],
      [ten + 4 * minute, { type: "tried", came: "machine" }],
    ]);
    expect(minutesPlaced(again.callback, ten, ten + 60 * minute)).toBe(2);
  });

  test("whoever was never rung was not placed a call to", () => {
    expect(minutesPlaced(making("place").callback, 0, ten)).toBe(0);
  });
});
