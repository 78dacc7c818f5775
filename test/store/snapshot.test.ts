import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contractNow } from "../contract/samples.ts";
import { newFolder, openIn, takeSnapshot } from "./folder.ts";

test("snapshots in the middle of thirty-two writers lose nothing", async () => {
  const folder = newFolder();
  const store = await openIn(folder, { snapshotAfterBytes: 40_000 });
  const rounds = 50;
  await Promise.all(
    Array.from({ length: 32 }, async (_, writer) => {
      for (let count = 1; count <= rounds; count++)
        await store.decide("queue", `${(writer + count) % 40}`, (record) => ({
          put: { queue: `${(writer + count) % 40}`, handled: [(record?.handled[0] ?? 0) + 1] },
          effects: [{ lane: `${writer}/${count}`, effect: { do: "wake", at: 0, why: "" } }],
          answer: 0,
        }));
    }),
  );
  await store.close();
  expect(readdirSync(folder)).not.toContain("journal-1.ndjson");
  const after = await openIn(folder);
  const counted = (await after.open("queue")).reduce((sum, { handled }) => sum + (handled[0] ?? 0), 0);
  expect(counted).toBe(32 * rounds);
  expect(await after.claim(contractNow, 10_000, 1)).toHaveLength(32 * rounds);
});

test("a store with ten thousand open records opens with all of them, from its journal and from its snapshot", async () => {
  const folder = newFolder();
  const ids = Array.from({ length: 10_000 }, (_, at) => `q${at}`);
  const store = await openIn(folder);
  await Promise.all(
    ids.map((id) => store.decide("queue", id, () => ({ put: { queue: id, handled: [1, 2, 3] }, answer: 0 }))),
  );
  await store.close();
  const clock = { at: contractNow };
  await takeSnapshot(folder, clock);
  expect(readdirSync(folder)).toContain("snapshot-2.ndjson");
  const after = await openIn(folder);
  expect((await after.open("queue")).map(({ queue }) => queue)).toEqual(ids);
});

test("a snapshot that a crash left half written is gone after the next one: it may tell of people", async () => {
  const folder = newFolder();
  const store = await openIn(folder);
  await store.close();
  writeFileSync(join(folder, "snapshot-7.ndjson.tmp"), "half");
  await takeSnapshot(folder, { at: contractNow });
  expect(readdirSync(folder).toSorted()).toEqual(["journal-1.ndjson", "journal-2.ndjson", "snapshot-2.ndjson"]);
});

test("a caller, and what was texted, is forgotten at the first snapshot after the time is over, and watchers are told", async () => {
  const folder = newFolder();
  const clock = { at: contractNow };
  const store = await openIn(folder, { now: () => clock.at });
  const callers = { "+12125550111": 0, "+12125550112": 1 };
  for (const [number, later] of Object.entries(callers)) {
    const put = { number, quiet: true, moreTime: false, announcements: {}, forgetAt: contractNow + 86_400_000 + later };
    await store.decide("caller", number, () => ({ put, answer: 0 }));
    const texted = { number, heard: [], forgetAt: put.forgetAt };
    await store.decide("conversation", number, () => ({ put: texted, answer: 0 }));
  }
  const seen = new Promise((resolve) => {
    store.watch("caller", (id, record) => resolve([id, record]));
  });
  clock.at += 86_400_000;
  await store.decide("queue", "q", () => ({ put: { queue: "q", handled: [] }, answer: 0 }));
  expect(await seen).toEqual(["+12125550111", undefined]);
  await store.close();
  const after = await openIn(folder);
  expect((await after.open("caller")).map(({ number }) => number)).toEqual(["+12125550112"]);
  expect((await after.open("conversation")).map(({ number }) => number)).toEqual(["+12125550112"]);
});

test("a record is archived in the month in which it was closed, and read in order across snapshots and openings", async () => {
  const folder = newFolder();
  const clock = { at: Date.UTC(2026, 10, 30, 23, 59, 59, 999) };
  async function close(id: string): Promise<void> {
    const store = await openIn(folder, { now: () => clock.at });
    await store.decide("queue", id, () => ({ close: { queue: id, handled: [] }, answer: 0 }));
    await store.close();
  }
  await close("last of November");
  clock.at++;
  await close("first of December");
  await takeSnapshot(folder, clock);
  await close("another of December \u2028 on two lines");
  await takeSnapshot(folder, clock);
  await close("the last of December");
  expect(readdirSync(join(folder, "archive")).toSorted()).toEqual(["queue-2026-11.ndjson", "queue-2026-12.ndjson"]);
  const store = await openIn(folder);
  const read = async (month: string) =>
    (await Array.fromAsync(store.archive("queue", month))).map(({ queue }) => queue);
  expect(await read("2026-11")).toEqual(["last of November"]);
  expect(await read("2026-12")).toEqual([
    "first of December",
    "another of December \u2028 on two lines",
    "the last of December",
  ]);
});
