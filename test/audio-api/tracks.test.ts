import { expect, test, vi } from "vitest";
import { business } from "../support/business.ts";
import { fixture, openDesk } from "./desk.ts";
import { music, wavOf } from "./music.ts";

vi.setConfig({ testTimeout: 60_000 });

test("how a track looks is told in as many columns as it is drawn with, the loudest moment of each", async () => {
  const desk = await openDesk();
  const { body, status } = await desk.ask("tracks/tide/waveform");
  const { peaks } = body as { peaks: readonly number[] };
  expect([status, peaks.length]).toEqual([200, 320]);
  expect(Math.max(...peaks)).toBeGreaterThan(90);
  expect(Math.min(...peaks)).toBeGreaterThanOrEqual(0);
  expect((await desk.ask("tracks/none/waveform")).status).toBe(404);
});

test("which queues play a track is told of what is in force and of the draft, and one of either keeps it from being removed", async () => {
  const desk = await openDesk();
  const { track } = await desk.upload(fixture("music.flac"), { title: "Rain" });
  const id = track?.id ?? "";
  const used = async (name: string) => {
    const { body } = await desk.ask("tracks");
    const found = (body as { tracks: { id: string; queues: unknown; draftQueues?: unknown }[] }).tracks;
    const { queues, draftQueues } = found.find((one) => one.id === name) ?? {};
    return { queues, draftQueues };
  };
  expect(await used("tide")).toEqual({ queues: ["support", "sales", "reception"], draftQueues: undefined });
  const queues = Object.fromEntries(
    Object.entries(business.queues).map(([name, queue]) => [
      name,
      { ...queue, music: name === "sales" ? ["tide", id] : ["tide"] },
    ]),
  );
  const drafted = await fetch(`${desk.url}/api/routing/draft`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", "If-None-Match": "*" },
    body: JSON.stringify({ source: { ...business, queues } }),
  });
  expect(drafted.status).toBeLessThan(300);
  expect(await used(id)).toEqual({ queues: [], draftQueues: ["sales"] });
  expect(await desk.ask(`tracks/${id}`, { method: "DELETE" })).toMatchObject({
    status: 409,
    body: { detail: expect.stringMatching(/^The queue sales would miss it in the draft\./) },
  });
});

test("an upload that needs acceptance can be heard as callers would hear it, and no other", async () => {
  const desk = await openDesk();
  const quiet = wavOf(music(24, 16_000, 3, 0.002));
  const upload = await desk.upload(quiet, { title: "Soft" });
  expect(upload).toMatchObject({ state: "needs-acceptance", warnings: [expect.stringMatching(/very soft/)] });
  const heard = () => fetch(`${desk.url}/api/audio/uploads/${upload.id}/sound`);
  const sound = await heard();
  expect([sound.status, sound.headers.get("Content-Type")]).toEqual([200, "audio/wav"]);
  expect(
    Buffer.from(await sound.arrayBuffer())
      .subarray(0, 4)
      .toString("latin1"),
  ).toBe("RIFF");
  await desk.ask(`uploads/${upload.id}/acceptance`, { method: "POST" });
  expect((await heard()).status).toBe(409);
});
