import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { toDisk } from "../../src/store/disk.ts";
import type { Change } from "../../src/store/document.ts";
import { openJournal, type Journal } from "../../src/store/journal.ts";
import { readJournal, start } from "../../src/store/read.ts";
import { newFolder } from "./folder.ts";

function journalIn(folder: string, sync = toDisk): Promise<Journal> {
  mkdirSync(folder);
  return openJournal({ folder, sync, onFailed: (cause) => expect.fail(String(cause)) }, start(1));
}

function settled(id: string): Change {
  return { change: "settled", id, settled: { outcome: "done" } };
}

async function idsIn(folder: string, generation: number): Promise<readonly string[]> {
  const { changes } = await readJournal(folder, generation);
  return changes.map((change) => (change.change === "settled" ? change.id : ""));
}

test("what is appended before a rotation is in the old journal, what is appended after it in the new one", async () => {
  const folder = newFolder();
  const journal = await journalIn(folder);
  journal.append(settled("a"));
  const flushing = journal.flushed();
  journal.append(settled("b"));
  const rotated = journal.rotate();
  journal.append(settled("c"));
  await flushing;
  journal.append(settled("d"));
  expect(await rotated).toBe(2);
  journal.append(settled("e"));
  await journal.close();
  expect(await idsIn(folder, 1)).toEqual(["a", "b"]);
  expect(await idsIn(folder, 2)).toEqual(["c", "d", "e"]);
  expect((await readJournal(folder, 1)).state).toBe("sealed");
});

test("all changes of one turn, and all that arrive while a sync runs, share one sync", async () => {
  const folder = newFolder();
  const batches: (() => void)[] = [];
  let syncs = 0;
  const journal = await journalIn(folder, async (fd) => {
    syncs++;
    batches.shift()?.();
    await toDisk(fd);
  });
  batches.push(() => appendHundred("later"));
  function appendHundred(when: string): void {
    for (let count = 0; count < 100; count++) journal.append(settled(`${when} ${count}`));
  }
  const before = syncs;
  appendHundred("now");
  await journal.flushed();
  expect(syncs - before).toBe(1);
  await journal.flushed();
  expect(syncs - before).toBe(2);
  await journal.close();
  expect(await idsIn(folder, 1)).toHaveLength(200);
});
