import { expect, onTestFinished, test } from "vitest";
import type { Callback, CallbackState } from "../../src/callback/callback.ts";
import { virtualClock } from "../../src/exchange/clock.ts";
import { createLog } from "../../src/log.ts";
import { openLowdb } from "../../src/store/lowdb.ts";
import { openActivity } from "../../src/work/activity.ts";
import { openAudit } from "../../src/work/audit.ts";
import { openCallbacks } from "../../src/work/callbacks.ts";
import { hour, making, minute, routing, ten, wanted } from "../callback/promises.ts";
import { newFolder } from "../store/folder.ts";

/** A store with an audit of it; calls that are open are named. */
async function books(openCalls: readonly string[] = []) {
  const clock = virtualClock(ten);
  const folder = newFolder();
  const store = await openLowdb({ folder, now: () => clock.now() });
  const lines: string[] = [];
  const log = createLog("error", { write: (text) => void lines.push(text) });
  const callbacks = openCallbacks({ store, routing, now: () => clock.now(), log });
  const found: string[] = [];
  const board = { call: (id: string) => (openCalls.includes(id) ? ({} as never) : undefined) };
  const activity = openActivity(clock);
  const audit = openAudit({
    store,
    board,
    callbacks,
    routing,
    clock,
    activity,
    log,
    found: (what) => found.push(what),
  });
  onTestFinished(() => store.close());
  return {
    store,
    callbacks,
    audit,
    found,
    lines,
    make: (id: string) => callbacks.tell(id, () => ({ type: "made", callback: { ...wanted("booked"), id } })),
    /** Puts a callback as no rule would leave it. */
    put: (callback: Callback) => store.decide("callback", callback.id, () => ({ put: callback, answer: undefined })),
  };
}

test("made, moved, cancelled and served: all of it adds up, and nothing is amiss", async () => {
  const { make, callbacks, audit, found } = await books();
  for (const id of ["CBa", "CBb", "CBc"]) await make(id);
  await callbacks.tell("CBa", () => ({ type: "moved", to: { by: ten + hour }, by: { who: "admin" } }));
  await callbacks.tell("CBb", () => ({ type: "cancelled", by: { who: "caller", via: "text" } }));
  await callbacks.tell("CBc", () => ({ type: "talked", rep: "ana" }));
  const { account, faults } = await audit.round();
  expect(faults).toEqual([]);
  expect(account).toEqual({ made: 4, open: 1, kept: 1, moved: 1, cancelled: 1, late: 0, broken: 0 });
  expect(found).toEqual([]);
});

test("a promise that is gone from the books is missed", async () => {
  const { make, callbacks, store, audit } = await books();
  await make("CBa");
  const moved = await callbacks.tell("CBa", () => ({ type: "moved", to: { by: ten + hour }, by: { who: "admin" } }));
  const [first] = moved?.given ?? [];
  const forged = { ...making("booked").callback, id: "CBa", given: first ? [first] : [] };
  await store.decide("callback", "CBa", () => ({
    close: { ...forged, state: { at: "closed", closedAt: ten } },
    answer: undefined,
  }));
  expect((await audit.round()).faults).toEqual([{ id: "CBa", what: "vanished" }]);
});

test.each<[string, CallbackState, string]>([
  ["nothing wakes", { at: "promised" }, "asleep"],
  ["whose call is gone", { at: "ringing", since: ten, call: "CA404", rep: "ana" }, "no-call"],
])("a callback that %s is found, told of, and mended", async (_, state, what) => {
  const { put, audit, found, lines, store } = await books();
  await put({ ...making("booked", { from: ten, by: ten + 5 * minute }).callback, state });
  const { faults } = await audit.round();
  expect(faults.map((fault) => fault.what)).toContain(what);
  expect(found).toContain(what);
  expect(lines.join("")).toContain("something is amiss");
  await audit.round();
  const planned = (await store.planned("callback")).map(({ effect }) => (effect.do === "wake" ? effect.why : ""));
  expect(planned).toContain("expired");
  expect((await audit.round()).faults).toEqual([]);
});
