import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NewCallback } from "../../src/callback/event.ts";
import { callbackAfter } from "../../src/callback/transition.ts";
import { createLog } from "../../src/log.ts";
import { readRouting } from "../../src/routing/check.ts";
import type { Routing } from "../../src/routing/routing.ts";
import { openLowdb } from "../../src/store/lowdb.ts";
import { inCallbackLane } from "../../src/work/alongside.ts";
import { openBoard } from "../../src/work/board.ts";
import { openGuard } from "../../src/work/guard.ts";
import { openLedger } from "../../src/work/ledger.ts";
import { owedBy } from "../../src/work/owed.ts";
import { newGate } from "../../src/work/gate.ts";
import { countWrongCodes } from "../../src/work/wrong-codes.ts";
import { lines, routing as source } from "./business.ts";

const minute = 60_000;
/** A Monday at half past ten in New York. */
const monday = Date.UTC(2026, 10, 16, 15, 30);
const queues = ["support", "sales", "reception"];

/** A company that owes so many return calls, so many of which are due now; the rest are for the days to come. */
export async function openCompany(owed: number, due: number, reps: number) {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-bench-"));
  const routing = routingOf(reps);
  const now = () => monday;
  const store = await openLowdb({ folder: join(folder, "data"), now });
  const log = createLog("silent");
  await Promise.all(
    Array.from({ length: owed }, async (_, at) => {
      const id = `CB${at}`;
      const made = callbackAfter(undefined, { type: "made", callback: wanted(at, at < due) }, routing, monday);
      const put = at < due ? { ...made.callback, state: { at: "due", since: monday } as const } : made.callback;
      const effects = at < due ? [] : made.effects.map((effect) => inCallbackLane(id, effect));
      await store.decide("callback", id, () => ({ put, effects, answer: undefined }));
    }),
  );
  for (let rep = 0; rep < reps; rep++)
    await store.decide("rep", `rep-${rep}`, () => ({
      put: { rep: `rep-${rep}`, state: "in", since: monday, missed: 0, idleSince: monday + rep },
      answer: undefined,
    }));
  const ledger = await openLedger(store, routing);
  const guard = await openGuard({ store, ledger, routing, now, log, refused: () => undefined });
  const there = new Set(Object.keys(routing.reps));
  const desk = { there, handled: () => [] };
  const wrongCodes = countWrongCodes(newGate("receipt", { heldFor: 0, now }));
  const promises = owedBy({ ledger, guard, routing, desk, wrongCodes, placeOf: () => undefined, now });
  const board = await openBoard({
    store,
    routing,
    tracks: {},
    interludes: [],
    owed: promises,
    holdsBack: guard.holdsBack,
    overLimit: guard.overLimit,
    now,
  });
  return {
    now: monday,
    routing,
    store,
    ledger,
    board,
    owed: promises,
    async close() {
      board.close();
      guard.close();
      ledger.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function routingOf(reps: number): Routing {
  const read = readRouting(source(reps), "bench");
  if ("faults" in read) throw new Error(read.faults.map(({ path, sentence }) => `${path}: ${sentence}`).join("\n"));
  return read.routing;
}

/** Every kind; those to come are spread over the daytimes of five days. */
function wanted(at: number, due: boolean): NewCallback {
  const day = Math.floor((at % 500) / 100);
  const from = monday + day * 1_440 * minute + (at % 100) * 6 * minute;
  const kind = due ? "place" : at % 3 === 0 ? "promised" : "booked";
  return {
    id: `CB${at}`,
    code: String(at).padStart(6, "0"),
    kind,
    to: `+1212${String(5_000_000 + at)}`,
    from: lines.sales,
    language: "en",
    queue: queues[at % queues.length] ?? "support",
    joinedAt: monday - ((at * 7_919) % 10_000) * 1_000,
    madeBy: { who: "caller", via: "phone" },
    confirm: false,
    zones: ["America/New_York"],
    texts: true,
    everSupport: true,
    ...(kind === "promised" ? { owner: "rep-1" } : {}),
    given: due ? {} : kind === "promised" ? { by: from } : { from, by: from + 15 * minute },
  };
}
