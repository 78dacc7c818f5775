import { request as httpRequest } from "node:http";
import { rm } from "node:fs/promises";
import express from "express";
import request from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Track } from "../../src/hold/music.ts";
import { openAudio } from "../../src/web/audio.ts";
import { musicFolder, sound, wav } from "../support/music-folder.ts";

const header = 58;
const fade = 40;

let folder: string;
let track: Track;
let app: express.Express;

beforeAll(async () => {
  folder = await musicFolder({ "secret.wav": wav });
  const shelf = await openAudio(folder);
  [track] = shelf.tracks as [Track];
  app = express().use("/audio", shelf.router);
});

afterAll(() => rm(folder, { recursive: true }));

describe("a slice", () => {
  test("put end to end with the others is the track, but for 5 ms at each side of a cut", async () => {
    const cuts = [0, 123, 400, 1001];
    const slices = await Promise.all(cuts.slice(1).map((to, i) => sliceOf(cuts[i] ?? 0, to)));
    const joined = Buffer.concat(slices.map(({ body }) => body.subarray(header, header + body.readUInt32LE(54))));
    expect(joined).toHaveLength(sound.length);
    const nearCut = (at: number) => [123, 400].some((cut) => at >= cut - fade && at < cut + fade);
    const changed = [...joined.keys()].filter((at) => joined[at] !== sound[at]);
    expect(changed.filter((at) => !nearCut(at))).toEqual([]);
    expect(changed.length).toBeGreaterThan(3 * fade);
  });

  test("fades from nothing and to nothing at a cut, never louder than the track", async () => {
    const { body } = await sliceOf(200, 400);
    const levels = [...body.subarray(header)].map(magnitude);
    expect([levels[0], levels.at(-1)]).toEqual([0, 0]);
    levels.forEach((level, i) => expect(level).toBeLessThanOrEqual(magnitude(sound[200 + i] ?? 0)));
    const half = magnitude(sound[220] ?? 0) / 2;
    expect(Math.abs((levels[20] ?? 0) - half)).toBeLessThanOrEqual(half / 16 + 4);
  });

  test("is a whole WAV: mu-law, 8 kHz, mono, with its fact chunk and true lengths", async () => {
    const { body } = await sliceOf(100, 301);
    expect(body).toHaveLength(header + 201 + 1);
    expect([0, 8, 12, 38, 50].map((at) => body.toString("latin1", at, at + 4))).toEqual([
      "RIFF",
      "WAVE",
      "fmt ",
      "fact",
      "data",
    ]);
    expect([body.readUInt16LE(20), body.readUInt16LE(22), body.readUInt32LE(24), body.readUInt16LE(34)]).toEqual([
      7, 1, 8000, 8,
    ]);
    expect([body.readUInt32LE(4), body.readUInt32LE(46), body.readUInt32LE(54)]).toEqual([body.length - 8, 201, 201]);
  });

  test("of the whole track, and the file itself, are byte for byte what was rendered", async () => {
    expect((await sliceOf(0, 1001)).body).toEqual(wav);
    expect((await get(`/audio/music/${track.hash}.wav`)).body).toEqual(wav);
  });

  test.each([
    [0, 1],
    [999, 1001],
    [10, 30],
  ])("may be shorter than its fades: %i–%i", async (from, to) => {
    const { status, body } = await sliceOf(from, to);
    expect([status, body.readUInt32LE(54)]).toEqual([200, to - from]);
  });
});

describe("what Twilio's caches are told", () => {
  test("a slice never changes, says its type and length, and is named by what it holds", async () => {
    const { headers } = await sliceOf(100, 300);
    expect(headers).toMatchObject({
      "content-type": "audio/wav",
      "content-length": String(header + 200),
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "accept-ranges": "bytes",
    });
    expect(headers["etag"]).toMatch(/^"[^"]+"$/);
    expect((await sliceOf(100, 301)).headers["etag"]).not.toBe(headers["etag"]);
  });

  test("HEAD gives the headers of GET and no sound", async () => {
    const path = pathOf(100, 300);
    const [head, full] = [await request(app).head(path), await get(path)];
    expect(head.status).toBe(200);
    expect(head.text).toBeUndefined();
    for (const name of ["content-length", "content-type", "etag", "cache-control"]) {
      expect(head.headers[name]).toBe(full.headers[name]);
    }
  });

  test("who has it already gets 304 and nothing more; who has another gets it whole", async () => {
    const path = pathOf(100, 300);
    const etag = (await get(path)).headers["etag"] ?? "";
    const known = await get(path).set("If-None-Match", `"other", ${etag}`);
    expect([known.status, known.headers["etag"], known.body.length]).toEqual([304, etag, 0]);
    expect(known.headers["cache-control"]).toContain("immutable");
    expect((await get(path).set("If-None-Match", '"other"')).status).toBe(200);
  });
});

