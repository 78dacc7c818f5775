import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loudness } from "../../audio/measure/loudness.ts";
import { decodeMuLaw } from "../../src/audio/mulaw.ts";
import { muLawSound } from "../../src/audio/wav.ts";
import { openDesk, type Desk } from "./desk.ts";
import { wavOf, type Recording } from "./music.ts";
import { spoken } from "./spoken.ts";

const sends = (desk: Desk, recording: Recording, title = "Welcome") =>
  desk.ask(`recordings?title=${encodeURIComponent(title)}`, {
    method: "POST",
    headers: { "Content-Type": "audio/wav" },
    body: Buffer.from(wavOf(recording)),
  });
const removes = (desk: Desk, file: string) => desk.ask(`recordings/${file}`, { method: "DELETE" });
type Taken = {
  readonly file: string;
  readonly url: string;
  readonly seconds: number;
  readonly warnings: readonly string[];
};

test("what somebody has spoken is kept as loud as announcements, without the silence around it, and played at once", async () => {
  const desk = await openDesk();
  const { status, body } = await sends(desk, spoken(3, 0.05), "Grüße, Ana!");
  const { file, url, seconds, warnings } = body as Taken;
  expect([status, file, warnings]).toEqual([201, expect.stringMatching(/^gru-?e-ana-[0-9a-f]{8}\.wav$/), []]);
  expect(seconds).toBeGreaterThan(2.5);
  expect(seconds).toBeLessThan(3.1);
  const played = await fetch(desk.url + url);
  const sound = muLawSound(Buffer.from(await played.arrayBuffer()));
  expect(
    loudness(
      Float64Array.from(sound, (byte) => decodeMuLaw(byte) / 32_768),
      8_000,
    ),
  ).toBeCloseTo(-19, 0);
  const listed = { file, url, from: "upload", prompts: [] };
  expect((await desk.ask("recordings")).body).toEqual({ recordings: [listed] });
  await desk.restart();
  expect((await desk.ask("recordings")).body).toEqual({ recordings: [listed] });
});

test.each<[string, Recording, RegExp]>([
  ["silence", { rate: 8_000, channels: [new Float64Array(16_000)] }, /nothing to hear/],
  ["a click", spoken(0.15), /hardly a word/],
  ["a lecture", spoken(130), /at most 120 s/],
])("%s is no prompt, and is not kept", async (_, recording, words) => {
  const desk = await openDesk();
  expect(await sends(desk, recording)).toMatchObject({ status: 422, body: { detail: expect.stringMatching(words) } });
  expect((await desk.ask("recordings")).body).toEqual({ recordings: [] });
});

test("what is cut flat is kept, and it is said what to listen for", async () => {
  const desk = await openDesk();
  const { body } = await sends(desk, spoken(3, 4));
  expect((body as Taken).warnings).toEqual([expect.stringMatching(/cut flat/)]);
});

test("what is no sound, and what is empty, is refused", async () => {
  const desk = await openDesk();
  const sent = (body: Buffer, type = "audio/wav") =>
    desk.ask("recordings", { method: "POST", headers: { "Content-Type": type }, body });
  expect((await sent(Buffer.from("no sound at all"))).status).toBe(422);
  expect((await sent(Buffer.alloc(0))).status).toBe(400);
  expect((await sent(Buffer.from("x"), "text/plain")).status).toBe(415);
});

test("the same recording twice is one; it is removed where no prompt plays it, and stays for whoever is on the line", async () => {
  const desk = await openDesk();
  const taken = [await sends(desk, spoken(2)), await sends(desk, spoken(2))].map(({ body }) => body as Taken);
  expect(taken[0]?.file).toBe(taken[1]?.file);
  const { file, url } = taken[0] as Taken;
  expect((await removes(desk, file)).status).toBe(204);
  expect((await removes(desk, file)).status).toBe(404);
  expect((await desk.ask("recordings")).body).toEqual({ recordings: [] });
  expect((await fetch(desk.url + url)).status).toBe(200);
  expect(((await sends(desk, spoken(2))).body as Taken).file).toBe(file);
  expect((await removes(desk, file)).status).toBe(204);
  await desk.restart();
  expect((await fetch(desk.url + url)).status).toBe(404);
  expect(await readdir(join(desk.dataDir, "recorded"))).toEqual([]);
});

test("a recording that the draft plays is not removed", async () => {
  const desk = await openDesk();
  const { file } = (await sends(desk, spoken(2))).body as Taken;
  const routing = (path: string, asked: RequestInit = {}) => fetch(`${desk.url}/api/routing${path}`, asked);
  const { source } = (await (await routing("")).json()) as { source: { prompts: { en: Record<string, unknown> } } };
  source.prompts.en["main-menu"] = { file, words: "Welcome. For sales, press 1." };
  const headers = { "Content-Type": "application/json", "If-None-Match": "*" };
  const drafted = await routing("/draft", { method: "PUT", headers, body: JSON.stringify({ source }) });
  expect((await drafted.json()) as object).toMatchObject({ faults: [] });
  expect(await removes(desk, file)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining("prompts.en.main-menu would miss it in the draft") },
  });
});

test("nothing half-written is ever offered", async () => {
  const desk = await openDesk();
  const { file } = (await sends(desk, spoken(2))).body as Taken;
  const folder = join(desk.dataDir, "recorded");
  await writeFile(join(folder, "torn-00000000.wav.half"), (await readFile(join(folder, file))).subarray(0, 100));
  await desk.restart();
  expect((await desk.ask("recordings")).body).toMatchObject({ recordings: [{ file }] });
  expect(await readdir(folder)).toEqual([file]);
});
