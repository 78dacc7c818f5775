import { expect, test } from "vitest";
import { office } from "../support/office.ts";
import { daysPass, everything, keeper } from "../support/retention.ts";
import { talk, wrapsUp } from "../support/usual.ts";

test("until somebody says so everything is kept, and the fewest days that may be set are told", async () => {
  const { status, body, headers } = await keeper(office()).read();
  expect([status, headers["etag"]]).toEqual([200, '"0"']);
  expect(body).toEqual({
    ...everything,
    atLeast: { records: 14, recordings: 1, audit: 365 },
    goneByAt: null,
    toDelete: 0,
  });
});

test("it is changed by who has read it as it stands, and survives a restart; who changed what is in the audit log", async () => {
  const world = office();
  const { app, now, pass } = world;
  const { change, read } = keeper(world);
  expect((await change({ ...everything, records: 90 })).status).toBe(428);
  expect((await change({ ...everything, records: 90 }, '"7"')).status).toBe(412);
  const changed = await change({ records: 90, recordings: 30, audit: null }, '"0"');
  expect([changed.status, changed.headers["etag"]]).toEqual([200, '"1"']);
  expect(changed.body).toMatchObject({ records: 90, recordings: 30, audit: null });
  expect((await change(everything, '"0"')).status).toBe(412);
  await pass({ seconds: 1 });
  await world.restart();
  const { body, headers } = await read();
  expect(headers["etag"]).toBe('"1"');
  expect(body).toMatchObject({ records: 90, recordings: 30, audit: null, goneByAt: expect.stringMatching(/^2026-/) });
  const month = new Date(now()).toISOString().slice(0, 7);
  const lines = await Array.fromAsync((await app()).store.archive("audit", month));
  expect(lines).toMatchObject([
    { what: "changeRetention", by: { id: expect.any(String) }, did: { records: [null, 90], recordings: [null, 30] } },
  ]);
});

test("of two who change it at once one is told of the other", async () => {
  const { change } = keeper(office());
  const both = [30, 60].map((records) => change({ ...everything, records }, '"0"'));
  expect((await Promise.all(both)).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
});

test.each([
  [422, "records", { records: 13 }, /^At least 14 days/],
  [422, "audit", { audit: 364 }, /^At least 365 days/],
  [400, "recordings", { recordings: 0 }, /./],
  [400, "recordings", { recordings: 1.5 }, /./],
  [400, "records", { records: 3_661 }, /./],
  [400, "records", { records: "90" }, /./],
])("%i, naming %s: %j", async (status, path, differs, sentence) => {
  const { change, read } = keeper(office());
  const refused = await change({ ...everything, ...differs }, "*");
  expect([refused.status, refused.type]).toEqual([status, "application/problem+json"]);
  expect(refused.body.errors).toEqual([{ path, sentence: expect.stringMatching(sentence) }]);
  expect((await read()).body).toMatchObject(everything);
});

test.each([
  ["a field is missing", { records: 90, recordings: null }],
  ["there is one more", { ...everything, messages: 3 }],
])("a setting is whole: refused where %s", async (_, body) => {
  expect((await keeper(office()).change(body, "*")).status).toBe(400);
});

test("what a setting would erase is told, with since when the oldest is over, and nothing of it is erased", async () => {
  const world = office({ reps: ["Ben"] });
  const { caller, another, rep, line, owes, tells, now, app } = world;
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await wrapsUp(rep("Ben"));
  const first = now();
  await tells(await owes(), { type: "cancelled", by: { who: "admin" } });
  await daysPass(world, 10);
  await another()
    .dials(line)
    .presses("5")
    .hears(/message/)
    .waits({ seconds: 9 })
    .says("Hello")
    .presses("1")
    .isHungUpOn();
  await daysPass(world, 10);
  const { preview } = keeper(world);
  const nothing = { count: 0, oldest: null };
  const kept = { calls: nothing, callbacks: nothing, cases: nothing, reviews: nothing, recordings: nothing };
  expect((await preview("")).body).toEqual({ ...kept, audit: nothing, unread: 0 });
  expect((await preview("recordings=5")).body).toMatchObject({ ...kept, recordings: { count: 1 } });
  const fortnight = (await preview("records=14")).body;
  // Hers, and the one in which Ben was rung for the return call.
  expect(fortnight).toMatchObject({
    calls: { count: 2 },
    callbacks: { count: 1, oldest: new Date(first).toISOString() },
    cases: nothing,
    recordings: nothing,
  });
  await daysPass(world, 30);
  expect((await preview("records=14")).body).toMatchObject({
    calls: { count: 3, oldest: fortnight.calls.oldest },
    cases: { count: 1 },
    reviews: { count: 1 },
    recordings: { count: 1 },
  });
  const { store } = await app();
  expect(await store.months("call")).toEqual(["2026-11", "2026-12"]);
});

test.each([
  [422, "records=3", "records"],
  [400, "records=soon", "records"],
  [400, "audit=99999", "audit"],
])("a setting that cannot be is not looked at: %i for %s", async (status, query, path) => {
  const refused = await keeper(office()).preview(query);
  expect([refused.status, refused.body.errors[0].path]).toEqual([status, path]);
});

test("while the disk takes nothing a change is not answered as made, and nothing is erased", async () => {
  const world = office();
  const { another, line, diskFails, logged, app, pass } = world;
  await another()
    .dials(line)
    .hears(/Welcome/)
    .hangsUp();
  await daysPass(world, 20);
  diskFails();
  expect((await keeper(world).change({ ...everything, records: 14 }, "*")).status).toBe(503);
  await pass({ minutes: 1 });
  expect(logged().some(({ msg }) => msg === "what is over could not be erased")).toBe(true);
  const { store } = await app();
  expect(await Array.fromAsync(store.archive("call", "2026-11"))).toHaveLength(1);
});
