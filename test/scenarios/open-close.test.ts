import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { virtualClock } from "../../src/exchange/clock.ts";
import { openHoldfast, RoutingUnusable, type Holdfast } from "../../src/holdfast.ts";
import type { HoldfastOptions } from "../../src/holdfast-options.ts";
import { createLog } from "../../src/log.ts";
import { toDisk } from "../../src/store/disk.ts";
import { business, line } from "../support/business.ts";
import { authToken } from "../support/account.ts";
import { arrival, webhook } from "../support/webhook.ts";

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the small business over a folder, but for what differs. */
async function opened(folder: string, differences: Partial<HoldfastOptions> = {}): Promise<Holdfast> {
  const holdfast = await openHoldfast({
    clock: virtualClock(Date.UTC(2026, 10, 23, 15)),
    log: createLog("silent"),
    port: 0,
    host: "127.0.0.1",
    publicUrl: (port) => `http://127.0.0.1:${port}`,
    account: { sid: "AC00000000000000000000000000000001", authTokens: [authToken], apiUrl: "http://127.0.0.1:9" },
    routing: business,
    dataDir: join(folder, "data"),
    audioDir: "audio",
    ...differences,
  });
  onTestFinished(() => holdfast.close().catch(() => undefined));
  return holdfast;
}

test("a routing with five faults is refused with all five, each at its place, and nothing is opened", async () => {
  const folder = await newFolder();
  const routing = {
    ...business,
    business: { ...business.business, zone: "America/Gotham", callerId: "12" },
    lines: [{ number: line, name: "Main line", opensWith: { to: "menu", menu: "mian" } }],
    queues: { ...business.queues, sales: { ...business.queues.sales, music: ["harbor-lights"] } },
    reps: { ...business.reps, ben: { ...business.reps.ben, languages: ["fr"] } },
  };
  const refusal = await opened(folder, { routing }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(RoutingUnusable);
  const faults = refusal instanceof RoutingUnusable ? refusal.faults.map(({ path }) => path) : [];
  expect(faults).toEqual(
    expect.arrayContaining([
      "business.zone",
      "business.callerId",
      "lines[0].opensWith.menu",
      "queues.sales.music[0]",
      "reps.ben.languages[0]",
    ]),
  );
  expect(await readdir(folder)).toEqual([]);
});

test("a data folder that another Holdfast uses is left alone, with what to do", async () => {
  const folder = await newFolder();
  const first = await opened(folder);
  await expect(opened(folder)).rejects.toThrow(/another|in use/i);
  const { status } = await webhook(first.publicUrl, "/twilio/voice", arrival());
  expect(status).toBe(200);
});

test("webhooks on their way when we are stopped are all answered, and what they decided is kept", async () => {
  const folder = await newFolder();
  const { promise: diskGoesOn, resolve: letDiskGoOn } = Promise.withResolvers<void>();
  let slow = false;
  const holdfast = await opened(folder, {
    async sync(fd) {
      if (slow) await diskGoesOn;
      await toDisk(fd);
    },
  });
  slow = true;
  const sids = Array.from({ length: 100 }, (_, index) => `CA${String(index).padStart(32, "0")}`);
  const answers = Promise.all(
    sids.map((CallSid) =>
      webhook(holdfast.publicUrl, "/twilio/voice", arrival({ CallSid }), { headers: { connection: "close" } }),
    ),
  );
  while ((await holdfast.store.open("call")).length < sids.length)
    await new Promise((resolve) => setImmediate(resolve));
  const closed = holdfast.close();
  letDiskGoOn();
  for (const { status, body } of await answers) {
    expect(status).toBe(200);
    expect(body).toContain("Welcome to Bright Kettle");
  }
  await closed;
  const again = await opened(folder);
  expect((await again.store.open("call")).length).toBe(sids.length);
});

test("a stop comes to its end although Twilio keeps its connections open", async () => {
  const folder = await newFolder();
  const holdfast = await opened(folder);
  for (const n of [1, 2, 3])
    await webhook(holdfast.publicUrl, "/twilio/voice", arrival({ CallSid: `CA${String(n).repeat(32)}` }));
  await holdfast.close();
  expect(await readdir(join(folder, "data"))).not.toContain("lock");
});
