import { expect, test } from "vitest";
import { openAdmin, sayingWelcomeTo } from "./admin.ts";

const inAnHour = "2026-11-23T16:00:00Z";

test("one click brings an edition of before back, and the history says who did what", async () => {
  const { office, publishes, post, get } = await openAdmin();
  const { body: first } = await get();
  await office.pass({ minutes: 5 });
  const { body: second } = await publishes(sayingWelcomeTo("Copper Pot"));
  await office.pass({ minutes: 5 });
  const back = await post(`/editions/${first.id}/roll-back`, { note: "the new name is not ours" });
  expect([back.status, back.body]).toMatchObject([201, { origin: "roll-back", of: first.id, state: "in-force" }]);
  await office.caller.dials(office.line).hears(/Welcome to Bright Kettle/);
  const { body: history } = await get("/editions");
  expect(history.editions.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
    [back.body.id, "in-force"],
    [second.id, "over"],
    [first.id, "over"],
  ]);
  const { body: changes } = await get(`/editions/${second.id}/changes`);
  expect(changes.changes).toMatchObject([{ path: ["prompts", "en", "main-menu"], after: /Copper/ }]);
});

test("the history comes in pages, over months", async () => {
  const { office, publishes, get } = await openAdmin({ reps: [] });
  for (const name of ["Copper Pot", "Tin Cup", "Iron Pan"]) {
    await office.pass({ minutes: 30 * 24 * 60 });
    await publishes(sayingWelcomeTo(name));
  }
  const ids: string[] = [];
  for (let cursor: string | undefined = ""; cursor !== undefined;) {
    const { body }: { body: { editions: { id: string }[]; next?: string } } = await get(
      `/editions?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`,
    );
    ids.push(...body.editions.map(({ id }) => id));
    cursor = body.next;
  }
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(4);
});

test("a routing that is scheduled comes into force at its time, and not before", async () => {
  const { office, publishes } = await openAdmin();
  const { body } = await publishes(sayingWelcomeTo("Copper Pot"), { from: inAnHour });
  expect(body.state).toBe("scheduled");
  await office.pass({ minutes: 59 });
  await office.caller
    .dials(office.line)
    .hears(/Welcome to Bright Kettle/)
    .hangsUp();
  await office.pass({ minutes: 2 });
  await office.caller.dials(office.line).hears(/Welcome to Copper Pot/);
});

test("what is scheduled can be put off and brought forward until it comes, and not into the past", async () => {
  const { office, publishes, put, get } = await openAdmin();
  const { body } = await publishes(sayingWelcomeTo("Copper Pot"), { from: inAnHour });
  const moved = (from: string) => put(`/editions/${body.id}/from`, { from });
  expect((await moved("2026-11-23T14:59:00Z")).status).toBe(422);
  expect((await moved("2026-11-23T17:00:00Z")).status).toBe(200);
  await office.pass({ minutes: 61 });
  await office.caller
    .dials(office.line)
    .hears(/Welcome to Bright Kettle/)
    .hangsUp();
  expect((await moved("2026-11-23T16:10:00Z")).body).toMatchObject({ state: "scheduled", id: body.id });
  await office.pass({ minutes: 10 });
  await office.caller.dials(office.line).hears(/Welcome to Copper Pot/);
  expect((await moved("2026-11-23T18:00:00Z")).status).toBe(404);
  expect((await get("/editions")).body.editions.map(({ state }: { state: string }) => state)).toEqual([
    "in-force",
    "over",
  ]);
});

test("a routing whose time comes while we are down is in force from the start on", async () => {
  const { office, publishes } = await openAdmin();
  await publishes(sayingWelcomeTo("Copper Pot"), { from: inAnHour });
  await office.stop();
  await office.pass({ minutes: 90 });
  await office.start();
  await office.pass({ seconds: 1 });
  await office.caller.dials(office.line).hears(/Welcome to Copper Pot/);
});

test("a routing that is scheduled can be called off", async () => {
  const { office, publishes, remove, get } = await openAdmin();
  const { body } = await publishes(sayingWelcomeTo("Copper Pot"), { from: inAnHour });
  expect((await remove(`/editions/${body.id}`)).status).toBe(200);
  expect((await remove(`/editions/${body.id}`)).status).toBe(404);
  await office.pass({ minutes: 61 });
  await office.caller.dials(office.line).hears(/Welcome to Bright Kettle/);
  expect((await get("/editions")).body.editions).toMatchObject([{ state: "in-force" }, { state: "called-off" }]);
});

test("nothing is scheduled for a time that is past", async () => {
  const { drafts, post } = await openAdmin();
  const drafted = await drafts(sayingWelcomeTo("Copper Pot"));
  const refused = await post("/publish", { from: "2026-11-23T14:59:00Z" }, drafted.headers["etag"]);
  expect([refused.status, refused.body.errors]).toMatchObject([422, [{ path: "from" }]]);
});
