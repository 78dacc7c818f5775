import { describe, expect, test } from "vitest";
import { firstCallResolution, isResolvedAtFirst } from "../../src/report/first-call-resolution.ts";
import type { Resolution, Said } from "../../src/resolution/resolution.ts";

const at = Date.UTC(2026, 10, 23, 15);
const routing = { queues: { sales: {}, support: {} }, reps: { ana: {}, ben: {}, dana: {} } };
const unknown = { cases: 0, atFirst: 0, share: null };
const spoken = (said: Said, rep = "ana", call = "CA1") => ({ call, rep, at, said });

function over(differs: Partial<Resolution> = {}): Resolution {
  return {
    id: "support +12125550123",
    number: "+12125550123",
    queue: "support",
    line: "+12125550000",
    language: "en",
    everSupport: true,
    spoken: [spoken("resolved")],
    closedAt: at + 1,
    ...differs,
  };
}

describe("a case that is over was resolved at the first call", () => {
  test.each<[string, Partial<Resolution>, boolean]>([
    ["said to be resolved, and never heard of again", {}, true],
    ["nothing was said, and it was never heard of again", { spoken: [spoken("unsaid")] }, true],
    ["the caller says that it was solved", { answer: { at, solved: true } }, true],
    ["the caller says that it was not", { answer: { at, solved: false } }, false],
    ["the caller rang in again", { cameBack: at }, false],
    ["the rep said not yet", { spoken: [spoken("not-yet")] }, false],
    ["the rep promised a call", { spoken: [spoken("promised")] }, false],
    ["it took a second conversation", { spoken: [spoken("resolved"), spoken("resolved", "ana", "CA2")] }, false],
    [
      "the second conversation solved what the first did not",
      { spoken: [spoken("not-yet"), spoken("resolved", "ben", "CA2")] },
      false,
    ],
  ])("%s: %o", (_, differs, resolved) => {
    expect(isResolvedAtFirst(over(differs))).toBe(resolved);
  });
});

test("it is counted by queue, and by the rep of the first conversation; open cases do not count yet", async () => {
  const { closedAt: _, ...open } = over();
  const cases = [
    over(),
    over({ spoken: [spoken("resolved", "ben")], cameBack: at }),
    over({ spoken: [spoken("not-yet", "ben"), spoken("resolved", "ana", "CA2")] }),
    over({ queue: "sales" }),
    over({ queue: "gone", spoken: [spoken("resolved", "eve")] }),
    open,
  ];
  const { byQueue, byRep } = await firstCallResolution(cases, routing);
  expect(byQueue).toEqual({
    sales: { cases: 1, atFirst: 1, share: 1 },
    support: { cases: 3, atFirst: 1, share: 1 / 3 },
    gone: { cases: 1, atFirst: 1, share: 1 },
  });
  expect(byRep).toEqual({
    ana: { cases: 2, atFirst: 2, share: 1 },
    ben: { cases: 2, atFirst: 0, share: 0 },
    dana: unknown,
    eve: { cases: 1, atFirst: 1, share: 1 },
  });
});

test("without a case it is unknown, and never all of them; names stand in the order of the routing", async () => {
  const { byQueue, byRep } = await firstCallResolution([], routing);
  expect(Object.entries(byQueue)).toEqual([
    ["sales", unknown],
    ["support", unknown],
  ]);
  expect(Object.keys(byRep)).toEqual(["ana", "ben", "dana"]);
});
