import { expect, test } from "vitest";
import type { Callback, CallbackState, Try } from "../../src/callback/callback.ts";
import { createLog } from "../../src/log.ts";
import type { Store } from "../../src/store/store.ts";
import { openGuard } from "../../src/work/guard.ts";
import { openLedger } from "../../src/work/ledger.ts";
import { remember } from "../../src/work/memory.ts";
import { making } from "../callback/promises.ts";
import { at } from "../routing/calendar.ts";
import { modelRouting } from "../routing/model.ts";
import { newFolder, openIn } from "../store/folder.ts";

const line = "+12125550100";
const anna = "+12125550123";
const outbound = { perNumberADay: 2, perPrefixADay: 3, perQueueADay: 4, minutesADay: 10 };
const routing = modelRouting({ "business.outbound": outbound });
const noon = at("2026-11-30 12:00");

/** A guard over a real store, and a clock that a test moves; `again` stops it and starts another on what is stored. */
async function guarded() {
  const folder = newFolder();
  const clock = { at: noon };
  const lines: string[] = [];
  const refusals: string[] = [];
  const log = createLog("debug", { write: (text) => void lines.push(text) });
  const now = () => clock.at;
  let store: Store = await openIn(folder, { now });
  let guard = await open();
  async function open() {
    const ledger = await openLedger(store, routing);
    return openGuard({ store, ledger, routing, now, log, refused: (why) => void refusals.push(why) });
  }
  let made = 0;
  return {
    clock,
    lines,
    refusals,
    store: () => store,
    guard: () => guard,
    judged: (number: string, queue = "support") => {
      const verdict = guard.judge(number, line, queue);
      return verdict.ok ? "rung" : verdict.why;
    },
    again: async () => {
      guard.close();
      await store.close();
      store = await openIn(folder, { now });
      guard = await open();
    },
    /** A return call is promised; `state` is what becomes of it, and `tries` what was tried. */
    made: async (to: string, differs: { queue?: string; state?: CallbackState; tries?: readonly Try[] } = {}) => {
      const id = `CB${made++}`;
      const { state = { at: "promised" }, ...facts } = differs;
      const { callback } = making("place", {}, { id, code: id, to, ...facts }, routing, clock.at);
      await put(callback);
      await put({ ...callback, ...facts, state });
      return { ...callback, ...facts, state };
    },
    put,
  };
  async function put(callback: Callback) {
    const change = callback.state.at === "closed" ? { close: callback } : { put: callback };
    await store.decide("callback", callback.id, () => ({ ...change, answer: undefined }));
  }
}

test("a number is rung back twice a day, whatever became of it, also after a restart; tomorrow again", async () => {
  const { made, judged, clock, again } = await guarded();
  await made(anna);
  expect(judged(anna)).toBe("rung");
  await made(anna, { state: { at: "closed", closedAt: noon } });
  expect([judged(anna), judged("212 555 0123"), judged("+12125550199")]).toEqual(["too-often", "too-often", "rung"]);
  await again();
  expect(judged(anna)).toBe("too-often");
  clock.at = at("2026-11-30 23:59:59.999");
  expect(judged(anna)).toBe("too-often");
  clock.at = at("2026-12-01 00:00");
  expect(judged(anna)).toBe("rung");
  await again();
  expect(judged(anna)).toBe("rung");
});

test("what was promised at the end of last month is counted after the month has changed elsewhere", async () => {
  const { made, judged, clock, again } = await guarded();
  // Still the 30th in New York; December in UTC.
  clock.at = at("2026-11-30 18:30");
  await made(anna, { state: { at: "closed", closedAt: clock.at } });
  clock.at = at("2026-11-30 19:30");
  await made(anna, { state: { at: "closed", closedAt: clock.at } });
  await again();
  expect(judged(anna)).toBe("too-often");
});

test("numbers that are alike are rung back three times a day, and one queue rings back four times", async () => {
  const { made, judged } = await guarded();
  for (const last of ["1", "2", "3"]) await made(`+1212555020${last}`);
  expect(judged("+12125550299")).toBe("too-many-alike");
  expect(judged("+12125551299")).toBe("rung");
  await made("+13055550123");
  expect(judged("+12125551299")).toBe("too-many-today");
  expect(judged("+12125551299", "sales")).toBe("rung");
});

