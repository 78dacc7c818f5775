import { execFile } from "node:child_process";
import { existsSync, fdatasync, fstatSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { LowdbStore } from "../../src/store/lowdb.ts";
import { newFolder, openIn } from "./folder.ts";

const toDisk = promisify(fdatasync);

function put(store: LowdbStore, id: string): Promise<string> {
  return store.decide("queue", id, () => ({ put: { queue: id, handled: [] }, answer: id }));
}

/** A disk that fails at every sync from the `nth` on, and counts how often it was asked. */
function failingDisk(nth: number) {
  const disk = {
    syncs: 0,
    sync: async (fd: number): Promise<void> => {
      disk.syncs++;
      if (disk.syncs >= nth) throw Object.assign(new Error("EIO: i/o error, fdatasync"), { code: "EIO" });
      await toDisk(fd);
    },
  };
  return disk;
}

test("a sync that fails is final: the store says so once, decides on in memory and asks that disk no more", async () => {
  const folder = newFolder();
  // A first opening syncs the new journal, and then the opening itself.
  const disk = failingDisk(4);
  const said: string[] = [];
  const store = await openIn(folder, { sync: disk.sync, onFailing: (why) => said.push(why) });
  await put(store, "kept");
  expect(store.condition()).toEqual({ state: "ok" });
  expect(await put(store, "first")).toBe("first");
  expect(store.condition()).toEqual({ state: "failing", why: "EIO: i/o error, fdatasync" });
  expect(await Promise.all([put(store, "second"), put(store, "third")])).toEqual(["second", "third"]);
  expect(await store.get("queue", "third")).toEqual({ queue: "third", handled: [] });
  expect(said).toEqual(["EIO: i/o error, fdatasync"]);
  expect(disk.syncs).toBe(4);
  await store.close();
  const after = await openIn(folder);
  expect(await after.get("queue", "kept")).toBeDefined();
  expect(await after.get("queue", "second")).toBeUndefined();
});

test("the condition is failing before the first answer that is not durable", async () => {
  const disk = failingDisk(3);
  const store = await openIn(newFolder(), { sync: disk.sync });
  const states = await Promise.all(
    ["a", "b", "c"].map(async (id) => {
      await put(store, id);
      return store.condition().state;
    }),
  );
  expect(states).toEqual(["failing", "failing", "failing"]);
});

test("effects are claimed and settled also while the disk fails, so that callers are routed on", async () => {
  const store = await openIn(newFolder(), { sync: failingDisk(3).sync });
  const effects = [{ lane: "a", effect: { do: "wake", at: 0, why: "tea" } as const, dueAt: 0 }];
  await store.decide("queue", "q", () => ({ effects, answer: 0 }));
  const [claimed] = await store.claim(0, 1, 1_000);
  expect(claimed).toMatchObject({ lane: "a", claims: 0 });
  await store.settle(claimed?.id ?? "", { outcome: "done" });
  expect(await store.nextDue()).toBeUndefined();
});

test("a snapshot that fails makes the store failing, while its journal goes on to keep what is decided", async () => {
  const folder = newFolder();
  const failed = Promise.withResolvers<string>();
  const aside = join(folder, "snapshot-2.ndjson.tmp");
  let failures = 0;
  const store = await openIn(folder, {
    snapshotAfterBytes: 1,
    onFailing: failed.resolve,
    async sync(fd) {
      if (fstatSync(fd).ino === statSync(aside, { throwIfNoEntry: false })?.ino) {
        failures++;
        throw new Error("ENOSPC: no space left on device");
      }
      await toDisk(fd);
    },
  });
  await put(store, "a");
  expect(await failed.promise).toContain("ENOSPC");
  await put(store, "b");
  await store.close();
  expect(failures).toBe(1);
  expect(existsSync(aside)).toBe(false);
  const after = await openIn(folder);
  expect((await after.open("queue")).map(({ queue }) => queue)).toEqual(["a", "b"]);
});

test("a store that cannot make its first file durable does not open", async () => {
  for (const nth of [1, 2])
    await expect(openIn(newFolder(), { sync: failingDisk(nth).sync })).rejects.toThrow(/the disk has room/);
});

test("a disk that takes no more makes the store failing; nothing acknowledged before is lost, and it decides on", async () => {
  const folder = newFolder();
  const writer = join(import.meta.dirname, "writer.ts");
  // The shell lets no file grow beyond 100 blocks of 512 bytes, as a full disk would.
  const limited = ["-c", 'ulimit -f 100; exec "$@"', "sh", process.execPath, writer, folder, "0", "0", "1000000"];
  const { stdout } = await promisify(execFile)("sh", limited);
  const lines = stdout.trimEnd().split("\n");
  expect(lines.slice(-2)).toEqual([expect.stringMatching(/^failing EFBIG/), "went on"]);
  const acknowledged = lines.filter((line) => line.startsWith("put ")).map((line) => line.slice("put ".length));
  expect(acknowledged.length).toBeGreaterThan(10);
  const store = await openIn(folder);
  const kept = new Set(
    [...(await store.open("queue")), ...(await Array.fromAsync(store.archive("queue", "1970-01")))].map(
      ({ queue }) => queue,
    ),
  );
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});
