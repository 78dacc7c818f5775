import { expect, test } from "vitest";
import type { NewGiven } from "../../src/callback/event.ts";
import { createLog } from "../../src/log.ts";
import { openCallbacks } from "../../src/work/callbacks.ts";
import { openGuard } from "../../src/work/guard.ts";
import { openLedger } from "../../src/work/ledger.ts";
import { owedBy } from "../../src/work/owed.ts";
import { minute, routingWith, ten, wanted } from "../callback/promises.ts";
import { newGate } from "../../src/work/gate.ts";
import { countWrongCodes } from "../../src/work/wrong-codes.ts";
import { newFolder, openIn } from "../store/folder.ts";

const now = () => ten;
const log = createLog("silent");
/** A line that the routing no longer has. */
const line = "+12125550999";
const routing = routingWith((source) => ({
  ...source,
  business: { ...source.business, owedPerHalfHour: 2 },
  queues: { ...source.queues, support: { ...source.queues.support, callbacks: { share: 0.2 } } },
}));
const noon = ten + 120 * minute;

/** What is owed over a real store, Ana and Ben being there; each takes five minutes for a call. */
async function promises() {
  const store = await openIn(newFolder(), { now });
  const ledger = await openLedger(store, routing);
  const guard = await openGuard({ store, ledger, routing, now, log, refused: () => undefined });
  const desk = { there: new Set(["ana", "ben"]), handled: () => Array.from({ length: 30 }, () => 300) };
  const wrongCodes = countWrongCodes(newGate("receipt", { heldFor: 0, now }));
  const owed = owedBy({ ledger, guard, routing, now, desk, wrongCodes, placeOf: () => undefined });
  const callbacks = openCallbacks({ store, routing, now, log });
  const fits = (by: number) => owed.timeFor("ana", "support", [], by).fits;
  const isFree = (from: number) => owed.slots({ queue: "support", zones: [], after: from, most: 1 })[0]?.from === from;
  const made = (id: string, kind: "booked" | "promised", given: NewGiven) =>
    callbacks.tell(id, () => ({ type: "made", callback: { ...wanted(kind, given), id, code: id } }));
  return { owed, callbacks, made, fits, isFree };
}

test("what a rep has promised is owed in its half hour, until it is moved, cancelled or given to another time", async () => {
  const { callbacks, made, fits } = await promises();
  await made("CB1", "promised", { by: noon });
  expect(fits(noon)).toBe(true);
  await made("CB2", "promised", { by: noon + 29 * minute });
  expect([fits(noon), fits(noon - minute), fits(noon + 30 * minute)]).toEqual([false, true, true]);
  const by = { who: "rep", rep: "ana" } as const;
  await callbacks.tell("CB1", () => ({ type: "moved", to: { by: noon + 60 * minute }, by }));
  expect(fits(noon)).toBe(true);
  await callbacks.tell("CB1", () => ({ type: "moved", to: { by: noon + 5 * minute }, by }));
  expect(fits(noon)).toBe(false);
  await callbacks.tell("CB2", () => ({ type: "cancelled", by }));
  expect(fits(noon)).toBe(true);
});

test("windows that are booked, and promises that fall in them, are no longer free; those that were cancelled are", async () => {
  const { callbacks, made, isFree } = await promises();
  const slot = { from: noon, by: noon + 15 * minute };
  // Two reps who take five minutes for a call end six in a quarter of an hour: one of them in five.
  expect(isFree(noon)).toBe(true);
  await made("CB1", "booked", slot);
  expect([isFree(noon), isFree(noon + 15 * minute)]).toEqual([false, true]);
  await callbacks.tell("CB1", () => ({ type: "cancelled", by: { who: "caller", via: "text" } }));
  expect(isFree(noon)).toBe(true);
  await made("CB2", "promised", { by: noon + 20 * minute });
  expect([isFree(noon), isFree(noon + 15 * minute)]).toEqual([true, false]);
});

test("what is judged for a queue is what may be promised there", async () => {
  const { owed } = await promises();
  expect(owed.judge("212 555 0123", line, "support")).toMatchObject({ ok: true, number: "+12125550123" });
  expect(owed.judge("900 555 0123", line, "support")).toEqual({ ok: false, why: "kind" });
});
