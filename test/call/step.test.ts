import { describe, expect, test } from "vitest";
import { also, common, give, hangUp, into, legOf, redirect, stay, withLeg } from "../../src/call/step.ts";
import type { Verb } from "../../src/call/verb.ts";
import { callAt, everyState, lineOf } from "./calls.ts";

const promised = { id: "CB1", by: 0, zones: [] };
const queued = callAt({ at: "queue", line: lineOf(), wants: "message" }, { about: "about-repair", promised });

test("into another state, the facts that outlive a state go along and no others", () => {
  const leaving = into(queued, { at: "leaving", outcome: "informed" });
  expect(leaving).toEqual(callAt({ at: "leaving", outcome: "informed" }, { about: "about-repair", promised }));
  expect(Object.keys(common(queued))).not.toContain("line");
});

test.each(everyState.map((call) => [call.at, call] as const))(
  "the facts of a call at %s are those of the call",
  (_, call) => {
    expect(common(call)).toEqual(common(callAt({ at: "leaving", outcome: "informed" }, { legs: call.legs })));
  },
);

describe("a leg's documents", () => {
  const then = { asked: "answer", leg: "caller", turn: 0 } as const;
  const line = { asked: "left", leg: "caller", turn: 0 } as const;
  test.each<[string, readonly Verb[], boolean]>([
    ["Say", [{ verb: "hangup" }], false],
    ["Gather", [{ verb: "gather", prompt: [], keys: 1, seconds: 1, then }], false],
    ["Enqueue", [{ verb: "enqueue", queue: "q", wait: then, then: line }], true],
    ["Dial of a room", [{ verb: "join", room: "r", label: "caller", star: false, then }], true],
    ["Dial of a number", [{ verb: "dial", number: "+1", callerId: "+1", seconds: 30, then }], true],
  ])("are numbered, and %s is remembered as running: %o", (_, verbs, opens) => {
    const given: number[] = [];
    const step = give(queued, "caller", (turn) => {
      given.push(turn);
      return verbs;
    });
    expect(given).toEqual([1]);
    expect(legOf(step.call, "caller")).toEqual({ sid: "CA1", turn: 1, ...(opens ? { outer: 1 } : {}) });
    expect(step.verbs).toEqual(verbs);
  });

  test("within an Enqueue leave it as it is", () => {
    const running = withLeg(queued, "caller", { turn: 4, outer: 2 });
    const step = give(running, "caller", () => [{ verb: "leave" }]);
    expect(legOf(step.call, "caller")).toEqual({ sid: "CA1", turn: 5, outer: 2 });
  });

  test("begin anew on a leg that was never seen", () => {
    expect(legOf(queued, "r1")).toEqual({ turn: 0 });
    expect(legOf(give(queued, "r1", () => []).call, "r1")).toEqual({ turn: 1 });
  });
});

describe("work on a leg", () => {
  test.each([
    ["in a call", { sid: "CA2" }, 1],
    ["that is not placed yet", {}, 0],
    ["that has ended", { sid: "CA2", ended: true }, 0],
  ])("%s", (_, leg, effects) => {
    const call = withLeg(queued, "r1", leg);
    expect(hangUp(call, "r1")).toEqual(effects ? [{ do: "hang-up", leg: "r1", sid: "CA2" }] : []);
    expect(redirect(call, "r1")).toEqual(effects ? [{ do: "redirect", leg: "r1", sid: "CA2" }] : []);
  });

  test("comes after the step's own", () => {
    const first = { do: "wake", at: 1, why: "first" } as const;
    const second = { do: "wake", at: 2, why: "second" } as const;
    expect(also(stay(queued, [first]), second).effects).toEqual([first, second]);
  });
});
