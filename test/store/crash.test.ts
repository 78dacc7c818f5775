import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { integer, sample } from "fast-check";
import { expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { contractNow } from "../contract/samples.ts";
import { copyOf, newSynced } from "./crashes.ts";
import { newFolder, openIn, takeSnapshot } from "./folder.ts";

const writer = join(import.meta.dirname, "writer.ts");
const month = "2026-11";

/** Runs the writer until `acks` promises were acknowledged, kills it, and returns all that it acknowledged. */
async function killedAfter(acks: number, folder: string, round: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [writer, folder, `${round}`, `${contractNow}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  const heard: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    heard.push(line);
    if (heard.length === acks) child.kill("SIGKILL");
  }
  await gone;
  return heard;
}

/** Fails unless the store has all that was acknowledged, and nothing twice. */
async function expectAllKept(store: Store, acknowledged: readonly string[]): Promise<void> {
  const open = (await store.open("queue")).map(({ queue }) => queue);
  const archived = (await Array.fromAsync(store.archive("queue", month))).map(({ queue }) => queue);
  const effects = await store.claim(contractNow, Number.MAX_SAFE_INTEGER, 0);
  const woken = effects.map(({ effect }) => (effect.do === "wake" ? effect.why : ""));
  expect(twice([...open, ...archived])).toEqual([]);
  expect(twice(woken)).toEqual([]);
  const known = new Set([...open, ...archived]);
  expect(of("put", acknowledged).filter((id) => !known.has(id))).toEqual([]);
  expect([...known].filter((id) => !woken.includes(id))).toEqual([]);
  const closed = new Set(archived);
  expect(of("closed", acknowledged).filter((id) => !closed.has(id))).toEqual([]);
}

function of(what: string, acknowledged: readonly string[]): readonly string[] {
  return acknowledged.filter((line) => line.startsWith(`${what} `)).map((line) => line.slice(what.length + 1));
}

function twice(ids: readonly string[]): readonly string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

test(
  "a process that is killed at any instant, twenty times over, loses nothing it acknowledged and doubles nothing",
  { timeout: 120_000 },
  async () => {
    const folder = newFolder();
    const acknowledged: string[] = [];
    const instants = sample(integer({ min: 1, max: 150 }), { numRuns: 20, seed: 20 });
    for (const [round, acks] of instants.entries()) {
      acknowledged.push(...(await killedAfter(acks, folder, round)));
      const store = await openIn(folder);
      await expectAllKept(store, acknowledged);
      await store.close();
    }
    expect(acknowledged.length).toBeGreaterThan(1_000);
  },
);

test.each(["a crash", "a power cut"])(
  "%s before or after any sync, while snapshots are taken and records close, loses nothing and doubles nothing",
  { timeout: 120_000 },
  async (kind) => {
    const folder = newFolder();
    const synced = newSynced();
    const acknowledged: string[] = [];
    const crashes: { readonly copy: string; readonly acknowledged: readonly string[] }[] = [];
    function crashHere(): void {
      const copy = copyOf(folder, `${folder}-${crashes.length}`, kind === "a power cut" ? synced : undefined);
      crashes.push({ copy, acknowledged: [...acknowledged] });
    }
    const sync = async (fd: number) => {
      crashHere();
      await synced.sync(fd);
      crashHere();
    };
    const store = await openIn(folder, { sync, snapshotAfterBytes: 1_500 });
    for (let count = 0; count < 24; count++) {
      const id = `${count}`;
      const effects = [{ lane: id, effect: { do: "wake", at: 0, why: id } as const }];
      await store.decide("queue", id, () => ({ put: { queue: id, handled: [] }, effects, answer: 0 }));
      acknowledged.push(`put ${id}`);
      if (count % 2 === 0) continue;
      await store.decide("queue", id, (record) => (record ? { close: record, answer: 0 } : { answer: 0 }));
      acknowledged.push(`closed ${id}`);
    }
    await store.close();
    expect(readdirSync(folder)).toContain("archive");
    expect(crashes.length).toBeGreaterThan(80);
    for (const { copy, acknowledged: before } of crashes) {
      const survivor = await openIn(copy);
      await expectAllKept(survivor, before);
      await survivor.close();
      await takeSnapshot(copy, { at: contractNow });
      await expectAllKept(await openIn(copy), before);
    }
  },
);