test("once the minutes of a day are spent nobody is rung back, and what is owed is held back", async () => {
  const { made, judged, guard, clock, again, put } = await guarded();
  const minute = 60_000;
  const reached = (when: number): Try => ({ at: when, call: "CA1", came: "reached" });
  const talkingSince = (since: number): CallbackState => ({ at: "talking", since, call: "CA1" });
  clock.at = noon - 5 * minute;
  const first = await made(anna, { state: talkingSince(clock.at), tries: [reached(clock.at)] });
  clock.at = noon;
  await put({
    ...first,
    state: { at: "closed", closedAt: noon },
    tries: [{ ...reached(noon - 5 * minute), seconds: 300 }],
  });
  const talking = await made("+13055550123", { state: talkingSince(noon), tries: [reached(noon)] });
  clock.at = noon + 4 * minute;
  expect([judged("+13055550124"), guard().holdsBack()]).toEqual(["rung", false]);
  clock.at = noon + 4 * minute + 1;
  expect([judged("+13055550124"), guard().holdsBack()]).toEqual(["spent", true]);
  await put({ ...talking, state: { at: "closed", closedAt: clock.at }, tries: [{ ...reached(noon), seconds: 241 }] });
  await again();
  expect([judged("+13055550124"), guard().holdsBack()]).toEqual(["spent", true]);
  clock.at = at("2026-12-01 00:00");
  expect([judged("+13055550124"), guard().holdsBack()]).toEqual(["rung", false]);
});

test("whoever says STOP is not rung back until START, also after a restart", async () => {
  const { judged, store, again, clock } = await guarded();
  const says = (callsUnwanted: boolean) =>
    remember(store(), { do: "remember", number: anna, what: { callsUnwanted } }, routing, clock.at);
  await says(true);
  expect([judged(anna), judged("+12125550124")]).toEqual(["asked-not-to", "rung"]);
  clock.at += 500 * 86_400_000;
  await again();
  expect(judged(anna)).toBe("asked-not-to");
  await says(false);
  expect(judged(anna)).toBe("rung");
});

test("an admin switches all return calls off, also over a restart, and on again", async () => {
  const { judged, guard, again } = await guarded();
  await guard().switches.calls.set(true);
  expect([judged(anna), guard().holdsBack()]).toEqual(["switched-off", true]);
  await again();
  expect([judged(anna), guard().holdsBack()]).toEqual(["switched-off", true]);
  await guard().switches.calls.set(false);
  expect([judged(anna), guard().holdsBack()]).toEqual(["rung", false]);
});

test("an admin switches off that return calls are promised, also over a restart: those that are owed are placed", async () => {
  const { judged, guard, again } = await guarded();
  await guard().switches.offers.set(true);
  await again();
  expect([judged(anna), guard().holdsBack()]).toEqual(["switched-off", false]);
  await guard().switches.offers.set(false);
  expect(judged(anna)).toBe("rung");
});

test("every refusal is counted and logged where somebody asked, the same one once an hour, and never with the whole number", async () => {
  const { judged, guard, refusals, lines, clock } = await guarded();
  const premium = "+19005551234";
  expect(guard().judge(premium, line, "support", "unasked")).toEqual({ ok: false, why: "kind" });
  expect(refusals).toEqual([]);
  for (const number of [premium, "anonymous", premium, "+18765550123"]) judged(number);
  expect(refusals).toEqual(["kind", "not-a-number", "country"]);
  clock.at += 3_600_000;
  judged(premium);
  expect(refusals.slice(3)).toEqual(["kind"]);
  const logged = lines.map((text) => JSON.parse(text) as object).filter((entry) => "why" in entry);
  expect(logged[0]).toMatchObject({ number: "…1234", to: "…0100", queue: "support", why: "kind" });
  expect(lines.join("")).not.toMatch(/9005551234|8765550123/);
});

test("an admin whose lines are of no country, or who names one that there is none of, is told at the start", async () => {
  const lines: string[] = [];
  const log = createLog("debug", { write: (text) => void lines.push(text) });
  const store = await openIn(newFolder());
  const open = async (changes: Readonly<Record<string, unknown>>) => {
    const other = modelRouting(changes);
    const ledger = await openLedger(store, other);
    return openGuard({ store, ledger, routing: other, now: () => noon, log, refused: () => undefined });
  };
  await open({ "business.outbound.countries": ["US"] });
  expect(lines).toEqual([]);
  await open({ "business.outbound.countries": ["UK"] });
  expect(lines.join("")).toMatch(/"country":"UK".*there is no such country/);
  await open({
    "lines[0].number": "+15555550100",
    "lines[1].number": "+15555550101",
    "business.callerId": "+15555550100",
  });
  expect(lines.join("")).toMatch(/no line's country is known/);
});

test("a national number is one of the country of the line that was dialled", async () => {
  const { guard } = await guarded();
  expect(guard().judge("(212) 555-0123", line, "support")).toEqual({
    ok: true,
    number: anna,
    zones: ["America/New_York"],
    texts: true,
  });
});
