import { request } from "node:http";
import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { decodeMuLaw } from "../../src/audio/mulaw.ts";
import type { Upload } from "../../src/audio/upload.ts";
import { muLawSound } from "../../src/audio/wav.ts";
import { fixture, openDesk } from "./desk.ts";
import { music, riff, wavOf } from "./music.ts";

vi.setConfig({ testTimeout: 120_000 });

const mp3 = fixture("music.mp3");
const flac = fixture("music.flac");

describe("music that will do", () => {
  test("is told of from step to step, stored, served and listed, and can be named by a queue after a restart", async () => {
    const desk = await openDesk();
    const answer = await desk.send(mp3, { title: "  Évening\u0007 calm ", fileName: "..%2F..%2Fetc%2Fcalm.mp3" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([
      202,
      expect.stringMatching(/^\/api\/audio\/uploads\//),
    ]);
    const { id } = (await answer.json()) as Upload;
    const seen = await desk.follow(id);
    const states = seen.map(({ state }) => state).filter((state, i, all) => state !== all[i - 1]);
    expect(["decoding", "measuring", "stored"]).toEqual(expect.arrayContaining(states));
    expect(states.at(-1)).toBe("stored");
    const progress = seen.map((upload) => upload.progress);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(new Set(progress).size).toBeGreaterThan(3);
    const { track, title, uploadedAs } = seen.at(-1) ?? {};
    expect([title, uploadedAs, track?.title]).toEqual(["Évening calm", "calm.mp3", "Évening calm"]);
    expect(track?.id).toMatch(/^evening-calm-[0-9a-f]{8}$/);

    const { body } = await desk.ask("tracks");
    const listed = (body as { tracks: { id: string; from: string; url: string; loudness: number }[] }).tracks;
    expect(listed.map(({ from }) => from)).toEqual(["holdfast", "upload"]);
    expect(listed[1]).toMatchObject({ id: track?.id, loudness: track?.loudness });

    const played = async () => {
      const slice = (listed[1]?.url ?? "").replace(/\.wav$/, `/0-${track?.phraseEnds[0]}.wav`);
      const response = await fetch(desk.url + slice);
      expect(response.headers.get("Cache-Control")).toContain("immutable");
      expect(response.headers.get("ETag")).toBeTruthy();
      return response.status;
    };
    expect(await played()).toBe(200);
    await desk.restart([track?.id ?? ""]);
    expect(await played()).toBe(200);
    expect(await desk.ask(`uploads/${id}`)).toMatchObject({ status: 404 });
  });

  test("is one track however often it is sent", async () => {
    const desk = await openDesk();
    const first = await desk.upload(flac, { title: "One" });
    const again = await desk.upload(flac, { title: "Two" });
    expect(again).toMatchObject({ state: "stored", track: first.track });
    expect(await desk.files()).toHaveLength(2);
  });

  test("that is named by nobody is called after its file", async () => {
    const desk = await openDesk();
    expect(await desk.upload(flac, { fileName: "rain_on-the roof.flac" })).toMatchObject({ title: "rain on the roof" });
  });
});

describe("what is no music on hold is refused with a sentence, and nothing of it is kept", () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    ["a text", () => Buffer.from("<html>".repeat(1_000)), /not an MP3, WAV, FLAC or Ogg file/],
    ["an MP3 of ten seconds", () => mp3.subarray(0, mp3.length / 2.2), /lasts (9|10)\.\d s/],
    ["silence", () => wavOf({ rate: 8_000, channels: [new Float64Array(200_000)] }), /nothing to hear/],
    ["a WAV of an unknown kind", () => riff(0x55, 2, 44_100, 16, Buffer.alloc(999)), /format 85/],
    ["a WAV without sound", () => riff(1, 1, 8_000, 16, Buffer.alloc(0)), /Nothing in the file could be decoded/],
    ["an FLAC of noise", () => Buffer.concat([flac.subarray(0, 300), Buffer.alloc(9_999, 7)]), /decoded|s; music/],
    ["more than twenty minutes", () => riff(7, 1, 8_000, 8, Buffer.alloc(9_700_000, 0x20)), /longer than 20 minutes/],
  ])("%s", async (_name, file, sentence) => {
    const desk = await openDesk();
    expect(await desk.upload(file())).toMatchObject({ state: "refused", refusal: expect.stringMatching(sentence) });
    expect(await desk.files()).toEqual([]);
  });

  test("an empty body, a foreign type, two titles and too large a file are not even taken in", async () => {
    const desk = await openDesk();
    const status = async (response: Promise<Response>) => {
      const { status: code, headers } = await response;
      return [code, headers.get("Content-Type")];
    };
    const json = "application/problem+json; charset=utf-8";
    expect(await status(desk.send(Buffer.alloc(0)))).toEqual([400, json]);
    expect(await status(desk.send(mp3, { type: "text/html" }))).toEqual([415, json]);
    expect((await desk.ask("uploads?title=a&title=b", post(mp3))).status).toBe(400);
    expect(await huge(desk.url)).toBe(413);
    expect((await desk.ask("uploads")).body).toEqual({ uploads: [] });
  });
});

