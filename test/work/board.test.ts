import { nothingOwed } from "../../src/callback/owed.ts";
import { describe, expect, test } from "vitest";
import type { Presence } from "../../src/acd/rep.ts";
import type { Callback } from "../../src/callback/callback.ts";
import type { Call } from "../../src/call/call.ts";
import type { Store } from "../../src/store/store.ts";
import { openBoard, type Board } from "../../src/work/board.ts";
import { arrived, callAt, lineOf, routing, talking, transferring, wrappingUp } from "../call/calls.ts";
import { callbackAt, due, ringingOut } from "../call/returns.ts";
import { newFolder, openIn } from "../store/folder.ts";

const minute = 60_000;
const now = arrived + 10 * minute;

/** A board over a real store; `again` opens another over what the store has. */
async function office(heldBack = false) {
  const store = await openIn(newFolder());
  const again = async () =>
    openBoard({
      store,
      routing,
      tracks: {},
      interludes: [],
      owed: nothingOwed,
      holdsBack: () => heldBack,
      overLimit: () => undefined,
      now: () => now,
    });
  return { store, board: await again(), again };
}

const keep = (store: Store, call: Call) =>
  store.decide("call", call.sid, () => ({ put: { call, answers: {} }, answer: null }));
const close = (store: Store, call: Call) =>
  store.decide("call", call.sid, () => ({ close: { call, answers: {} }, answer: null }));
const staff = async (store: Store, states: Readonly<Record<string, Presence["state"]>>) => {
  for (const [rep, state] of Object.entries(states)) {
    const presence = { rep, state, since: arrived, missed: 0, idleSince: arrived };
    await store.decide("rep", rep, () => ({ put: presence, answer: null }));
  }
};
const handled = (store: Store, queue: string, seconds: readonly number[]) =>
  store.decide("queue", queue, () => ({ put: { queue, handled: seconds }, answer: null }));

/** Someone who waits for support since so many minutes after the first. */
const waits = (sid: string, minutes: number, queue = "support", differs: Partial<Call> = {}): Call => {
  const joinedAt = arrived + minutes * minute;
  return callAt(
    { at: "queue", line: lineOf({ queue, joinedAt, since: joinedAt }) },
    { sid, story: [{ at: joinedAt, what: "joined", queue }], ...differs },
  );
};
const freeReps = (board: Board) => board.free().map(({ rep }) => rep);
const called = (call: Call, sid: string): Call => ({ ...call, sid });

describe("who waits where:", () => {
  test("places follow every decision, queue by queue", async () => {
    const { store, board } = await office();
    await keep(store, waits("a", 0));
    await keep(store, waits("b", 1));
    await keep(store, waits("c", 2, "sales"));
    expect(["a", "b", "c", "d"].map((sid) => board.standing(sid)?.place)).toEqual([1, 2, 1, undefined]);
    expect(board.waitingByQueue()).toEqual({ support: 2, sales: 1, reception: 0 });
    expect(board.house().queues["support"]?.waiting).toBe(2);
    await close(store, waits("a", 0));
    expect([board.standing("a"), board.standing("b")?.place]).toEqual([undefined, 1]);
  });

  test.each<[string, Call, boolean]>([
    ["waits", waits("a", 0), true],
    [
      "is being rung for",
      callAt({ at: "ringing", line: lineOf(), rep: "ben", leg: "r1", rungAt: 0, overtook: 0 }),
      true,
    ],
    ["leaves a message and keeps the place", callAt({ at: "message", line: lineOf() }), true],
    ["is about to step out", callAt({ at: "queue", line: lineOf(), wants: "reception" }), true],
    ["talks", talking(), false],
    ["was cut off", callAt({ at: "cut-off", line: lineOf(), rep: "ben" }), false],
  ])("a caller who %s has a place: %s", async (_, call, has) => {
    const { store, board } = await office();
    await keep(store, called(call, "a"));
    expect(board.standing("a") !== undefined).toBe(has);
  });

  test.each<[string, Call, number]>([
    ["waits", waits("a", 0), 1],
    ["is about to step out", callAt({ at: "queue", line: lineOf(), wants: "reception" }), 0],
    ["is being rung for", callAt({ at: "ringing", line: lineOf(), rep: "ben", leg: "r1", rungAt: 0, overtook: 0 }), 0],
    ["is held while a rep looks for another", transferring(), 1],
    ["is held while that other is rung", transferring({ took: false }), 0],
    ["talks", talking(), 0],
  ])("a caller who %s wants a rep (%s)", async (_, call, wants) => {
    const { store, board } = await office();
    await keep(store, called(call, "a"));
    expect(board.line()).toHaveLength(wants);
  });

  test("the expected wait goes by the place, the reps who may serve the queue, and the calls that were handled", async () => {
    const { store, board } = await office();
    await keep(store, waits("a", 0));
    await keep(store, waits("b", 1));
    expect(board.standing("b")?.expectedWait).toBe("unknown");
    await handled(store, "support", [100, 100, 100, 100, 100]);
    expect(board.standing("b")?.expectedWait).toBe("unknown");
    await staff(store, { ben: "in", chloe: "break", eve: "in" });
    expect(board.standing("b")?.expectedWait).toEqual({ from: 200, to: 200 });
    await staff(store, { chloe: "in" });
    expect(board.standing("b")?.expectedWait).toEqual({ from: 100, to: 100 });
    expect(board.standing("a")?.expectedWait).toEqual({ from: 50, to: 50 });
  });

  test.each<[string, Partial<Call>, string]>([
    ["was cut off", { story: [{ at: now, what: "cut-off", rep: "ben" }] }, "returned"],
    ["was handed on", { story: [{ at: now, what: "transferred", rep: "ben" }] }, "moved"],
    ["overflowed from another line", { story: [{ at: now, what: "joined", queue: "support" }] }, "moved"],
  ])("a place is worse because of one who %s", async (_, differs, cause) => {
    const { store, board } = await office();
    await keep(store, waits("a", 5));
    await keep(store, waits("b", 0, "support", differs));
    expect(board.standing("a")).toMatchObject({ place: 2, worseBecause: cause });
  });

  test("a restart puts nobody ahead of anybody", async () => {
    const { store, again } = await office();
    for (const [sid, minutes] of [
      ["a", 4],
      ["b", 3],
      ["c", 2],
      ["d", 1],
    ] as const)
      await keep(store, waits(sid, minutes));
    const board = await again();
    expect(["a", "b", "c", "d"].map((sid) => board.standing(sid))).toEqual(
      [4, 3, 2, 1].map((place) => ({ place, expectedWait: "unknown" })),
    );
  });
});

