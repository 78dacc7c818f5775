import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { takeLock } from "../../src/store/lock.ts";
import { openLowdb } from "../../src/store/lowdb.ts";
import { newFolder, openIn } from "./folder.ts";

const writer = join(import.meta.dirname, "writer.ts");

test("a folder that another process uses is refused with who it is and what to do; after its end it opens", async () => {
  const folder = newFolder();
  const child = spawn(process.execPath, [writer, folder, "0"], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  await expect(openLowdb({ folder, now: () => 0 })).rejects.toThrow(
    `the folder is in use by process ${child.pid}. Stop it, or set DATA_DIR to another folder.`,
  );
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
  expect((await (await openIn(folder)).open("queue")).length).toBeGreaterThan(0);
});

test("a folder is opened once in a process too, until it is closed", async () => {
  const folder = newFolder();
  const store = await openIn(folder);
  await expect(openLowdb({ folder, now: () => 0 })).rejects.toThrow(`in use by process ${process.pid}`);
  await store.close();
  expect(existsSync(join(folder, "lock"))).toBe(false);
  await openIn(folder);
});

test("a refused opening gives the lock back", async () => {
  const folder = newFolder();
  mkdirSync(folder);
  writeFileSync(join(folder, "journal-1.ndjson"), "somebody else's file\n");
  await expect(openLowdb({ folder, now: () => 0 })).rejects.toThrow("is not a journal of Holdfast");
  expect(readdirSync(folder)).toEqual(["journal-1.ndjson"]);
});

test.each([
  ["of a process that is gone", () => ({ pid: 4_194_305 })],
  ["of another boot of the machine", (ours: object) => ({ ...ours, boot: "another" })],
  ["of an earlier process with the same id", (ours: object) => ({ ...ours, boot: undefined, started: "1" })],
])("a lock %s is taken over", async (_, of) => {
  const folder = newFolder();
  mkdirSync(folder);
  const first = await takeLock(folder);
  const ours: object = JSON.parse(readFileSync(join(folder, "lock"), "utf8"));
  writeFileSync(join(folder, "lock"), JSON.stringify(of(ours)));
  const second = await takeLock(folder);
  expect(await second.held()).toBe(true);
  expect(readdirSync(folder)).toEqual(["lock"]);
  await first.release();
  await second.release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each(["", "\u0000\u0000\u0000", "{", '{"pid":"me"}'])(
  "a lock that a crash left as %j is taken over",
  async (text) => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, "lock"), text);
    await openIn(folder);
  },
);

test("of many that find a stale lock at the same time one gets it", async () => {
  const folder = newFolder();
  mkdirSync(folder);
  writeFileSync(join(folder, "lock"), JSON.stringify({ pid: 4_194_305 }));
  const takers = await Promise.allSettled(Array.from({ length: 10 }, () => takeLock(folder)));
  expect(takers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(["lock"]);
});
