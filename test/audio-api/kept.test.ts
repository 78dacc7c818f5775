import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { integer, sample } from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { keptTracks, sweepKept } from "../../src/audio/kept.ts";
import { fixture, openDesk } from "./desk.ts";

vi.setConfig({ testTimeout: 120_000 });

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-kept-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "audio");
}

/** Runs the keeper until it has kept so many tracks, kills it some microseconds later, and returns what it has kept. */
async function killedAfter(tracks: number, later: number, folder: string, round: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "keeper.ts"), folder, `${round}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  const kept: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    kept.push(line);
    if (kept.length !== tracks) continue;
    const until = performance.now() + later / 1_000;
    while (performance.now() < until);
    child.kill("SIGKILL");
  }
  await gone;
  return kept;
}

test("a process that is killed while it stores, ten times over, loses no track that it kept and leaves none half there", async () => {
  const folder = await newFolder();
  const instants = sample(integer({ min: 0, max: 4_000 }), { numRuns: 10, seed: 10 });
  const kept: string[] = [];
  for (const [round, later] of instants.entries()) {
    kept.push(...(await killedAfter(1 + (round % 3), later, folder, round)));
    const before = await keptTracks(folder);
    expect(before.notes).toEqual([]);
    await sweepKept(folder);
    const { tracks } = await keptTracks(folder);
    const hashes = tracks.map(({ entry }) => entry.sha256);
    expect(hashes).toEqual(expect.arrayContaining(kept));
    expect(readdirSync(folder).toSorted()).toEqual(hashes.toSorted());
  }
});

test("what a crash has left is cleared away at the next start", async () => {
  const desk = await openDesk();
  await desk.upload(fixture("music.flac"));
  const left = join(desk.dataDir, "audio", ".0a1b2c3d-0000-4000-8000-000000000000.tmp");
  await mkdir(left);
  await writeFile(join(left, "sound.wav"), "half");
  await desk.restart();
  expect(await desk.files()).toHaveLength(2);
});

test.each<[string, (track: string) => Promise<void>, RegExp]>([
  ["another sound than was kept", (track) => appendFile(join(track, "sound.wav"), "x"), /is not the one that was kept/],
  ["an entry that was changed", (track) => writeFile(join(track, "entry.json"), "{}"), /entry\.json does not hold/],
  ["no entry", (track) => rm(join(track, "entry.json")), /ENOENT/],
  ["another name", (track) => rename(track, `${track.slice(0, -1)}x`), /is not the one that was kept/],
])(
  "a track with %s is left out with a line in the log, and mended when it is sent again",
  async (_name, harm, note) => {
    const desk = await openDesk();
    const { track } = await desk.upload(fixture("music.flac"));
    const path = `${desk.url}/audio/music/${track?.sha256.slice(0, 16)}.wav`.replace(desk.url, "");
    await harm(join(desk.dataDir, "audio", track?.sha256 ?? ""));
    await desk.restart();
    expect(desk.logged.join("")).toMatch(note);
    expect((await fetch(desk.url + path)).status).toBe(404);
    expect(await desk.upload(fixture("music.flac"))).toMatchObject({ state: "stored" });
    expect((await fetch(desk.url + path)).status).toBe(200);
  },
);

test("where the disk does not take it, nothing is left and the upload says so", async () => {
  const desk = await openDesk();
  await writeFile(join(desk.dataDir, "audio"), "a file where the folder should be");
  const upload = await desk.upload(fixture("music.flac"));
  expect(upload).toMatchObject({ state: "refused", refusal: expect.stringContaining("disk") });
  expect(desk.logged.join("")).toContain("could not be stored");
  await rm(join(desk.dataDir, "audio"));
});

test("two who send the same sound at once have it kept once", async () => {
  const desk = await openDesk();
  const flac = fixture("music.flac");
  const [one, other] = await Promise.all([desk.upload(flac, { title: "One" }), desk.upload(flac, { title: "Other" })]);
  expect([one.state, other.state]).toEqual(["stored", "stored"]);
  expect(one.track).toEqual(other.track);
  expect(await desk.files()).toHaveLength(2);
});
