import { spawn } from "node:child_process";
import { once } from "node:events";
import { fdatasync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { integer, sample } from "fast-check";
import { expect, test } from "vitest";
import type { LowdbStore } from "../../src/store/lowdb.ts";
import type { Erasure } from "../../src/store/store.ts";
import { contractNow } from "../contract/samples.ts";
import { copyOf, newSynced } from "./crashes.ts";
import { newFolder, openIn } from "./folder.ts";
import { contents, flip, month } from "./generations.ts";

const toDisk = promisify(fdatasync);
const secret = "+12125550199";

async function close(store: LowdbStore, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) await store.decide("queue", id, () => ({ close: { queue: id, handled: [] }, answer: 0 }));
  for (const id of ids)
    await store.decide("gate", id, () => ({ close: { gate: id, tried: [], known: [] }, answer: 0 }));
}

/** Leaves nothing of those whose name begins so, of two kinds. */
function without(beginning: string): readonly Erasure[] {
  return [
    { kind: "queue", month, rest: (one) => (one.queue.startsWith(beginning) ? undefined : one) },
    { kind: "gate", month, rest: (one) => (one.gate.startsWith(beginning) ? undefined : one) },
  ];
}

async function archivedIn(store: LowdbStore): Promise<readonly string[]> {
  const queues = await Array.fromAsync(store.archive("queue", month));
  const gates = await Array.fromAsync(store.archive("gate", month));
  return [...queues.map(({ queue }) => `queue ${queue}`), ...gates.map(({ gate }) => `gate ${gate}`)];
}

const both = (...ids: readonly string[]) => ["queue", "gate"].flatMap((kind) => ids.map((id) => `${kind} ${id}`));
const bytesIn = (folder: string) =>
  contents(folder)
    .map(([name, bytes]) => `${name}\n${bytes}`)
    .join("\n");

/** Some that stay and some that go: in the archive, and on their way to it. */
async function filled(options: Parameters<typeof openIn>[1] = {}) {
  const folder = newFolder();
  const clock = { at: contractNow };
  const store = await openIn(folder, { now: () => clock.at, ...options });
  await close(store, "a", `${secret} 1`, "b");
  clock.at += 86_400_000;
  await store.decide("queue", "open", () => ({ put: { queue: "open", handled: [] }, answer: 0 }));
  await store.erase([]);
  await close(store, "c", `${secret} 2`);
  return { folder, store };
}
const everything = both("a", `${secret} 1`, "b", "c", `${secret} 2`);
const rest = both("a", "b", "c");

test("what is erased is nowhere on the disk any more, in no generation", async () => {
  const { folder, store } = await filled();
  expect(bytesIn(folder)).toContain(secret);
  expect(await store.erase(without(secret))).toBe(4);
  expect(bytesIn(folder)).not.toContain(secret);
  expect(readdirSync(join(folder, "archive")).toSorted()).toEqual(["gate-2026-11.1.ndjson", "queue-2026-11.1.ndjson"]);
  expect(await archivedIn(store)).toEqual(rest);
  await store.close();
  expect(await archivedIn(await openIn(folder))).toEqual(rest);
});

test("a month of which nothing is left has no file", async () => {
  const { folder, store } = await filled();
  await store.erase(without(""));
  expect(readdirSync(join(folder, "archive"))).toEqual([]);
  await close(store, "d");
  await store.close();
  const again = await openIn(folder);
  expect([again.notes, await archivedIn(again)]).toEqual([[], both("d")]);
});

test.each(["a crash", "a power cut"] as const)(
  "%s before or after any sync leaves either all of it or the rest, and the rest once it was acknowledged",
  { timeout: 120_000 },
  async (kind) => {
    const synced = newSynced();
    const crashes: { readonly copy: string; readonly erased: boolean }[] = [];
    let [begun, erased] = [false, false];
    let where = "";
    function crashHere(): void {
      if (!begun) return;
      const copy = `${where}-${crashes.length}`;
      crashes.push({ copy: copyOf(where, copy, kind === "a power cut" ? synced : undefined), erased });
    }
    const { folder, store } = await filled({
      async sync(fd) {
        crashHere();
        await synced.sync(fd);
        crashHere();
      },
    });
    [where, begun] = [folder, true];
    await store.erase(without(secret));
    erased = true;
    await close(store, "d");
    await store.erase(without("d"));
    await store.close();
    expect(crashes.length).toBeGreaterThan(20);
    const seen = new Set<string>();
    for (const crash of crashes) {
      const survivor = await openIn(crash.copy);
      expect(survivor.notes).toEqual([]);
      const found = (await archivedIn(survivor)).filter((one) => !one.endsWith(" d"));
      expect(found).toEqual(crash.erased || found.length === rest.length ? rest : everything);
      seen.add(found.length === rest.length ? "the rest" : "everything");
      // And it can be erased, again or for the first time, whatever the crash has left lying about.
      await survivor.erase([...without(secret), ...without("d")]);
      expect(await archivedIn(survivor)).toEqual(expect.arrayContaining(rest));
      expect(bytesIn(crash.copy)).not.toContain(secret);
      await survivor.close();
    }
    expect([...seen].toSorted()).toEqual(["everything", "the rest"]);
  },
);

