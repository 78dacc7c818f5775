import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { openAudio } from "../../src/web/audio.ts";
import { manifest, musicFolder, sound, wav, wavWith } from "../support/music-folder.ts";

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

async function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await musicFolder(files);
  folders.push(folder);
  return folder;
}

test("tells the core where each track can be cut", async () => {
  const { tracks } = await openAudio(await folderWith());
  const hash = createHash("sha256").update(wav).digest("hex").slice(0, 16);
  expect(tracks).toEqual([{ id: "tide", hash, samples: 1001, phraseEnds: [400, 1001], kind: "instrumental" }]);
});

test.each(["bed", "ident"])("keeps a %s apart from what is waited with", async (kind) => {
  const { tracks, interludes } = await openAudio(await folderWith(named({ kind })));
  expect(tracks).toEqual([]);
  expect(interludes).toMatchObject([{ id: "tide", samples: 1001, kind }]);
});

const other = wavWith(sound.map((byte) => byte ^ 1));
const short = wav.subarray(0, 700);
const named = (differences: object, file?: Buffer) => ({ "manifest.json": manifest(differences, file) });

test.each<[string, Record<string, string | Uint8Array>, RegExp]>([
  ["another sound than the manifest's", { "music/tide.wav": other }, /tide\.wav is not the file/],
  ["a file missing", named({ file: "music/ebb.wav" }), /ebb\.wav cannot be read/],
  ["a wrong length", named({ samples: 1002, phraseEnds: [1002] }), /tide\.wav holds 1001 samples/],
  ["a phrase past the end", named({ phraseEnds: [400, 1000] }), /manifest\.json does not hold[^]*phrase ends/],
  ["phrases out of order", named({ phraseEnds: [500, 400, 1001] }), /manifest\.json does not hold/],
  ["a way up", named({ file: "../secret.wav" }), /manifest\.json does not hold[^]*music\/<name>/],
  ["no JSON", { "manifest.json": "tracks" }, /manifest\.json is not JSON/],
  ["PCM", { "music/tide.wav": pcm(), ...named({}, pcm()) }, /tide\.wav cannot be played on a telephone/],
  ["a file cut short", { "music/tide.wav": short, ...named({}, short) }, /tide\.wav cannot be played/],
  ["no sound at all", { "music/tide.wav": "", ...named({}, Buffer.of()) }, /tide\.wav cannot be played/],
])("with %s it does not open, and says which file", async (_, files, message) => {
  await expect(openAudio(await folderWith(files))).rejects.toThrow(message);
});

test("without a manifest it does not open, and says so", async () => {
  await expect(openAudio(join(await folderWith(), "music"))).rejects.toThrow(/manifest\.json cannot be read/);
});

test("the music that Holdfast comes with opens", async () => {
  const { tracks, interludes } = await openAudio(fileURLToPath(new URL("../../audio", import.meta.url)));
  expect(tracks.map(({ id }) => id)).toContain("harbour-lights");
  expect(interludes.map(({ kind }) => kind)).toEqual(["bed", "bed", "bed", "ident"]);
});

function pcm(): Buffer {
  const file = Buffer.from(wav);
  file.writeUInt16LE(1, 20);
  return file;
}
