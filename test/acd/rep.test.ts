import { describe, expect, test } from "vitest";
import { nobodySignedIn, presenceAfter, type Presence } from "../../src/acd/rep.ts";
import { modelRouting } from "../routing/model.ts";

/** Two rings in a row without an answer set a rep away. */
const routing = modelRouting({ "business.missedRings": 2 });
const then = 1_000;
const now = 2_000;
const in1 = (differs: Partial<Presence> = {}): Presence => ({
  rep: "ana",
  state: "in",
  since: then,
  missed: 1,
  idleSince: then,
  ...differs,
});
type Did = Parameters<typeof presenceAfter>[1];

describe("a rep's presence after", () => {
  const entered = { since: now, missed: 0 };
  test.each<[Did, Presence["state"], Partial<Presence>]>([
    ["signed-in", "in", { missed: 0 }],
    ["signed-in", "out", { ...entered, state: "in", idleSince: now }],
    ["signed-in", "break", { ...entered, state: "in", idleSince: now }],
    ["signed-in", "away", { ...entered, state: "in", idleSince: now }],
    ["on-break", "in", { ...entered, state: "break" }],
    ["on-break", "out", { ...entered, state: "break" }],
    ["on-break", "break", { missed: 0 }],
    ["on-break", "away", { ...entered, state: "break" }],
    ["signed-out", "in", { ...entered, state: "out" }],
    ["signed-out", "out", { missed: 0 }],
    ["signed-out", "break", { ...entered, state: "out" }],
    ["signed-out", "away", { ...entered, state: "out" }],
    ["took", "in", { missed: 0 }],
    ["took", "out", { missed: 0 }],
    ["took", "break", { missed: 0 }],
    ["took", "away", { missed: 0 }],
    ["passed", "in", { missed: 0, idleSince: now }],
    ["passed", "out", { missed: 0, idleSince: now }],
    ["passed", "break", { missed: 0, idleSince: now }],
    ["passed", "away", { missed: 0, idleSince: now }],
    ["freed", "in", { idleSince: now }],
    ["freed", "out", { idleSince: now }],
    ["freed", "break", { idleSince: now }],
    ["freed", "away", { idleSince: now }],
    ["missed", "in", { state: "away", since: now, missed: 2 }],
    ["missed", "out", { missed: 2, idleSince: now }],
    ["missed", "break", { missed: 2, idleSince: now }],
    ["missed", "away", { missed: 2, idleSince: now }],
  ])("%s, while %s", (did, state, changes) => {
    const before = in1({ state });
    expect(presenceAfter(before, did, routing, now)).toEqual({ ...before, ...changes });
  });

  test("the first missed ring: still in, and last to be rung next", () => {
    expect(presenceAfter(in1({ missed: 0 }), "missed", routing, now)).toEqual(in1({ missed: 1, idleSince: now }));
  });

  test.each<Did>(["took", "passed", "signed-in"])("a missed ring is forgotten when the rep has %s", (did) => {
    const twice = presenceAfter(presenceAfter(in1(), did, routing, now), "missed", routing, now);
    expect(twice.state).toBe("in");
  });

  test("nothing heard of a rep: out, and never idle", () => {
    expect(nobodySignedIn("ana")).toEqual({ rep: "ana", state: "out", since: 0, missed: 0, idleSince: 0 });
  });
});
