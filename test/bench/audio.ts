import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import type { Upload } from "../../src/audio/upload.ts";
import { adminToken } from "../support/admin-token.ts";
import { routing } from "./business.ts";
import { startServer, type Server } from "./child.ts";
import { figure, median, quantile, spread } from "./figures.ts";
import { listenTo, type Listened } from "./listener.ts";
import { table } from "./table.ts";

const connections = 8;
const asAdmin = { Authorization: `Bearer ${adminToken}` };

/** Music as fast as one core sends it, and how long an upload takes until it can be played. */
export async function audioBench(quick: boolean): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-bench-"));
  const nowhere = openSync(devNull, "w");
  const open = (name: string, pinned: boolean) => {
    const options = { dataDir: join(folder, name), apiUrl: "http://127.0.0.1:9", routing: routing(1), token: true };
    return startServer("holdfast", options, nowhere, pinned);
  };
  try {
    return [
      "## Music",
      await served(await open("served", true), quick),
      await taken(await open("taken", false), quick),
    ].join("\n\n");
  } finally {
    closeSync(nowhere);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Slices of three lengths, in turn. */
async function served(server: Server, quick: boolean): Promise<string> {
  const [rounds, ms] = quick ? [3, 500] : [7, 2_000];
  const response = await fetch(`http://127.0.0.1:${server.port}/api/audio/tracks`, { headers: asAdmin });
  const { tracks } = (await response.json()) as { tracks: { url: string; samples: number }[] };
  const music = tracks.find(({ samples }) => samples > 480_000);
  if (!music) throw new Error("there is no music of a minute");
  const slices = [30, 8, 1].map((seconds) => {
    const path = `${music.url.replace(/\.wav$/, "")}/240000-${240_000 + seconds * 8_000}.wav`;
    return { seconds, path, heard: [] as (Listened & { readonly cpuMicros: number })[] };
  });
  for (const { path } of slices) await listenTo(server.port, path, connections, ms);
  for (let round = 0; round < rounds; round++) {
    for (const { path, heard } of round % 2 === 0 ? slices : slices.toReversed()) {
      const before = await server.usage();
      const listened = await listenTo(server.port, path, connections, ms);
      heard.push({ ...listened, cpuMicros: (await server.usage()).cpuMicros - before.cpuMicros });
    }
  }
  await server.stop();
  const rows = slices.map(({ seconds, heard }) => ({
    "a slice of": `${seconds} s`,
    "slices/s": spread(heard.map((one) => one.answers / one.seconds)),
    "MB/s": figure(median(heard.map((one) => one.bytes / one.seconds / 1e6))),
    "CPU µs a slice": spread(heard.map((one) => one.cpuMicros / one.answers)),
  }));
  return [
    `Slices of a track, ${connections} connections, each asking again as soon as it has all, ${rounds} rounds of ${ms / 1_000} s each; 5,000 a second of one core are wanted.`,
    table(rows),
  ].join("\n\n");
}

/** An MP3 of four minutes from the first byte sent until it is stored or waits for acceptance, other requests meanwhile. */
async function taken(server: Server, quick: boolean): Promise<string> {
  const rounds = quick ? 1 : 5;
  const url = `http://127.0.0.1:${server.port}`;
  const part = readFileSync("test/audio-api/fixtures/music.mp3");
  const found = { seconds: [] as number[], cpu: [] as number[], told: [] as number[], waits: [] as number[], last: "" };
  for (let round = 0; round < rounds; round++) {
    const before = await server.usage();
    const began = performance.now();
    const sent = await fetch(`${url}/api/audio/uploads?title=Round%20${round}`, {
      method: "POST",
      headers: { ...asAdmin, "Content-Type": "audio/mpeg" },
      body: Buffer.concat(Array.from({ length: 11 }, () => part)),
    });
    const { id } = (await sent.json()) as Upload;
    const until = { settled: false };
    const others = asked(url, found.waits, until);
    const { told, last } = await followed(`${url}/api/audio/uploads/${id}/events`);
    found.seconds.push((performance.now() - began) / 1_000);
    until.settled = true;
    await others;
    found.cpu.push(((await server.usage()).cpuMicros - before.cpuMicros) / 1e6);
    found.told.push(told);
    found.last = last;
  }
  await server.stop();
  const row = {
    "an upload of": "4 minutes",
    "until it can be played, s": spread(found.seconds, 1),
    "CPU s": spread(found.cpu, 1),
    "times progress was told": spread(found.told),
    "others wait, p50 ms": figure(quantile(found.waits, 0.5), 1),
    "p99 ms": figure(quantile(found.waits, 0.99), 1),
  };
  return [
    `An MP3 of four minutes (22.05 kHz, 32 kbit/s, 0.97 MB) from the first byte sent until it is ${found.last}: decoded, mastered, measured, speech listened for, on all cores; ${rounds} times; under 10 s is wanted. Meanwhile /healthz is asked every 20 ms.`,
    table([row]),
  ].join("\n\n");
}

async function followed(url: string): Promise<{ readonly told: number; readonly last: string }> {
  const response = await fetch(url, { headers: asAdmin });
  let [told, text] = [0, ""];
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    told += chunk.split("data: ").length - 1;
    if (text.includes('"state":"needs-acceptance"')) break;
  }
  return { told, last: /.*"state":"([a-z-]+)"/s.exec(text)?.[1] ?? "lost" };
}

async function asked(url: string, waits: number[], until: { readonly settled: boolean }): Promise<void> {
  while (!until.settled) {
    const began = performance.now();
    await (await fetch(`${url}/healthz`)).arrayBuffer();
    waits.push(performance.now() - began);
    await pass(20);
  }
}
