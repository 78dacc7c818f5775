import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import request from "supertest";
import { expect, test } from "vitest";
import { openApiFaults, restExchanges } from "../exchange/openapi.ts";
import { accountSid, authToken } from "../support/account.ts";
import { adminToken } from "../support/admin-token.ts";
import { business } from "../support/business.ts";
import { office, type Office } from "../support/office.ts";
import { daysPass, everything, keeper } from "../support/retention.ts";
import { talk, wrapsUp } from "../support/usual.ts";

/** A caller leaves a message out of the menu. */
async function leavesMessage({ another, line, pass }: Office, words = "Please call me back about the blue one") {
  await another()
    .dials(line)
    .hears(/Welcome/)
    .presses("5")
    .hears(/leave your message/)
    .waits({ seconds: 8 })
    .says(words)
    .waits({ seconds: 2 })
    .presses("1")
    .hears(/We have your message/)
    .isHungUpOn();
  await pass({ seconds: 30 });
}

async function kinds({ app }: Office) {
  const { store } = await app();
  const count = async (kind: "call" | "callback" | "resolution" | "recording" | "audit") => {
    let closed = 0;
    for (const month of await store.months(kind)) closed += (await Array.fromAsync(store.archive(kind, month))).length;
    return closed;
  };
  return {
    calls: await count("call"),
    callbacks: await count("callback"),
    cases: await count("resolution"),
    recordings: await count("recording"),
    reviews: (await store.open("review")).length,
  };
}

async function recorded({ exchange }: Office) {
  return (await exchange()).recordings.map(({ words }) => words);
}

test("nothing goes until somebody says so, however long it is over", async () => {
  const world = office();
  await leavesMessage(world);
  await daysPass(world, 120);
  expect(await kinds(world)).toMatchObject({ calls: 1, recordings: 1, reviews: 1 });
  expect(await recorded(world)).toHaveLength(1);
});

test("calls that are over for longer than they are kept go, with what hangs on them, and so does what was said in them at Twilio", async () => {
  const world = office({ reps: ["Ben"] });
  const { caller, rep, exchange } = world;
  await leavesMessage(world, "The old one");
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await wrapsUp(rep("Ben"));
  await daysPass(world, 20);
  await leavesMessage(world, "The new one");
  await daysPass(world, 20);
  const before = await kinds(world);
  expect(before).toMatchObject({ cases: 1, recordings: 2, reviews: 2 });
  await keeper(world).keeps({ records: 30 });
  expect(await kinds(world)).toEqual({ calls: 1, callbacks: 0, cases: 0, recordings: 1, reviews: 1 });
  expect(await recorded(world)).toEqual(["The new one"]);
  expect(openApiFaults(restExchanges((await exchange()).log))).toEqual([]);
  await daysPass(world, 12);
  expect(await kinds(world)).toEqual({ calls: 0, callbacks: 0, cases: 0, recordings: 0, reviews: 0 });
  expect(await recorded(world)).toEqual([]);
});

test("recordings can go before the calls in which they were made", async () => {
  const world = office();
  await leavesMessage(world);
  await daysPass(world, 3);
  await keeper(world).keeps({ recordings: 2 });
  expect(await recorded(world)).toEqual([]);
  expect(await kinds(world)).toMatchObject({ calls: 1, recordings: 0, reviews: 1 });
  expect((await world.reviews())[0]).not.toHaveProperty("recording");
});

