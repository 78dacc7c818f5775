import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { levelOf, readMuLaw } from "../../src/admin/pages/telephones/mulaw.ts";
import { muLawSound } from "../../src/audio/wav.ts";
import { decodeMuLaw } from "../../src/audio/mulaw.ts";

const bytesOf = (file: Buffer) => file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;

test("every byte of a telephone's sound is the level that the rest of the house takes it for", () => {
  for (let byte = 0; byte < 256; byte++) expect(levelOf(byte) * 32_768).toBe(decodeMuLaw(byte));
});

test("a page reads the music as it is served", async () => {
  const file = await readFile("audio/music/small-clock.wav");
  const sound = readMuLaw(bytesOf(file));
  expect([sound?.rate, sound?.samples.length]).toEqual([8_000, muLawSound(file).length]);
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["no WAV", Buffer.from("ID3 and then some more of it")],
  ["a WAV without sound", Buffer.from("RIFF\u0004\0\0\0WAVE")],
  ["a WAV whose sound comes before it says of which kind", Buffer.from("RIFF\u0010\0\0\0WAVEdata\u0004\0\0\0abcd")],
])("%s is left to the browser", (_what, file) => {
  expect(readMuLaw(bytesOf(file))).toBeUndefined();
});
