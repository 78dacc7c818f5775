import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLowdb, type LowdbOptions } from "../../src/store/lowdb.ts";
import { contractNow } from "../contract/samples.ts";
import { storeContract } from "../store.contract.ts";
import { newFolder, openIn, takeSnapshot } from "./folder.ts";

storeContract("lowdb", () => opened({}));
storeContract("lowdb with a snapshot after every change", () => opened({ snapshotAfterBytes: 1 }));

async function opened(options: Partial<LowdbOptions>) {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-store-"));
  const open = () => openLowdb({ folder, now: () => contractNow, ...options });
  const store = await open();
  let last = store;
  return {
    store,
    async reopen() {
      await last.close();
      last = await open();
      return last;
    },
    async dispose() {
      await last.close();
      rmSync(folder, { recursive: true });
    },
  };
}

test("the files are for nobody but their owner", async () => {
  const folder = newFolder();
  const store = await openIn(folder);
  await store.decide("routing", "v", () => ({ close: { version: "v", source: {} }, answer: 0 }));
  await store.close();
  await takeSnapshot(folder, { at: contractNow });
  const modes = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => {
    const stat = statSync(join(folder, name));
    return [stat.isDirectory() ? "folder" : "file", (stat.mode & 0o777).toString(8)].join(" ");
  });
  expect(new Set(modes)).toEqual(new Set(["folder 700", "file 600"]));
  expect((statSync(folder).mode & 0o777).toString(8)).toBe("700");
});

test("ids of effects are never used twice, also when the store was opened again", async () => {
  const folder = newFolder();
  const ids: string[] = [];
  for (let run = 0; run < 3; run++) {
    const store = await openIn(folder);
    await store.decide("queue", "q", () => ({
      effects: [{ lane: `${run}`, effect: { do: "wake", at: 0, why: "" } }],
      answer: 0,
    }));
    const claimed = await store.claim(contractNow, 10, 1);
    ids.push(...claimed.filter(({ lane }) => lane === `${run}`).map(({ id }) => id));
    for (const { id } of claimed) await store.settle(id, { outcome: "done" });
    await store.close();
  }
  expect(new Set(ids).size).toBe(3);
});

test("a closed store takes no more decisions", async () => {
  const store = await openIn(newFolder());
  await store.close();
  await expect(store.decide("queue", "q", () => ({ put: { queue: "q", handled: [] }, answer: 0 }))).rejects.toThrow(
    "closed",
  );
});

test("characters that are no text survive as well as JSON lets them", async () => {
  const folder = newFolder();
  const said = "\u0000 \ud800 \uffff";
  const store = await openIn(folder);
  await store.decide("routing", "v", () => ({ put: { version: "v", source: said }, answer: 0 }));
  await store.close();
  expect(await (await openIn(folder)).get("routing", "v")).toEqual({ version: "v", source: said });
});

test("a decision that could not be read again is refused, and nothing has changed", async () => {
  const folder = newFolder();
  const store = await openIn(folder);
  const caller = { number: "+12125550123", quiet: true, moreTime: false, announcements: {} };
  const forever = store.decide("caller", "c", () => ({ put: { ...caller, forgetAt: Infinity }, answer: 0 }));
  await expect(forever).rejects.toThrow('the caller "c" is not one (forgetAt: ');
  const circle: { self?: unknown } = {};
  circle.self = circle;
  const circular = store.decide("routing", "v", () => ({ put: { version: "v", source: circle }, answer: 0 }));
  await expect(circular).rejects.toThrow("circular");
  expect(await store.open("caller")).toEqual([]);
  expect(await store.open("routing")).toEqual([]);
  await store.close();
  await openIn(folder);
});

test("work that a run had claimed when it ended is claimed again at once, and says so", async () => {
  const folder = newFolder();
  const before = await openIn(folder);
  const effects = [{ lane: "a", effect: { do: "wake", at: contractNow, why: "a" } as const }];
  await before.decide("routing", "v", () => ({ put: { version: "v", source: {} }, effects, answer: 0 }));
  await before.claim(contractNow, 10, 60_000);
  await before.close();
  const store = await openIn(folder);
  expect(await store.claim(contractNow, 10, 60_000)).toMatchObject([{ lane: "a", claims: 1 }]);
  await store.close();
});

test("of a record that changes in one place the journal is given that place alone, and it is whole when opened again", async () => {
  const folder = newFolder();
  const store = await openIn(folder);
  const call = { sid: "CA1", at: "queue", from: "+15555550123", to: "+15555550100", arrivedAt: 0 };
  const long = Array.from({ length: 500 }, (_, at) => ({ at, what: "music" }));
  const record = (turn: number) => ({ version: "v", source: { call, long, legs: { caller: { sid: "CA1", turn } } } });
  await store.decide("routing", "v", () => ({ put: record(1), answer: 0 }));
  const before = statSync(join(folder, "journal-1.ndjson")).size;
  for (let turn = 2; turn < 12; turn++)
    await store.decide("routing", "v", (known) => {
      const { source } = (known ?? record(0)) as ReturnType<typeof record>;
      const changed = {
        ...source,
        long: [...source.long, { at: turn, what: "speech" }],
        legs: { caller: { sid: "CA1", turn } },
      };
      return { put: { version: "v", source: changed }, answer: 0 };
    });
  const whole = await store.get("routing", "v");
  await store.close();
  expect(statSync(join(folder, "journal-1.ndjson")).size - before).toBeLessThan(10 * 250);
  expect(await (await openIn(folder)).get("routing", "v")).toEqual(whole);
});
