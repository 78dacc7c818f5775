import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import request from "supertest";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openRecorded } from "../../src/web/recorded.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "holdfast-recorded-"));
  await mkdir(join(folder, "recorded"));
  await writeFile(join(folder, "recorded", "welcome-en.wav"), "RIFF");
  await writeFile(join(folder, "recorded", "notes.txt"), "private");
  await writeFile(join(folder, "secret.wav"), "private");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function app() {
  const { files, router } = await openRecorded({ laid: join(folder, "recorded"), kept: join(folder, "kept") });
  return { files: files(), app: express().use("/audio", router) };
}

test("a recorded prompt is played, and asked after again when Twilio has it", async () => {
  const { files, app: server } = await app();
  expect(files).toEqual(["welcome-en.wav"]);
  const first = await request(server).get("/audio/recorded/welcome-en.wav");
  expect([first.status, first.get("Content-Type"), first.get("Cache-Control")]).toEqual([200, "audio/wav", "no-cache"]);
  const again = await request(server)
    .get("/audio/recorded/welcome-en.wav")
    .set("If-None-Match", first.get("ETag") ?? "");
  expect(again.status).toBe(304);
});

test.each(["notes.txt", "..%2fsecret.wav", "../secret.wav", "%2e%2e/secret.wav", "missing.wav", "", "."])(
  "%j is not found",
  async (path) => {
    const { app: server } = await app();
    expect((await request(server).get(`/audio/recorded/${path}`)).status).toBe(404);
  },
);

test("a folder that is not there has no recordings", async () => {
  expect((await openRecorded({ laid: join(folder, "nowhere"), kept: join(folder, "nowhere") })).files()).toEqual([]);
});
