import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lineOf } from "../../src/store/line.ts";
import { openLowdb, StoreUnusable } from "../../src/store/lowdb.ts";
import { contractNow } from "../contract/samples.ts";
import { newFolder, openIn } from "./folder.ts";
import { contents, flip, journal, month, refusal, restore, snapshot, twoGenerations } from "./generations.ts";

describe("a store refuses to open, touches nothing and says what to do,", () => {
  test.each([journal, "journal-2.ndjson"])(
    "with a bit flipped anywhere in %s where that journal is needed",
    async (name) => {
      const folder = await twoGenerations();
      if (name !== journal) rmSync(join(folder, snapshot));
      const files = contents(folder);
      const whole = readFileSync(join(folder, name));
      for (let at = 0; at < whole.length; at += 3) {
        restore(folder, files, name, flip(whole, at));
        const message = await refusal(folder);
        expect(message).toContain(name);
        expect(message).toContain("Restore the folder from a backup, or set DATA_DIR to another folder.");
      }
    },
  );

  test.each([
    ["its journal missing", (folder: string) => rmSync(join(folder, journal)), "journal-3.ndjson is missing"],
    [
      "newest snapshot and journal both missing",
      (folder: string) => [snapshot, journal].forEach((name) => rmSync(join(folder, name))),
      "journal-3.ndjson is missing",
    ],
    [
      "no snapshot at all",
      (folder: string) => [snapshot, "snapshot-2.ndjson"].forEach((name) => rmSync(join(folder, name))),
      "snapshot-2.ndjson is missing",
    ],
    [
      "both snapshots empty",
      (folder: string) => [snapshot, "snapshot-2.ndjson"].forEach((name) => writeFileSync(join(folder, name), "")),
      "snapshot-3.ndjson is damaged",
    ],
    [
      "an archive left alone",
      (folder: string) =>
        [snapshot, journal, "snapshot-2.ndjson", "journal-2.ndjson"].forEach((name) => rmSync(join(folder, name))),
      "archive holds closed calls",
    ],
    ["its journal empty", (folder: string) => writeFileSync(join(folder, journal), ""), "journal-3.ndjson is empty"],
    [
      "a foreign file for a journal",
      (folder: string) => writeFileSync(join(folder, journal), "id,name\n1,Ada\n"),
      "is not a journal of Holdfast",
    ],
    [
      "a journal in another's place",
      (folder: string) => writeFileSync(join(folder, journal), readFileSync(join(folder, "journal-2.ndjson"), "utf8")),
      "is generation 2 under another's name",
    ],
    [
      "a line gone from a journal that was written to its end",
      (folder: string) => {
        rmSync(join(folder, snapshot));
        const lines = readFileSync(join(folder, "journal-2.ndjson"), "utf8").split("\n");
        writeFileSync(join(folder, "journal-2.ndjson"), lines.toSpliced(2, 1).join("\n"));
      },
      "journal-2.ndjson has 5 changes and says it had 6",
    ],
    [
      "an older journal that lost its end",
      (folder: string) => {
        rmSync(join(folder, snapshot));
        const bytes = readFileSync(join(folder, "journal-2.ndjson"));
        writeFileSync(join(folder, "journal-2.ndjson"), bytes.subarray(0, -50));
      },
      "journal-2.ndjson has lost its end",
    ],
    [
      "a folder where a file should be",
      (folder: string) => {
        rmSync(join(folder, journal));
        mkdirSync(join(folder, journal));
      },
      "Make sure that Holdfast may read and write it",
    ],
    [
      "an archive that lost its end",
      (folder: string) => writeFileSync(join(folder, "archive", "queue-2026-11.ndjson"), "short"),
      "move it away to go on without that month",
    ],
  ])("with %s", async (_, spoil, sentence) => {
    const folder = await twoGenerations();
    spoil(folder);
    expect(await refusal(folder)).toContain(sentence);
  });

  test.each([
    [1, "an older"],
    [3, "a newer"],
  ])("with files of format %i", async (format, age) => {
    const folder = await twoGenerations();
    for (const [part, name] of [
      ["snapshot", snapshot],
      ["journal", journal],
    ] as const) {
      const [, ...lines] = readFileSync(join(folder, name), "utf8").split("\n");
      const header = lineOf({ holdfast: part, format, generation: 3, lines: 4, run: 1, takenAt: 0, archived: {} });
      writeFileSync(join(folder, name), header + lines.join("\n"));
    }
    expect(await refusal(folder)).toContain(`${age} version of Holdfast (file format ${format}; this version reads 2)`);
  });

  test("with a record that is not of its kind, which it names", async () => {
    const folder = await twoGenerations();
    const strange = { call: { at: "queue", from: "+12125550100", to: "+12125550101", arrivedAt: 0 }, answers: {} };
    appendFileSync(join(folder, journal), lineOf({ change: "decided", at: 0, kind: "call", id: "CA17", put: strange }));
    expect(await refusal(folder)).toMatch(
      /journal-3\.ndjson, line 5, cannot be read by this version: the call "CA17" is not one \(call\.sid: /,
    );
  });

  test.each([
    [
      "of a record that is not there",
      { within: { handled: {} } },
      "cannot be made again: what has changed is not there",
    ],
    ["that leaves a record without its name", { gone: ["queue"] }, 'the queue "f" is not one (queue: '],
  ])("with a change %s", async (what, changed, sentence) => {
    const folder = await twoGenerations();
    const id = what.startsWith("of") ? "nobody" : "f";
    appendFileSync(join(folder, journal), lineOf({ change: "decided", at: 0, kind: "queue", id, changed }));
    const message = await refusal(folder);
    expect(message).toContain("journal-3.ndjson, line 5, cannot be");
    expect(message).toContain(sentence);
  });

  test("with a change it does not know", async () => {
    const folder = await twoGenerations();
    appendFileSync(join(folder, journal), lineOf({ change: "dreamt", id: "x" }));
    expect(await refusal(folder)).toContain(
      "journal-3.ndjson, line 5, cannot be read by this version: the change is not one",
    );
  });
});

test("a damaged line of an archive is said when the month is read, with its number", async () => {
  const folder = await twoGenerations();
  const path = join(folder, "archive", "queue-2026-11.ndjson");
  writeFileSync(path, flip(readFileSync(path), 150));
  const store = await openIn(folder);
  await expect(Array.fromAsync(store.archive("queue", month))).rejects.toThrow(
    /queue-2026-11\.ndjson cannot be read after line/,
  );
});

test("a path that is no folder is refused with what to do", async () => {
  const folder = newFolder();
  writeFileSync(folder, "");
  await expect(openLowdb({ folder, now: () => contractNow })).rejects.toThrow(StoreUnusable);
});
