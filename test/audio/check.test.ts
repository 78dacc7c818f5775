import { rm } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { checkAudio, type AudioReport } from "../../audio/check/check.ts";
import { faultCount, tableOf } from "../../audio/check/table.ts";
import { manifest, musicFolder, wav } from "../support/music-folder.ts";

// About three seconds of one processor for each minute of sound, and the processor is shared with the other tests.
test("every file that is shipped is fit for a telephone and is what its entry says", { timeout: 600_000 }, () => {
  const report = checkAudio(new URL("../../audio/", import.meta.url));
  expect(faultsIn(report)).toEqual([]);
  expect(report.files.length).toBeGreaterThan(0);
});

test.each([
  [
    "other bytes",
    { sha256: "0".repeat(64) },
    /^It is not the file in the manifest: its sha256 is [0-9a-f]{64}\. Run npm/,
  ],
  ["another length", { samples: 1002, phraseEnds: [1002] }, /^It has 1001 samples; the manifest says 1002/],
  ["other seconds", { seconds: 2 }, /^It lasts 0\.125125 s; the manifest says 2\./],
  ["another loudness", { loudness: -22.1 }, /^Its loudness is -Infinity; the manifest says -22\.1/],
  ["another true peak", { truePeak: -9 }, /^Its true peak is /],
  ["another share of the band", { bandShare: 0.1 }, /^Its share of power in the band is /],
  ["a score that is not there", { score: "scores/none.ts" }, /^The manifest names scores\/none\.ts as its source/],
])("an entry that tells of %s is told so", async (_, differences, sentence) => {
  const { files } = await reportOf({ "manifest.json": manifest(differences) });
  expect(files[0]?.faults.filter((fault) => sentence.test(fault))).toHaveLength(1);
});

test("a file without an entry is told by its name", async () => {
  const { faults } = await reportOf({ "music/stray.wav": wav });
  expect(faults).toEqual([
    "music/stray.wav is not in the manifest. Delete it, or write its score and run npm run audio:build.",
  ]);
});

test("an entry without a file, and one whose file is no sound for a telephone, are told by their names", async () => {
  const gone = await reportOf({ "manifest.json": manifest({ file: "music/gone.wav" }), "music/gone.wav": "RIFF" });
  expect(faultsIn(gone)).toContainEqual(expect.stringMatching(/^music\/gone\.wav: It cannot be read: /));
  const missing = await reportOf({ "manifest.json": manifest({ file: "music/missing.wav" }) });
  expect(faultsIn(missing)).toContainEqual(expect.stringMatching(/^music\/missing\.wav: It cannot be read: ENOENT/));
});

test("a manifest that does not hold, or is not there, is told with what to do", async () => {
  const [broken, rising] = [await reportOf({ "manifest.json": "{" }), await reportOf({ "manifest.json": "{}" })];
  expect(broken.faults).toEqual([expect.stringMatching(/^manifest\.json cannot be read: .*Run npm run audio:build\./)]);
  expect(rising.faults).toEqual([expect.stringMatching(/^manifest\.json does not hold\. Run npm run audio:build\./)]);
});

test("the table has a line for each file, and below it every sentence after the name of its file", async () => {
  const report = await reportOf({ "manifest.json": manifest({ file: "music/missing.wav" }) });
  const table = tableOf(report).split("\n");
  expect(table[0]).toMatch(/^file +kind +s +LUFS/);
  expect(table[1]).toMatch(/^music\/missing\.wav +instrumental .*FAULTY$/);
  expect(table.slice(3)).toEqual(faultsIn(report));
  expect(faultCount(report)).toBe(faultsIn(report).length);
});

function faultsIn({ files, faults }: AudioReport): string[] {
  return [...files.flatMap(({ entry, faults: own }) => own.map((fault) => `${entry.file}: ${fault}`)), ...faults];
}

/** What is found in a folder with one track and the files given; the folder is removed again. */
async function reportOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<AudioReport> {
  const folder = await musicFolder(files);
  try {
    return checkAudio(pathToFileURL(`${folder}/`));
  } finally {
    await rm(folder, { recursive: true });
  }
}
