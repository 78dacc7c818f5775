import { appendFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lineOf } from "../../src/store/line.ts";
import { format } from "../../src/store/schema.ts";
import { contractNow } from "../contract/samples.ts";
import { newFolder, takeSnapshot } from "./folder.ts";
import {
  contents,
  everything,
  flip,
  journal,
  openedWith,
  put,
  restore,
  snapshot,
  startsOfLines,
  twoGenerations,
  wholeArchive,
} from "./generations.ts";

test("two generations are kept, and together they are everything", async () => {
  const folder = await twoGenerations();
  expect(readdirSync(folder).toSorted()).toEqual([
    "archive",
    "journal-2.ndjson",
    journal,
    "snapshot-2.ndjson",
    snapshot,
  ]);
  expect(await openedWith(folder)).toEqual({ names: everything, archived: wholeArchive, notes: [] });
});

describe("the end of the last journal", () => {
  test("cut at any byte of its last three lines opens with every line that is whole, and says where it was cut", async () => {
    const folder = await twoGenerations();
    const files = contents(folder);
    const whole = readFileSync(join(folder, journal));
    const starts = startsOfLines(whole);
    const lastThree = starts.at(-4) ?? 0;
    // The last three changes are the opening, and the records e and f.
    const namesAfter = [everything.slice(0, -2), everything.slice(0, -2), everything.slice(0, -1), everything];
    for (let length = lastThree; length <= whole.length; length++) {
      restore(folder, files, journal, whole.subarray(0, length));
      const wholeLines = starts.slice(-4).filter((start) => start <= length).length - 1;
      const { names, notes } = await openedWith(folder);
      expect(names).toEqual(namesAfter[wholeLines]);
      expect(notes).toHaveLength(starts.includes(length) ? 0 : 1);
      expect((await openedWith(folder)).notes).toEqual([]);
    }
  });

  test.each([
    ["NULs", Buffer.alloc(5_000)],
    ["the beginning of a line and NULs", Buffer.concat([Buffer.from('5c0f1e2d {"change":"dec'), Buffer.alloc(5_000)])],
  ])("followed by %s is cut there", async (_, rest) => {
    const folder = await twoGenerations();
    appendFileSync(join(folder, journal), rest);
    const { names, notes } = await openedWith(folder);
    expect(names).toEqual(everything);
    expect(notes).toEqual([expect.stringContaining("journal-3.ndjson ended in the middle of a write")]);
    expect(await openedWith(folder)).toMatchObject({ names: everything, notes: [] });
  });
});

describe("damage that loses nothing is mended and told:", () => {
  test("a bit flipped anywhere in the newest snapshot", async () => {
    const folder = await twoGenerations();
    const files = contents(folder);
    const whole = readFileSync(join(folder, snapshot));
    for (let at = 0; at < whole.length; at += 5) {
      restore(folder, files, snapshot, flip(whole, at));
      const { names, archived, notes } = await openedWith(folder);
      expect([names, archived]).toEqual([everything, wholeArchive]);
      expect(notes).toEqual([expect.stringMatching(/snapshot-3\.ndjson .* nothing is lost\.$/)]);
      // A new snapshot was taken at once, so that there are two good ones again.
      expect(await openedWith(folder)).toEqual({ names: everything, archived: wholeArchive, notes: [] });
    }
  });

  test.each([
    ["empty", Buffer.alloc(0)],
    ["cut short", (whole: Buffer) => whole.subarray(0, -20)],
    ["cut at a line", (whole: Buffer) => whole.subarray(0, startsOfLines(whole).at(-2))],
    ["followed by NULs", (whole: Buffer) => Buffer.concat([whole, Buffer.alloc(600)])],
    ["somebody else's file", Buffer.from('{"posts":[]}\n')],
  ])("the newest snapshot %s", async (_, spoilt) => {
    const folder = await twoGenerations();
    const path = join(folder, snapshot);
    writeFileSync(path, Buffer.isBuffer(spoilt) ? spoilt : spoilt(readFileSync(path)));
    const { names, archived, notes } = await openedWith(folder);
    expect([names, archived]).toEqual([everything, wholeArchive]);
    expect(notes).toHaveLength(1);
  });

  test("the newest snapshot missing: a crash came before it, so that there is nothing to tell", async () => {
    const folder = await twoGenerations();
    rmSync(join(folder, snapshot));
    expect(await openedWith(folder)).toEqual({ names: everything, archived: wholeArchive, notes: [] });
  });

  test("the only snapshot damaged, while the first journal is still there", async () => {
    const folder = newFolder();
    await put(folder, "a", "b");
    await takeSnapshot(folder, { at: contractNow });
    await put(folder, "c");
    writeFileSync(join(folder, "snapshot-2.ndjson"), "");
    expect(await openedWith(folder)).toMatchObject({ names: ["a", "b", "c"], notes: [expect.any(String)] });
  });

  test("a first journal whose first line was never finished", async () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(
      join(folder, "journal-1.ndjson"),
      lineOf({ holdfast: "journal", format, generation: 1 }).slice(0, 30),
    );
    expect(await openedWith(folder)).toEqual({ names: [], archived: [], notes: [] });
  });

  test("a month of the archive taken away", async () => {
    const folder = await twoGenerations();
    rmSync(join(folder, "archive", "queue-2026-11.ndjson"));
    const { names, archived, notes } = await openedWith(folder);
    expect([names, archived]).toEqual([everything, []]);
    expect(notes).toEqual([expect.stringContaining("queue-2026-11.ndjson is gone")]);
  });

  test("files that are none of ours lie beside it", async () => {
    const folder = await twoGenerations();
    for (const name of ["notes.txt", "journal-x.ndjson", "snapshot-4.ndjson.tmp"])
      writeFileSync(join(folder, name), "hello");
    expect(await openedWith(folder)).toEqual({ names: everything, archived: wholeArchive, notes: [] });
  });
});