test("while Twilio does not answer a recording is asked for again and again; one that is gone already is deleted", async () => {
  const world = office();
  const { exchange, pass } = world;
  await leavesMessage(world, "One");
  await leavesMessage(world, "Two");
  await daysPass(world, 3);
  const { faults, url, recordings } = await exchange();
  await fetch(`${url}/2010-04-01/Accounts/${accountSid}/Recordings/${recordings[0]?.sid}.json`, {
    method: "DELETE",
    headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}` },
  });
  const isBack = faults.restDown();
  await keeper(world).keeps({ recordings: 1 });
  await pass({ minutes: 5 });
  expect((await keeper(world).read()).body).toMatchObject({ toDelete: 2 });
  await world.restart();
  isBack();
  await pass({ minutes: 2 });
  expect((await keeper(world).read()).body).toMatchObject({ toDelete: 0 });
  expect(await recorded(world)).toEqual([]);
});

test("what Twilio refuses to delete is asked for again an hour later, and never given up", async () => {
  const world = office();
  await leavesMessage(world);
  await daysPass(world, 3);
  const allows = (await world.exchange()).faults.restDown(403, 20003);
  await keeper(world).keeps({ recordings: 1 });
  await world.pass({ minutes: 200 });
  expect((await keeper(world).read()).body).toMatchObject({ toDelete: 1 });
  allows();
  await world.pass({ minutes: 61 });
  expect(await recorded(world)).toEqual([]);
});

test("an answer that is lost on the way does no harm: the recording is deleted, and that is found out", async () => {
  const world = office();
  await leavesMessage(world);
  await daysPass(world, 3);
  (await world.exchange()).faults.restLosesAnswer(1);
  await keeper(world).keeps({ recordings: 1 });
  await world.pass({ minutes: 1 });
  expect((await keeper(world).read()).body).toMatchObject({ toDelete: 0 });
  expect(await recorded(world)).toEqual([]);
});

test("what an open promise needs stays however old it is: the call it was made in, and what the rep said of it", async () => {
  const world = office({ reps: ["Ben"] });
  const { owes, now, app, callbacks } = world;
  await leavesMessage(world, "It leaks again");
  const [call] = await world.calls();
  const far = now() + 60 * 86_400_000;
  await owes({ kind: "booked", origin: call?.sid ?? "", given: { from: far, by: far + 3_600_000 } });
  await daysPass(world, 40);
  await keeper(world).keeps({ records: 14, recordings: 14 });
  expect(await kinds(world)).toMatchObject({ calls: 1, recordings: 1, reviews: 1 });
  expect(await recorded(world)).toEqual(["It leaks again"]);
  const [owed] = await callbacks();
  await (await app()).callbacks.tell(owed?.id ?? "", () => ({ type: "cancelled", by: { who: "admin" } }));
  await daysPass(world, 1);
  expect(await kinds(world)).toMatchObject({ calls: 0, callbacks: 1, recordings: 0, reviews: 0 });
  expect(await recorded(world)).toEqual([]);
});

test("the call about a case that may still come back stays, and goes when the case is over and as old", async () => {
  const world = office({
    reps: ["Ben"],
    routing: (routing) => ({ ...routing, business: { ...routing.business, resolvedWithinDays: 30 } }),
  });
  const { caller, rep } = world;
  for (const _conversation of [1, 2]) {
    await talk(caller, rep("Ben"));
    await caller.hangsUp();
    await wrapsUp(rep("Ben"), "2");
    await daysPass(world, 20);
  }
  const { status, body } = await keeper(world).change({ ...everything, records: 14 }, "*");
  expect([status, body.errors]).toEqual([
    422,
    [{ path: "records", sentence: expect.stringMatching(/^At least 30 days/) }],
  ]);
  await keeper(world).keeps({ records: 30 });
  expect(await kinds(world)).toMatchObject({ calls: 2, cases: 0 });
  await daysPass(world, 11);
  expect(await kinds(world)).toMatchObject({ calls: 0, cases: 1 });
  await daysPass(world, 31);
  expect(await kinds(world)).toMatchObject({ calls: 0, cases: 0 });
});

test("where the routing comes to need calls for longer than they are to be kept, they are kept for as long as it does", async () => {
  const world = office();
  await leavesMessage(world);
  await keeper(world).keeps({ records: 20 });
  world.writeFile({ ...business, business: { ...business.business, repeatAfterDays: 60 } });
  await world.restart();
  await daysPass(world, 50);
  expect(await kinds(world)).toMatchObject({ calls: 1 });
  await daysPass(world, 12);
  expect(await kinds(world)).toMatchObject({ calls: 0 });
});

test("it is gone by once a day, also after a restart, and what went is in the audit log", async () => {
  const world = office();
  const { app, logged } = world;
  await leavesMessage(world);
  await keeper(world).keeps({ records: 14 });
  await daysPass(world, 13);
  expect(await kinds(world)).toMatchObject({ calls: 1 });
  await world.restart();
  await daysPass(world, 2);
  expect(await kinds(world)).toMatchObject({ calls: 0, recordings: 0 });
  const { store } = await app();
  const lines = [];
  for (const month of await store.months("audit"))
    lines.push(...(await Array.fromAsync(store.archive("audit", month))));
  expect(lines.filter(({ what }) => what === "goByRetention")).toMatchObject([
    { by: { name: "Holdfast" }, did: { call: 1, review: 1, recording: 1 } },
  ]);
  expect(logged().filter(({ level }) => level >= 50)).toEqual([]);
});

test("the audit log is kept for a year at least, and then goes by its own days", async () => {
  const world = office();
  await keeper(world).keeps({ audit: 400 });
  expect(await lines(world)).toBe(1);
  await closedFor(world, 399);
  expect(await lines(world)).toBe(1);
  await closedFor(world, 2);
  // That something went is a line itself.
  expect(await lines(world)).toBe(1);
  const { status, body } = await keeper(world).change({ ...everything, audit: 364 }, "*");
  expect([status, body.errors[0].path]).toEqual([422, "audit"]);
});

test("lists and reports go on to answer over what has gone", async () => {
  const world = office({ reps: ["Ben"] });
  const { caller, rep, owes, tells } = world;
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await wrapsUp(rep("Ben"));
  await tells(await owes(), { type: "cancelled", by: { who: "admin" } });
  await daysPass(world, 60);
  const asks = asksOf(world);
  expect(await asks("/api/callbacks?month=2026-11")).toMatchObject({ callbacks: [{ state: { at: "closed" } }] });
  await keeper(world).keeps({ records: 20 });
  expect(await asks("/api/callbacks?month=2026-11")).toEqual({ callbacks: [] });
  expect(await asks("/api/callbacks")).toEqual({ callbacks: [] });
  const { figures } = await asks("/api/reports/first-call-resolution?from=2026-11-01&to=2027-01-20");
  expect(figures.find(({ queue }: { queue: string }) => queue === "support")).toMatchObject({ cases: 0, share: null });
});

test("an archive that cannot be read stays as it is, is said so, and the others go", async () => {
  const world = office();
  const { app, logged } = world;
  await leavesMessage(world);
  await daysPass(world, 20);
  await keeper(world).keeps({ audit: 365 });
  const { dataDir } = world;
  await world.stop();
  const path = join(await dataDir(), "archive", "call-2026-11.ndjson");
  writeFileSync(path, readFileSync(path, "latin1").replace('"call":', '"cull":'), "latin1");
  await world.start();
  await keeper(world).keeps({ records: 14 });
  expect(logged().filter(({ level }) => level === 50)).toMatchObject([
    { msg: expect.stringContaining("cannot be read") },
  ]);
  expect((await (await app()).store.open("review")).length).toBe(0);
  expect(await recorded(world)).toEqual([]);
  expect(readFileSync(path, "latin1")).toContain('"cull":');
});

/** Days go by while the app does not run. */
async function closedFor(world: Office, days: number) {
  await world.stop();
  await daysPass(world, days);
  await world.start();
  await world.pass({ seconds: 1 });
}

async function lines({ app }: Office) {
  const { store } = await app();
  let all = 0;
  for (const month of await store.months("audit")) all += (await Array.fromAsync(store.archive("audit", month))).length;
  return all;
}

function asksOf({ app }: Office) {
  return async (path: string) => {
    const { publicUrl } = await app();
    return (await request(publicUrl).get(path).set("Authorization", `Bearer ${adminToken}`)).body;
  };
}