test(
  "a process that is killed at any instant, twelve times over, has erased all of what it was erasing or nothing",
  { timeout: 120_000 },
  async () => {
    const folder = newFolder();
    const heard: string[] = [];
    for (const [round, lines] of sample(integer({ min: 3, max: 45 }), { numRuns: 12, seed: 4 }).entries()) {
      const args = [join(import.meta.dirname, "eraser.ts"), folder, `${round}`, `${contractNow}`];
      const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
      const gone = once(child, "exit");
      let count = 0;
      for await (const line of createInterface({ input: child.stdout })) {
        heard.push(line);
        if (++count === lines) child.kill("SIGKILL");
      }
      await gone;
      const store = await openIn(folder);
      const found = (await Array.fromAsync(store.archive("queue", month))).map(({ queue }) => queue);
      await store.close();
      expect(new Set(found).size).toBe(found.length);
      const known = new Set(found);
      const closed = heard.filter((line) => line.startsWith("closed ")).map((line) => line.slice("closed ".length));
      expect(closed.filter((id) => id.includes("/stays/") && !known.has(id))).toEqual([]);
      const goes = Map.groupBy(
        closed.filter((id) => id.includes("/goes/")),
        (id) => id.split("/goes/")[0] ?? "",
      );
      for (const [batch, ids] of goes) {
        const left = ids.filter((id) => known.has(id)).length;
        const may = heard.includes(`erased ${batch}`) ? [0] : [0, ids.length];
        expect({ batch, left: may.includes(left) ? "all or nothing" : left }).toEqual({
          batch,
          left: "all or nothing",
        });
      }
    }
    expect(heard.filter((line) => line.startsWith("erased ")).length).toBeGreaterThan(10);
  },
);

test("a snapshot that is damaged before the next one is written brings everything back, and loses nothing", async () => {
  let syncs = 0;
  let failsAt = Infinity;
  const { folder, store } = await filled({
    async sync(fd) {
      if (++syncs >= failsAt) throw new Error("EIO: i/o error");
      await toDisk(fd);
    },
  });
  // The rest of two months, the next journal, the seal, what is appended, the first snapshot: then the disk is gone.
  failsAt = syncs + 6;
  await expect(store.erase(without(secret))).rejects.toThrow(/EIO/);
  await store.close();
  const newest =
    readdirSync(folder)
      .filter((name) => name.startsWith("snapshot-"))
      .toSorted()
      .at(-1) ?? "";
  const bytes = readFileSync(join(folder, newest));
  const survivor = await openIn(folder);
  const whole = await archivedIn(survivor);
  await survivor.close();
  expect([rest, everything]).toContainEqual(whole);
  writeFileSync(join(folder, newest), flip(bytes, 40));
  const after = await openIn(folder);
  expect(await archivedIn(after)).toEqual(everything);
  expect(await after.erase(without(secret))).toBe(4);
  expect(bytesIn(folder)).not.toContain(secret);
});

test.each([
  ["half a file of what is left", "queue-2026-11.1.ndjson"],
  ["a file that was being written aside", "gate-2026-11.1.ndjson.tmp"],
])("%s, from a crash, is none, and goes", async (_, name) => {
  const { folder, store } = await filled();
  await store.close();
  writeFileSync(join(folder, "archive", name), `${secret} torn`);
  const again = await openIn(folder);
  expect([again.notes, await archivedIn(again)]).toEqual([[], everything]);
  await again.erase(without(secret));
  expect(bytesIn(folder)).not.toContain(secret);
  expect(await archivedIn(again)).toEqual(rest);
});

test("an archive that cannot be read is left alone, all of it, and said so; the store goes on", async () => {
  const { folder, store } = await filled();
  await store.erase(without("nothing"));
  const path = join(folder, "archive", "gate-2026-11.ndjson");
  writeFileSync(path, flip(readFileSync(path), 60));
  await expect(store.erase(without(secret))).rejects.toThrow(/gate-2026-11\.ndjson cannot be read after line/);
  expect(store.condition()).toEqual({ state: "ok" });
  expect((await Array.fromAsync(store.archive("queue", month))).map(({ queue }) => queue)).toContain(`${secret} 1`);
  expect(readdirSync(join(folder, "archive")).filter((name) => /\.1\.|tmp/.test(name))).toEqual([]);
  await close(store, "e");
});

test("an archive that has lost its end is not rewritten", async () => {
  const { folder, store } = await filled();
  const path = join(folder, "archive", "queue-2026-11.ndjson");
  truncateSync(path, statSync(path).size - 5);
  await expect(store.erase(without(secret))).rejects.toThrow(/queue-2026-11\.ndjson cannot be read/);
});

test("a month that was taken away stays away", async () => {
  const { folder, store } = await filled();
  rmSync(join(folder, "archive", "queue-2026-11.ndjson"));
  expect(await store.erase(without(secret))).toBe(3);
  expect(await archivedIn(store)).toEqual(["queue c", ...rest.filter((one) => one.startsWith("gate"))]);
});

test("a disk with no room for the rest leaves everything as it was, and the store in order", async () => {
  let full = false;
  const { folder, store } = await filled({
    async sync(fd) {
      if (full) throw new Error("ENOSPC: no space left on device");
      await toDisk(fd);
    },
  });
  full = true;
  await expect(store.erase(without(secret))).rejects.toThrow("ENOSPC");
  full = false;
  expect(store.condition()).toEqual({ state: "ok" });
  expect(readdirSync(join(folder, "archive")).toSorted()).toEqual(["gate-2026-11.ndjson", "queue-2026-11.ndjson"]);
  expect(await archivedIn(store)).toEqual(everything);
  expect(await store.erase(without(secret))).toBe(4);
});

test("a store that is failing, or closed, erases nothing", async () => {
  let broken = false;
  const { store } = await filled({
    async sync(fd) {
      if (broken) throw new Error("EIO");
      await toDisk(fd);
    },
  });
  broken = true;
  await close(store, "e");
  await expect(store.erase(without(secret))).rejects.toThrow(/while the disk takes nothing: EIO/);
  await store.close();
  await expect(store.erase(without(secret))).rejects.toThrow(/while the disk takes nothing/);
});
