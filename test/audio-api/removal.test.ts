import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { Upload } from "../../src/audio/upload.ts";
import { arrival, webhook } from "../support/webhook.ts";
import { fixture, openDesk, type Desk } from "./desk.ts";

vi.setConfig({ testTimeout: 60_000 });

/** A desk with one uploaded track. */
async function deskWithTrack() {
  const desk = await openDesk();
  const { track } = await desk.upload(fixture("music.flac"), { title: "Rain" });
  if (!track) throw new Error("the fixture was not stored");
  const { id, sha256 } = track;
  return {
    desk,
    id,
    sha256,
    remove: (name = id) => desk.ask(`tracks/${name}`, { method: "DELETE" }),
    played: async () => (await fetch(`${desk.url}/audio/music/${sha256.slice(0, 16)}.wav`)).status,
  };
}

async function offered(desk: Desk): Promise<readonly string[]> {
  const { body } = await desk.ask("tracks");
  return (body as { tracks: { id: string }[] }).tracks.map(({ id }) => id);
}

test("a track that no queue names is offered no more at once, and nothing of it is left", async () => {
  const { desk, id, remove, played } = await deskWithTrack();
  expect(await remove()).toEqual({ status: 204, body: undefined });
  expect([await offered(desk), await desk.files(), await played()]).toEqual([["tide"], [], 404]);
  expect(await remove()).toMatchObject({ status: 404, body: { detail: expect.stringMatching(/no such track/) } });
  await desk.restart();
  expect([await offered(desk), await played()]).toEqual([["tide"], 404]);
  await expect(desk.restart([id])).rejects.toThrow(id);
  await desk.restart();
});

test("it can be uploaded again, under another title", async () => {
  const { desk, remove, played } = await deskWithTrack();
  await remove();
  const again = await desk.upload(fixture("music.flac"), { title: "Hail" });
  expect(again).toMatchObject({ state: "stored", track: { title: "Hail" } });
  expect([await offered(desk), await played()]).toEqual([["tide", again.track?.id], 200]);
});

test("a track that queues name stays, and who asks is told which", async () => {
  const { desk, id, remove, played } = await deskWithTrack();
  await desk.restart([id]);
  expect(await remove()).toMatchObject({
    status: 409,
    body: { detail: expect.stringMatching(/^The queues support, sales, reception would miss it\. Take rain-/) },
  });
  expect([await offered(desk), await played()]).toEqual([["tide", id], 200]);
});

test.each<[string, number]>([
  ["tide", 409],
  ["none", 404],
  ["..%2F..%2Fholdfast", 404],
  ["%2e%2e", 404],
])("%s is no track that can be removed: %d", async (name, status) => {
  const { desk, id, remove } = await deskWithTrack();
  expect((await remove(name)).status).toBe(status);
  expect(await offered(desk)).toEqual(["tide", id]);
});

test("only the admin removes", async () => {
  const desk = await openDesk({ token: true });
  expect((await desk.ask("tracks/tide", { method: "DELETE" })).status).toBe(401);
});

test("whoever is on the line with it hears it on, over a restart too, and it goes once they have hung up", async () => {
  const { desk, id, remove, played } = await deskWithTrack();
  await desk.restart([id]);
  expect((await webhook(desk.url, "/twilio/voice", arrival())).status).toBe(200);
  // The queues have other music now; the call keeps the routing that it began with.
  await desk.restart(["tide"]);
  expect((await remove()).status).toBe(204);
  expect([await offered(desk), await played()]).toEqual([["tide"], 200]);
  await desk.restart();
  expect([await offered(desk), await played()]).toEqual([["tide"], 200]);
  await expect(desk.restart([id])).rejects.toThrow(id);
  await desk.restart();
  expect((await webhook(desk.url, "/twilio/status", arrival({ CallStatus: "completed" }))).status).toBe(204);
  // It is asked for in turn: whatever goes has gone by then.
  expect((await remove()).status).toBe(404);
  expect([await desk.files(), await played()]).toEqual([[], 404]);
});

test("it stays while one of two is still on the line with it, and goes with the last, without a restart", async () => {
  const { desk, id, remove, played } = await deskWithTrack();
  await desk.restart([id]);
  const other = { CallSid: `CA${"2".repeat(32)}`, From: "+12125551002" };
  for (const one of [{}, other]) await webhook(desk.url, "/twilio/voice", arrival(one));
  await desk.restart(["tide"]);
  expect((await remove()).status).toBe(204);
  await webhook(desk.url, "/twilio/status", arrival({ CallStatus: "completed" }));
  expect([(await remove()).status, await played()]).toEqual([404, 200]);
  await webhook(desk.url, "/twilio/status", arrival({ ...other, CallStatus: "completed" }));
  expect([(await remove()).status, await played(), await desk.files()]).toEqual([404, 404, []]);
});

test("a track that was left as removed, and that nobody asks for any more, goes at the start at once", async () => {
  const { desk, id, sha256, played } = await deskWithTrack();
  await writeFile(join(desk.dataDir, "audio", sha256, "retired"), "");
  await desk.restart();
  expect([await offered(desk), await desk.files(), await played()]).toEqual([["tide"], [], 404]);
  await expect(desk.restart([id])).rejects.toThrow(id);
  await desk.restart();
});

test("a track that is uploaded again while somebody still hears it is offered again", async () => {
  const { desk, id, remove } = await deskWithTrack();
  await desk.restart([id]);
  await webhook(desk.url, "/twilio/voice", arrival());
  await desk.restart(["tide"]);
  await remove();
  const again: Upload = await desk.upload(fixture("music.flac"), { title: "Hail" });
  expect(again).toMatchObject({ state: "stored", track: { id } });
  await desk.restart([id]);
  expect(await offered(desk)).toEqual(["tide", id]);
});

test("a disk that does not let go of it is said, and it is offered on", async () => {
  const { desk, id, sha256, remove } = await deskWithTrack();
  await desk.restart([id]);
  await webhook(desk.url, "/twilio/voice", arrival());
  await desk.restart(["tide"]);
  const inTheWay = join(desk.dataDir, "audio", sha256, "retired");
  await mkdir(inTheWay);
  await writeFile(join(inTheWay, "file"), "");
  expect((await remove()).status).toBe(500);
  expect(await offered(desk)).toEqual(["tide", id]);
});
