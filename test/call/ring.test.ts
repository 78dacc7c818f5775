import { describe, expect, test } from "vitest";
import { busyWith, liveRepLegs, nextRepLeg } from "../../src/call/ring.ts";
import { withLeg } from "../../src/call/step.ts";
import { callAt, everyState, lineOf, talking, transferring, wrappingUp } from "./calls.ts";

const busy: Readonly<Record<string, readonly string[]>> = {
  fetching: ["ben ringing"],
  dialling: ["ben talking"],
  greeting: ["ben talking"],
  agreeing: ["ben talking"],
  snoozing: ["ben talking"],
  ringing: ["ben ringing"],
  talking: ["ben talking"],
  transferring: ["ben talking"],
  "wrap-up": ["ben wrap-up"],
  // The caller may be back at once.
  "cut-off": ["ben wrap-up"],
};
const live = new Set([
  "fetching",
  "dialling",
  "greeting",
  "agreeing",
  "snoozing",
  "parting",
  "ringing",
  "talking",
  "transferring",
  "wrap-up",
]);

describe("reps who are part of a call", () => {
  test.each(everyState.map((call) => [call.at, call] as const))("at %s", (at, call) => {
    expect(busyWith(call).map(({ rep, doing }) => `${rep} ${doing}`)).toEqual(busy[at] ?? []);
    expect(liveRepLegs(call)).toEqual(live.has(at) ? ["r1"] : []);
  });

  test.each([
    ["is rung", false, "ana ringing"],
    ["has taken it", true, "ana talking"],
  ])("are two where another %s", (_, took, other) => {
    const call = transferring({ took });
    expect(busyWith(call).map(({ rep, doing }) => `${rep} ${doing}`)).toEqual(["ben talking", other]);
    expect(liveRepLegs(call)).toEqual(["r1", "r2"]);
  });

  test("are none once the rep who wraps up has hung up", () => {
    expect(busyWith(wrappingUp(true))).toEqual([]);
  });
});

test.each([
  ["still on the line after handing over: parting", { turn: 2 }, ["ben parting"]],
  ["who has hung up: free", { turn: 2, ended: true }, []],
  ["whose phone was never picked up: free", { turn: 0 }, []],
])("a rep who has no more part in the call, %s", (_, leg, expected) => {
  const queued = withLeg(callAt({ at: "queue", line: lineOf() }), "r1", { rep: "ben", ...leg });
  expect(busyWith(queued).map(({ rep, doing }) => `${rep} ${doing}`)).toEqual(expected);
});

test("reps' legs are numbered in the order of ringing", () => {
  const fresh = callAt({ at: "menu", menu: "main", misses: 0 });
  expect(nextRepLeg(fresh)).toBe("r1");
  const once = withLeg(fresh, "r1", { rep: "ben" });
  expect(once.legs["r1"]).toEqual({ turn: 0, rep: "ben" });
  expect(nextRepLeg(once)).toBe("r2");
  expect(nextRepLeg(withLeg(withLeg(talking(), "r1", { ended: true }), "r2", { ended: true }))).toBe("r3");
});