describe("return calls stand in the same line:", () => {
  const owed = async (store: Store, callback: Callback) =>
    store.decide("callback", callback.id, () =>
      callback.state.at === "closed" ? { close: callback, answer: null } : { put: callback, answer: null },
    );
  const second = { joinedAt: arrived + minute, to: "+12125550188" };

  test("one whose customer is on the line with us wants nobody until that call is over, and keeps its place", async () => {
    const { store, board } = await office();
    const call = waits("a", 2, "sales");
    await owed(store, callbackAt(due, { ...second, to: call.from }));
    await keep(store, call);
    expect(board.line().map(({ call: one }) => one)).toEqual(["a"]);
    expect(board.standing("CB1")).toMatchObject({ place: 1 });
    await keep(store, called(wrappingUp(), "a"));
    expect(board.line().map(({ call: one }) => one)).toEqual(["CB1"]);
  });

  test("one that is due counts for those behind it, with its cause, until its customer is reached", async () => {
    const { store, board } = await office();
    await keep(store, waits("a", 0));
    await keep(store, waits("b", 2));
    await owed(store, callbackAt({ at: "missed", since: now, again: now }, second));
    expect(board.standing("b")).toMatchObject({ place: 2 });
    await owed(store, callbackAt(due, second));
    expect(board.standing("b")).toMatchObject({ place: 3, worseBecause: "callback" });
    expect(board.standing("a")).toEqual({ place: 1, expectedWait: "unknown" });
    expect(board.standing("CB1")).toMatchObject({ place: 2 });
    expect(board.line().map(({ call }) => call)).toEqual(["a", "b", "CB1"]);
    await owed(store, callbackAt(ringingOut, second));
    expect(board.standing("b")?.place).toBe(3);
    expect(board.line().map(({ call }) => call)).toEqual(["a", "b"]);
    await owed(store, callbackAt({ at: "talking", since: now, call: "CB1.1" }, second));
    expect(board.standing("b")?.place).toBe(2);
    expect(board.standing("CB1")).toBeUndefined();
  });

  test("a caller who hangs up to keep the place worsens nobody's, nor does one who is back on the line with it", async () => {
    const { store, board } = await office();
    await keep(store, waits("a", 1));
    await keep(store, waits("b", 2));
    await store.decide("call", "a", () => ({
      close: { call: waits("a", 1), answers: {} },
      also: [{ kind: "callback", id: "CB1", put: callbackAt({ at: "promised" }, second) }],
      answer: null,
    }));
    expect(board.standing("b")).toEqual({ place: 2, expectedWait: "unknown" });
    await keep(store, waits("c", 1));
    await owed(store, callbackAt({ at: "live", since: now, call: "c" }, second));
    expect(board.standing("b")).toEqual({ place: 2, expectedWait: "unknown" });
  });

  test("none takes the room of a caller on the line", async () => {
    const { store, board } = await office();
    await owed(store, callbackAt(due));
    expect(board.waitingByQueue()["support"]).toBe(0);
    await keep(store, waits("a", 0));
    expect(board.house().queues["support"]?.waiting).toBe(1);
  });

  test("while all are held back none wants a rep, and each keeps its place", async () => {
    const { store, board } = await office(true);
    await owed(store, callbackAt(due));
    await keep(store, waits("a", 2));
    expect(board.line().map(({ call }) => call)).toEqual(["a"]);
    expect([board.anyDue(), board.standing("a")?.place]).toEqual([true, 2]);
  });

  test("that one is due, and that it is no more, changes the line", async () => {
    const { store, board } = await office();
    let told = 0;
    board.onChange(() => (told += 1));
    await owed(store, callbackAt(due));
    expect([told, board.due("CB1")?.state]).toEqual([1, due]);
    await owed(store, callbackAt({ at: "closed", closedAt: now }));
    expect([told, board.due("CB1"), board.line()]).toEqual([2, undefined, []]);
  });
});

