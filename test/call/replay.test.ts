import { nothingOwed } from "../../src/callback/owed.ts";
import { describe, expect, test } from "vitest";
import type { Leg } from "../../src/call/call.ts";
import type { CallEvent, House } from "../../src/call/event.ts";
import { isStale, keyOf } from "../../src/call/replay.ts";
import type { LegId } from "../../src/call/verb.ts";
import { callAt, lineOf } from "./calls.ts";

const house: House = { queues: {}, tracks: {}, interludes: [], there: [], durable: true, owed: nothingOwed };
const known = { quiet: false, moreTime: false, announcements: {}, openSupportCallback: false };
const of = (leg: LegId, turn: number) => ({ leg, turn, house });

describe("two webhooks are the same when they have the same key:", () => {
  test.each<[CallEvent, string | undefined]>([
    [{ type: "arrived", sid: "CA1", from: "", to: "", known, house }, "caller/arrived"],
    [{ type: "pressed", keys: "1", ...of("caller", 3) }, "caller/answered/3"],
    [{ type: "said", words: "sales", ...of("caller", 3) }, "caller/answered/3"],
    [{ type: "kept-silent", ...of("caller", 3) }, "caller/answered/3"],
    [{ type: "waited", ...of("caller", 3) }, "caller/waited/3"],
    [{ type: "left", result: "leave", ...of("caller", 3) }, "caller/left/3"],
    [{ type: "parted", status: "answered", ...of("r1", 3) }, "r1/parted/3"],
    [{ type: "recorded", seconds: 3, hungUp: false, ...of("r1", 3) }, "r1/recorded/3"],
    [{ type: "moved", ...of("caller", 3) }, "caller/moved/3"],
    [{ type: "held", ...of("caller", 3) }, "caller/held/3"],
    [{ type: "rung", leg: "r2", sid: "CA2" }, "r2/rung"],
    [{ type: "leg-ended", leg: "caller", sid: "CA1", status: "completed" }, undefined],
    [{ type: "assigned", rep: "ben", overtook: 0 }, undefined],
    [{ type: "overtaken", by: "CA2", cause: "weight" }, undefined],
    [{ type: "ring-placed", leg: "r1", sid: "CA2" }, undefined],
    [{ type: "ring-failed", leg: "r1", why: "busy" }, undefined],
    [{ type: "move-failed", leg: "caller", why: "gone" }, undefined],
    [{ type: "woke", why: "wrap-up" }, undefined],
    [{ type: "failed", code: "11200", house }, undefined],
  ])("%o", (event, key) => {
    expect(keyOf(event)).toBe(key);
  });
});

describe("an event is too late", () => {
  const inQueue: Leg = { sid: "CA1", turn: 5, outer: 2 };
  const pressed = (turn: number): CallEvent => ({ type: "pressed", keys: "1", ...of("caller", turn) });
  test.each<[string, Leg, CallEvent, boolean]>([
    ["an answer to the document that the leg has", inQueue, pressed(5), false],
    ["an answer to the one before", inQueue, pressed(4), true],
    ["an answer to one that was not given yet", inQueue, pressed(6), true],
    ["out of the Enqueue that still runs", inQueue, { type: "left", result: "leave", ...of("caller", 2) }, false],
    ["out of an Enqueue before it", inQueue, { type: "left", result: "leave", ...of("caller", 1) }, true],
    [
      "out of the Enqueue, by the turn of the document in it",
      inQueue,
      { type: "left", result: "leave", ...of("caller", 5) },
      true,
    ],
    [
      "out of an Enqueue that the leg had left",
      { turn: 5 },
      { type: "left", result: "leave", ...of("caller", 2) },
      true,
    ],
    ["out of the Dial that still runs", inQueue, { type: "parted", status: "answered", ...of("caller", 2) }, false],
    ["moved by us, whenever", inQueue, { type: "moved", ...of("caller", 1) }, false],
    ["held by us, whenever", inQueue, { type: "held", ...of("caller", 1) }, false],
    ["a leg that was never seen, at its beginning", inQueue, { type: "pressed", keys: "1", ...of("r1", 0) }, false],
    ["a leg that was never seen, later", inQueue, { type: "pressed", keys: "1", ...of("r1", 1) }, true],
    ["a call that rings in once more", inQueue, { type: "arrived", sid: "CA1", from: "", to: "", known, house }, true],
    ["a leg that picks up once more", inQueue, { type: "rung", leg: "caller", sid: "CA1" }, true],
    ["another call that picks up in its place", inQueue, { type: "rung", leg: "caller", sid: "CA2" }, false],
    ["what has no turn", inQueue, { type: "woke", why: "wrap-up" }, false],
  ])("or not: %s", (_, caller, event, stale) => {
    const call = callAt({ at: "queue", line: lineOf() }, { legs: { caller } });
    expect(isStale(call, event)).toBe(stale);
  });
});