describe("music that may not do waits for somebody to accept it", () => {
  const spoken = () => {
    const speech = muLawSound(readFileSync(new URL("../audio/fixtures/speech.wav", import.meta.url)));
    const { channels } = music(24, 8_000);
    const both = (channels[0] ?? new Float64Array()).map((value, i) => {
      const at = i - 40_000;
      return value * 0.5 + (at >= 0 && at < speech.length ? decodeMuLaw(speech[at] ?? 0xff) / 32_768 : 0);
    });
    return wavOf({ rate: 8_000, channels: [both] });
  };
  const held = (change: (value: number, i: number) => number) => {
    const { channels } = music(24, 8_000);
    return wavOf({ rate: 8_000, channels: channels.map((channel) => channel.map(change)) });
  };
  const digit = (i: number) =>
    0.4 * (Math.sin((2 * Math.PI * 770 * i) / 8_000) + Math.sin((2 * Math.PI * 1_336 * i) / 8_000));
  const dialled = () => {
    const [channel = new Float64Array()] = music(24, 8_000).channels;
    return wavOf({ rate: 8_000, channels: [channel.map((value, i) => (i > 80_000 && i < 82_000 ? digit(i) : value))] });
  };
  const bassy = () => {
    const { channels } = music(24, 8_000);
    return wavOf({
      rate: 8_000,
      channels: channels.map((one) =>
        one.map((value, i) => value * 0.5 + 0.5 * Math.sin((2 * Math.PI * 60 * i) / 8_000)),
      ),
    });
  };

  test.each<[string, () => Buffer, RegExp]>([
    ["speech", spoken, /Somebody speaks/],
    ["a long gap", () => held((value, i) => (i > 80_000 && i < 96_000 ? 0 : value)), /silent for/],
    ["music that was cut flat", () => held((value) => Math.max(-1, Math.min(1, 8 * value))), /cut flat/],
    ["very soft music", () => held((value) => value * 0.005), /very soft/],
    ["touch tones", dialled, /hears the key 5/],
    ["hardly anything in the band", bassy, /rest is lost/],
    ["a lost end", () => wavOf(music(30, 8_000)).subarray(0, 8_000 * 2 * 2 * 25), /its end is missing/],
  ])("%s", async (_name, file, sentence) => {
    const desk = await openDesk();
    const upload = await desk.upload(file());
    expect(upload).toMatchObject({ state: "needs-acceptance", figures: { seconds: expect.any(Number) } });
    expect(upload.warnings?.join(" ")).toMatch(sentence);
    expect(await desk.files()).toEqual([]);
  });

  test("and is stored with what was accepted once it is, and only once", async () => {
    const desk = await openDesk();
    const { id, warnings } = await desk.upload(spoken(), { title: "Spoken" });
    const accepted = await desk.ask(`uploads/${id}/acceptance`, { method: "POST" });
    expect(accepted).toMatchObject({ status: 200, body: { state: "stored", track: { accepted: warnings } } });
    expect(await desk.files()).toHaveLength(2);
    expect(await desk.ask(`uploads/${id}/acceptance`, { method: "POST" })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("nothing to accept") },
    });
  });

  test("or is taken back", async () => {
    const desk = await openDesk();
    const { id } = await desk.upload(spoken());
    expect((await desk.ask(`uploads/${id}`, { method: "DELETE" })).status).toBe(204);
    expect((await desk.ask(`uploads/${id}/acceptance`, { method: "POST" })).status).toBe(404);
    expect(await desk.files()).toEqual([]);
  });
});

test("two are read at once, twenty wait, and the next is asked to come again", async () => {
  const desk = await openDesk();
  // Twenty-two that are still coming in, each a byte of many, take all the places there are.
  const slow = Array.from({ length: 22 }, () => coming(desk.url));
  await Promise.all(slow.map(({ begun }) => begun));
  while (((await desk.ask("uploads")).body as { uploads: Upload[] }).uploads.length < 22) await turn();
  const { uploads } = (await desk.ask("uploads")).body as { uploads: Upload[] };
  expect(new Set(uploads.map(({ state }) => state))).toEqual(new Set(["receiving"]));
  expect(uploads.every(({ progress }) => progress > 0 && progress < 1)).toBe(true);
  const refused = await desk.send(flac);
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "30"]);
  for (const { stop } of slow) stop();
  while (((await desk.ask("uploads")).body as { uploads: Upload[] }).uploads.length > 0) await turn();
  expect(await desk.upload(flac)).toMatchObject({ state: "stored" });
});

test("an upload that is withdrawn while it is read is not stored", async () => {
  const desk = await openDesk();
  const { id } = (await (await desk.send(wavOf(music(60)))).json()) as Upload;
  const following = desk.follow(id);
  expect((await desk.ask(`uploads/${id}`, { method: "DELETE" })).status).toBe(204);
  expect((await following).at(-1)?.state).not.toBe("stored");
  expect((await desk.ask(`uploads/${id}`)).status).toBe(404);
  await desk.restart();
  expect(await desk.files()).toEqual([]);
});

function post(body: Buffer) {
  return { method: "POST", headers: { "Content-Type": "audio/mpeg" }, body };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Announces a file that is far too large, and is answered before it is sent. */
function huge(url: string): Promise<number | undefined> {
  const headers = { "Content-Type": "audio/wav", "Content-Length": 2 ** 40 };
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/audio/uploads`, { method: "POST", headers }, (response) => {
      resolve(response.statusCode);
      asked.destroy();
    });
    asked.on("error", reject);
    asked.flushHeaders();
  });
}

/** An upload of which two bytes in a hundred have been sent. */
function coming(url: string) {
  const headers = { "Content-Type": "audio/wav", "Content-Length": 100 };
  const asked = request(`${url}/api/audio/uploads`, { method: "POST", headers });
  asked.on("error", () => undefined);
  const begun = new Promise<void>((resolve) => asked.write("RI", () => resolve()));
  return { begun, stop: () => asked.destroy() };
}