describe("a range", () => {
  test.each([
    ["bytes=0-57", 0, 57],
    ["bytes=58-", 58, 257],
    ["bytes=-10", 248, 257],
    ["bytes=250-9999", 250, 257],
  ])("%s is answered with that part", async (range, start, end) => {
    const whole = (await sliceOf(100, 300)).body;
    const part = await get(pathOf(100, 300)).set("Range", range);
    expect([part.status, part.headers["content-range"]]).toEqual([206, `bytes ${start}-${end}/258`]);
    expect(part.headers["content-length"]).toBe(String(end - start + 1));
    expect(part.body).toEqual(whole.subarray(start, end + 1));
  });

  test("outside the slice is refused, with its size", async () => {
    const refused = await get(pathOf(100, 300)).set("Range", "bytes=258-");
    expect([refused.status, refused.headers["content-range"]]).toEqual([416, "bytes */258"]);
  });

  test.each(["bytes=0-1,5-6", "lines=1-2", "bytes=x"])(
    "that makes no sense here, %s, gets the whole",
    async (range) => {
      expect(await get(pathOf(100, 300)).set("Range", range)).toMatchObject({ status: 200 });
    },
  );

  test("of another version gets the whole of this one", async () => {
    const path = pathOf(100, 300);
    const etag = (await get(path)).headers["etag"] ?? "";
    expect((await get(path).set({ Range: "bytes=0-9", "If-Range": etag })).status).toBe(206);
    expect((await get(path).set({ Range: "bytes=0-9", "If-Range": '"other"' })).status).toBe(200);
  });
});

describe("nothing else is served", () => {
  test.each([
    ["an offset past the end", () => pathOf(0, 1002)],
    ["a start at its end", () => pathOf(300, 300)],
    ["a start after its end", () => pathOf(301, 300)],
    ["a negative offset", () => pathOf(-1, 300)],
    ["a fraction", () => pathOf(0.5, 300)],
    ["a number in words", () => `/audio/music/${track.hash}/zero-300.wav`],
    ["a second way to write an offset", () => `/audio/music/${track.hash}/00-300.wav`],
    ["an exponent", () => `/audio/music/${track.hash}/0-1e2.wav`],
    ["a number too long to be exact", () => pathOf(0, 99_999_999_999_999)],
    ["no offsets", () => `/audio/music/${track.hash}/.wav`],
    ["another type", () => `/audio/music/${track.hash}/0-300.mp3`],
    ["an unknown hash", () => "/audio/music/0123456789abcdef/0-300.wav"],
    ["an unknown file", () => "/audio/music/0123456789abcdef.wav"],
    ["a file by its name", () => "/audio/music/tide.wav"],
    ["a name of every object", () => "/audio/music/__proto__/0-1.wav"],
    ["the way up", () => "/audio/music/../secret.wav"],
    ["the way up, disguised", () => "/audio/music/..%2fsecret.wav"],
    ["the way up, disguised twice", () => "/audio/music/%252e%252e%252fsecret.wav"],
    ["the way up behind a hash", () => `/audio/music/${track.hash}/../../../secret.wav`],
    ["the way up by backslash", () => "/audio/music/..%5csecret.wav"],
    ["a byte of nothing", () => `/audio/music/${track.hash}.wav%00`],
    ["a broken escape", () => "/audio/music/%zz/0-300.wav"],
  ])("%s is 404", async (_, path) => {
    const { status, text } = await asWritten(path());
    expect([status, text.length < 200, text.includes("RIFF")]).toEqual([404, true, false]);
  });

  test("the refusal is short, plain, and not kept", async () => {
    const refused = await request(app).get(pathOf(0, 1002));
    expect([refused.type, refused.headers["cache-control"]]).toEqual(["text/plain", "no-store"]);
    expect(refused.headers["x-content-type-options"]).toBe("nosniff");
  });
});

function pathOf(from: number, to: number): string {
  return `/audio/music/${track.hash}/${from}-${to}.wav`;
}

function get(path: string) {
  return request(app).get(path).buffer(true).responseType("blob");
}

function sliceOf(from: number, to: number): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  return get(pathOf(from, to));
}

/** Asks for a path exactly as it is written: other clients tidy away the dots that are the point. */
function asWritten(path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const server = app.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      httpRequest({ host: "127.0.0.1", port, path }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          server.close();
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString("latin1") });
        });
      })
        .on("error", reject)
        .end();
    });
  });
}

/** The magnitude of a mu-law byte at 16 bits, by G.711's own wording: segments of sixteen steps, each twice as wide as the last. */
function magnitude(byte: number): number {
  const [segment, step] = [7 - ((byte >> 4) & 7), 15 - (byte & 15)];
  return (33 + 2 * step) * 2 ** (segment + 2) - 132;
}
