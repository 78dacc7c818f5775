import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import request from "supertest";
import { expect, test } from "vitest";
import { adminToken } from "../support/admin-token.ts";
import { office, type Office } from "../support/office.ts";
import { daysPass } from "../support/retention.ts";
import { callsBack, talk, wrapsUp } from "../support/usual.ts";

function forgetter({ app, pass }: Office) {
  return async (number: string) => {
    const { publicUrl } = await app();
    const asked = request(publicUrl).post("/api/forgotten-numbers").set("Authorization", `Bearer ${adminToken}`);
    const answer = await asked.send({ number });
    await pass({ seconds: 2 });
    return answer;
  };
}

/** Everything that is on the disk. */
async function onDisk({ dataDir }: Office) {
  const folder = await dataDir();
  return readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

test("of a number that is forgotten nothing is left, here or at Twilio; others lose nothing, and figures stay", async () => {
  const world = office({ reps: ["Ben"] });
  const { caller, another, rep, line, owes, exchange, calls, app } = world;
  const other = another();
  for (const one of [caller, other])
    await one
      .dials(line)
      .hears(/Welcome/)
      .presses("5")
      .hears(/leave your message/)
      .waits({ seconds: 8 })
      .says(`This is ${one.number}`)
      .presses("1")
      .isHungUpOn();
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await wrapsUp(rep("Ben"));
  await owes();
  await callsBack(rep("Ben"), { minutes: 1 });
  await caller.rings().answers().isTalkingTo("Ben").hangsUp();
  await wrapsUp(rep("Ben"));
  await caller.texts("WHERE", line).getsText(/./);
  await daysPass(world, 1);
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await wrapsUp(rep("Ben"));
  const many = (await calls()).length;
  expect(await onDisk(world)).toContain(caller.number);

  const { status, body } = await forgetter(world)(caller.number);
  expect([status, body]).toEqual([200, { records: expect.any(Number), recordings: 1 }]);
  expect(body.records).toBeGreaterThanOrEqual(6);
  expect(await onDisk(world)).not.toContain(caller.number);
  expect((await exchange()).recordings.map(({ words }) => words)).toEqual([`This is ${other.number}`]);
  expect(await calls()).toHaveLength(many);
  expect((await calls()).some(({ from }) => from === other.number)).toBe(true);
  expect(await world.reviews()).toMatchObject([{ from: other.number }]);
  const { store } = await app();
  expect(await store.get("caller", caller.number)).toBeUndefined();
  await world.restart();
  expect((await world.callbacks())[0]).toMatchObject({ to: "anonymous", state: { at: "closed" } });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .hangsUp();
  await daysPass(world, 2);
  expect(world.logged().filter(({ level }) => level >= 50)).toEqual([]);
});

test("to whom a return call is owed is not forgotten before it is made or cancelled, and that is said with its receipt", async () => {
  const world = office();
  const { caller, owes, tells, callbacks } = world;
  const id = await owes();
  const refused = await forgetter(world)(caller.number);
  const [owed] = await callbacks();
  expect([refused.status, refused.type]).toEqual([409, "application/problem+json"]);
  expect(refused.body.detail).toBe(
    `A return call is owed to this number, with the receipt ${owed?.code}. Make it, or cancel it, first.`,
  );
  await tells(id, { type: "cancelled", by: { who: "admin" } });
  expect((await forgetter(world)(caller.number)).status).toBe(200);
});

test("who is in a call is not forgotten before it is over", async () => {
  const world = office({ reps: ["Ben"] });
  const { caller, rep } = world;
  await talk(caller, rep("Ben"));
  expect((await forgetter(world)(caller.number)).status).toBe(409);
  await caller.hangsUp();
  expect((await forgetter(world)(caller.number)).body.detail).toMatch(/a rep still says how one ended/);
  await wrapsUp(rep("Ben"));
  expect((await forgetter(world)(caller.number)).status).toBe(200);
});

test("that a number wants no texts stays known, and nothing else", async () => {
  const world = office();
  const { caller, line, app } = world;
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("9")
    .hears(/Bienvenido/)
    .hangsUp();
  await caller.texts("STOP", line);
  await forgetter(world)(caller.number);
  const memory = await (await app()).store.get("caller", caller.number);
  expect(memory).toMatchObject({ textsUnwanted: true, quiet: false, announcements: {} });
  expect(memory).not.toHaveProperty("language");
});

test("the audit log tells that a number was forgotten, and not which", async () => {
  const world = office();
  const { caller, line, app } = world;
  await caller
    .dials(line)
    .hears(/Welcome/)
    .hangsUp();
  await forgetter(world)(caller.number);
  const lines = await Array.fromAsync((await app()).store.archive("audit", "2026-11"));
  expect(lines).toMatchObject([{ what: "forgetNumber", of: `…${caller.number.slice(-4)}`, did: { recordings: 0 } }]);
  expect(JSON.stringify(lines)).not.toContain(caller.number);
});

test("a number of whom nothing is known, or that was forgotten before, is forgotten all the same", async () => {
  const world = office();
  for (const _time of [1, 2])
    expect((await forgetter(world)("+12125550777")).body).toEqual({ records: 0, recordings: 0 });
});

test.each(["12125550777", "anonymous", "", "+1 212 555 0777"])(
  "what is no number is refused, naming it: %j",
  async (number) => {
    const refused = await forgetter(office())(number);
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, "number"]);
  },
);

test("where the disk takes nothing, or does not give all, that is said with what to do, and asking again mends it", async () => {
  const world = office();
  const { caller, line, diskFails, dataDir, app } = world;
  await caller
    .dials(line)
    .hears(/Welcome/)
    .hangsUp();
  await daysPass(world, 2);
  // With a start a snapshot falls due, and the second waits for it.
  await world.restart();
  await world.restart();
  const path = join(await dataDir(), "archive", "call-2026-11.ndjson");
  const whole = readFileSync(path, "latin1");
  writeFileSync(path, whole.replace('"from"', '"form"'), "latin1");
  const unread = await forgetter(world)(caller.number);
  expect([unread.status, unread.body.detail]).toEqual([
    503,
    expect.stringMatching(/call-2026-11\.ndjson cannot be read/),
  ]);
  writeFileSync(path, whole, "latin1");
  expect((await forgetter(world)(caller.number)).status).toBe(200);
  expect(await onDisk(world)).not.toContain(caller.number);
  diskFails();
  await (await app()).store.decide("queue", "support", () => ({ put: { queue: "support", handled: [] }, answer: 0 }));
  expect((await forgetter(world)(caller.number)).body.detail).toMatch(
    /the disk is broken\). Mend that, and ask again\.$/,
  );
});
