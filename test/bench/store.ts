import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSONFilePreset } from "lowdb/node";
import { lineOf } from "../../src/store/line.ts";
import { toDisk } from "../../src/store/disk.ts";
import { openJournal } from "../../src/store/journal.ts";
import { openLowdb, type LowdbStore } from "../../src/store/lowdb.ts";
import { start } from "../../src/store/read.ts";
import { writeSnapshot } from "../../src/store/snapshot.ts";

const quick = process.argv.includes("--quick");
const [rounds, roundMs] = quick ? [3, 150] : [5, 600];
const closedCalls = quick ? 50_000 : 1_000_000;
const now = Date.UTC(2026, 10, 22, 12);
/** About as large as an open call. */
const source = "x".repeat(540);

type Bench = { change(id: string): Promise<unknown>; close(): Promise<void> };

async function ours(folder: string, records: number): Promise<LowdbStore & Bench> {
  const store = await openLowdb({ folder, now: () => now });
  const change = (id: string) =>
    store.decide("routing", id, () => ({ put: { version: id, source }, answer: undefined }));
  await Promise.all(Array.from({ length: records }, (_, at) => change(`${at}`)));
  return Object.assign(store, { change });
}

async function plain(folder: string, records: number): Promise<Bench> {
  mkdirSync(folder);
  const ids = Array.from({ length: records }, (_, at) => `${at}`);
  const db = await JSONFilePreset(join(folder, "db.json"), {
    records: Object.fromEntries(ids.map((id) => [id, { version: id, source }])),
  });
  const change = async (id: string) => {
    db.data.records[id] = { version: id, source };
    await db.write();
  };
  return { change, close: () => Promise.resolve() };
}

/** Changes a second when so many writers each wait for their answer before they go on. */
async function rate(bench: Bench, writers: number, records: number): Promise<number> {
  const began = performance.now();
  let changes = 0;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let at = writer; performance.now() - began < roundMs; at += writers) {
        await bench.change(`${at % records}`);
        changes++;
      }
    }),
  );
  return (changes * 1000) / (performance.now() - began);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

async function rates(above: string, records: number, writers: number) {
  const a = await ours(join(above, `ours-${records}-${writers}`), records);
  const b = await plain(join(above, `plain-${records}-${writers}`), records);
  const found = { ours: [] as number[], plain: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    found.ours.push(await rate(a, writers, records));
    found.plain.push(await rate(b, writers, records));
  }
  await a.close();
  await b.close();
  return {
    "open records": records,
    writers,
    "store: durable changes/s": Math.round(median(found.ours)),
    "await db.write(), never synced: changes/s": Math.round(median(found.plain)),
    "times as many": Number((median(found.ours) / median(found.plain)).toFixed(1)),
  };
}

async function startUp(above: string): Promise<number> {
  const folder = join(above, "start-up");
  await (await ours(folder, 10_000)).close();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const store = await openLowdb({ folder, now: () => now });
    times.push(performance.now() - began);
    await store.close();
  }
  return median(times);
}

/** A store whose archive of this month already holds so many closed calls. */
async function withArchive(folder: string, calls: number): Promise<Bench> {
  const file = "call-2026-11.ndjson";
  const path = join(folder, "archive", file);
  mkdirSync(join(folder, "archive"), { recursive: true });
  writeFileSync(path, "");
  const call = { sid: "CA0", at: "ended", from: "+12125550123", to: "+12125550100", arrivedAt: now, source };
  const thousand = lineOf({ kind: "call", id: "CA0", at: now, record: { call, answers: {} } }).repeat(1_000);
  for (let written = 0; written < calls; written += 1_000) appendFileSync(path, thousand);
  const archived = { [file]: (Buffer.byteLength(thousand) / 1_000) * calls };
  const journal = await openJournal({ folder, sync: toDisk, onFailed: console.error }, start(2));
  await journal.close();
  await writeSnapshot(folder, 2, { run: 1, takenAt: now, archived }, { open: [], effects: [], lines: 0 }, toDisk);
  return ours(folder, 1_000);
}

async function latency(bench: Bench, changes: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < changes; at++) {
    const began = performance.now();
    await bench.change(`${at}`);
    times.push(performance.now() - began);
  }
  return times;
}

async function archiveEffect(above: string) {
  const none = await withArchive(join(above, "archive-none"), 0);
  const million = await withArchive(join(above, "archive-million"), closedCalls);
  const times = { none: [] as number[], million: [] as number[] };
  for (let round = 0; round < 20; round++) {
    times.none.push(...(await latency(none, 100)));
    times.million.push(...(await latency(million, 100)));
  }
  await none.close();
  await million.close();
  const began = performance.now();
  await (await openLowdb({ folder: join(above, "archive-million"), now: () => now })).close();
  return { none: median(times.none), million: median(times.million), open: performance.now() - began };
}

/** Measures the store beside plain lowdb, interleaved, and prints medians. Takes about a minute and 700 MB of disk. */
export async function storeBench(): Promise<void> {
  const above = mkdtempSync(join(tmpdir(), "holdfast-bench-"));
  try {
    const table = [];
    for (const records of [1_000, 10_000])
      for (const writers of [1, 32]) table.push(await rates(above, records, writers));
    console.table(table);
    console.log(`Start-up with 10,000 open records: ${(await startUp(above)).toFixed(0)} ms`);
    const { none, million, open } = await archiveEffect(above);
    console.log(
      `A change with no closed calls in the archive: ${none.toFixed(2)} ms; with ${closedCalls.toLocaleString("en")}: ${million.toFixed(2)} ms ` +
        `(ratio ${(million / none).toFixed(2)}). Start-up with them: ${open.toFixed(0)} ms`,
    );
  } finally {
    rmSync(above, { recursive: true });
  }
}

if (import.meta.main) await storeBench();
