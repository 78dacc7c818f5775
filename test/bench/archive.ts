import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toDisk } from "../../src/store/disk.ts";
import { openJournal } from "../../src/store/journal.ts";
import { lineOf } from "../../src/store/line.ts";
import { start } from "../../src/store/read.ts";
import { writeSnapshot } from "../../src/store/snapshot.ts";
import { fillLine } from "./callers.ts";
import { figure, median, quantile, ratio, spread } from "./figures.ts";
import { asFastAsItGoes, type Stretch } from "./load.ts";
import { table } from "./table.ts";
import { openWorld } from "./world.ts";

/** The latency of a hold document with a long history and without one. */
export async function archiveBench(quick: boolean): Promise<string> {
  const closed = quick ? 50_000 : 1_000_000;
  const [count, rounds, ms] = quick ? [200, 4, 400] : [500, 16, 700];
  const above = mkdtempSync(join(tmpdir(), "holdfast-bench-"));
  try {
    const open = async (calls: number) => {
      const dataDir = join(above, `data-${calls}`);
      await writeHistory(dataDir, calls);
      const world = await openWorld({ reps: 1, talkMs: Infinity, dataDir });
      return { calls, world, callers: await fillLine(0, count, world.post), stretches: [] as Stretch[] };
    };
    const [none, many] = [await open(0), await open(closed)];
    const both = [none, many];
    for (const { world, callers } of both) await asFastAsItGoes(world.server, world.post, callers, 8, ms * 4);
    for (let round = 0; round < rounds; round++)
      for (const { world, callers, stretches } of round % 2 === 0 ? both : both.toReversed())
        stretches.push(await asFastAsItGoes(world.server, world.post, callers, 8, ms));
    for (const { world } of both) await world.close();

    const at = (share: number) => (one: typeof none) => one.stretches.map(({ times }) => quantile(times, share));
    const middle = at(0.5);
    return [
      "## A hold document with a history",
      `8 connections, ${rounds} rounds of ${ms / 1_000} s each, the order turned round every time; ${figure(count)} callers in line.`,
      table(
        both.map((one) => ({
          "closed calls in the archive": figure(one.calls),
          "p50 ms": spread(middle(one), 2),
          "p99 ms": figure(median(at(0.99)(one)), 1),
          errors: figure(one.stretches.reduce((sum, { errors }) => sum + errors, 0)),
        })),
      ),
      `With the history a document takes ${figure(ratio(middle(many), middle(none)), 2)} times as long (at most 1.1 is wanted).`,
    ].join("\n\n");
  } finally {
    rmSync(above, { recursive: true, force: true });
  }
}

/** A folder as so many closed calls of this month leave it. */
async function writeHistory(folder: string, calls: number): Promise<void> {
  mkdirSync(join(folder, "archive"), { recursive: true });
  const now = Date.now();
  const file = `call-${new Date(now).toISOString().slice(0, 7)}.ndjson`;
  const path = join(folder, "archive", file);
  const told = { story: "x".repeat(300) };
  const call = { sid: "CA0", at: "ended", from: "+15551000000", to: "+12125550100", arrivedAt: now, ...told };
  const thousand = lineOf({ kind: "call", id: "CA0", at: now, record: { call, answers: {} } }).repeat(1_000);
  writeFileSync(path, "");
  for (let written = 0; written < calls; written += 1_000) appendFileSync(path, thousand);
  const archived = { [file]: (Buffer.byteLength(thousand) / 1_000) * calls };
  const failed = (cause: unknown) => {
    throw cause;
  };
  await (await openJournal({ folder, sync: toDisk, onFailed: failed }, start(2))).close();
  await writeSnapshot(folder, 2, { run: 1, takenAt: now, archived }, { open: [], effects: [], lines: 0 }, toDisk);
}