describe("who is there to answer:", () => {
  test.each<[string, Call, readonly string[]]>([
    ["nobody they talk with", waits("a", 0), ["ben", "chloe"]],
    ["rung", callAt({ at: "ringing", line: lineOf(), rep: "ben", leg: "r1", rungAt: 0, overtook: 0 }), ["chloe"]],
    ["talking", talking(), ["chloe"]],
    ["wrapping up", wrappingUp(), ["chloe"]],
    ["done with wrapping up", wrappingUp(true), ["ben", "chloe"]],
  ])("%s", async (_, call, free) => {
    const { store, board } = await office();
    await staff(store, { ben: "in", chloe: "in", ana: "break", diego: "away", eve: "out" });
    await keep(store, called(call, "a"));
    expect(freeReps(board)).toEqual(free);
    expect([...board.signedIn()]).toEqual(["ben", "chloe"]);
    await close(store, called(call, "a"));
    expect(freeReps(board)).toEqual(["ben", "chloe"]);
  });

  test("a rep in two calls is busy until both are over", async () => {
    const { store, board } = await office();
    await staff(store, { ben: "in" });
    await keep(store, called(talking(), "a"));
    await keep(store, called(wrappingUp(), "b"));
    await close(store, called(talking(), "a"));
    expect(freeReps(board)).toEqual([]);
    await close(store, called(wrappingUp(), "b"));
    expect(freeReps(board)).toEqual(["ben"]);
  });

  test("reps are counted by what they do, those nobody has heard of as out", async () => {
    const { store, board } = await office();
    await staff(store, { ben: "in", chloe: "in", ana: "break", diego: "away" });
    await keep(store, called(talking(), "a"));
    expect(board.repsByState()).toEqual({ in: 1, busy: 1, break: 1, away: 1, out: 1 });
    expect(board.presence("eve").state).toBe("out");
  });

  test("a rep who is no longer in the routing is not rung", async () => {
    const { store, board } = await office();
    await staff(store, { former: "in" });
    expect(freeReps(board)).toEqual([]);
  });
});

describe("the board", () => {
  test("tells when the line or the reps have changed, and not after it was closed", async () => {
    const { store, board } = await office();
    let told = 0;
    board.onChange(() => (told += 1));
    const seen = async (change: () => Promise<unknown>) => {
      const before = told;
      await change();
      return told > before;
    };
    expect(await seen(() => keep(store, waits("a", 0)))).toBe(true);
    expect(await seen(() => keep(store, waits("a", 0, "support", { quiet: true })))).toBe(false);
    expect(await seen(() => staff(store, { ben: "in" }))).toBe(true);
    expect(await seen(() => keep(store, called(talking(), "a")))).toBe(true);
    board.close();
    expect(await seen(() => close(store, called(talking(), "a")))).toBe(false);
  });

  test("is the same when it is opened again on what the store has", async () => {
    const { store, board, again } = await office();
    await staff(store, { ben: "in", chloe: "in" });
    await handled(store, "support", [60, 70, 80, 90, 100]);
    await keep(store, waits("a", 1));
    await keep(store, waits("b", 2, "sales"));
    await keep(store, called(talking(), "c"));
    await close(store, waits("gone", 0));
    const other = await again();
    const shown = (of: Board) => [
      of.standing("a"),
      of.waitingByQueue(),
      of.repsByState(),
      freeReps(of),
      [...of.calls()].map(({ call }) => call.sid).toSorted(),
      of.line(),
    ];
    expect(shown(other)).toEqual(shown(board));
  });
});
