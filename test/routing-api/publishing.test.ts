import request from "supertest";
import { expect, test } from "vitest";
import { adminToken } from "../support/admin-token.ts";
import { asksFor, takesCall } from "../support/usual.ts";
import { openAdmin, sayingWelcomeTo } from "./admin.ts";

test("what an admin publishes the next caller hears", async () => {
  const { office, publishes, get } = await openAdmin();
  await office.caller
    .dials(office.line)
    .hears(/Welcome to Bright Kettle/)
    .hangsUp();
  const { body } = await publishes(sayingWelcomeTo("Copper Pot"), { note: "a new name" });
  expect(body).toMatchObject({ state: "in-force", by: { name: "a test's own" }, origin: "page", note: "a new name" });
  await office.caller.dials(office.line).hears(/Welcome to Copper Pot/);
  expect((await get()).body).toMatchObject({ id: body.id, source: { prompts: { en: { "main-menu": /Copper/ } } } });
  expect((await get("/draft")).status).toBe(404);
});

test("a caller on the line keeps the routing that she began with, and her place", async () => {
  const { office, publishes } = await openAdmin({ reps: ["Ben"], talking: ["Ben"] });
  const later = office.another();
  await asksFor(office.caller, "support")
    .hears(/next in line/)
    .waits({ seconds: 20 });
  await publishes(sayingWelcomeTo("Copper Pot"));
  await later
    .dials(office.line)
    .hears(/Welcome to Copper Pot/)
    .presses("2")
    .hears(/number 2/);
  await office.rep("Ben").hangsUp();
  await takesCall(office.rep("Ben"), { seconds: 40 }).isTalkingTo(office.caller.number);
});

test("a rep whose phone rings while a routing is published takes the call", async () => {
  const { office, publishes } = await openAdmin();
  await asksFor(office.caller, "support");
  await office.rep("Ben").rings().answers();
  await publishes(sayingWelcomeTo("Copper Pot"));
  await office
    .rep("Ben")
    .hears(/Press 1 to take/)
    .presses("1")
    .isTalkingTo(office.caller.number);
});

test("a return call that is promised is made by the office after", async () => {
  const { office, publishes } = await openAdmin({ reps: ["Ben"], talking: ["Ben"] });
  await office.owes();
  await publishes(sayingWelcomeTo("Copper Pot"));
  await office.rep("Ben").hangsUp();
  await office
    .rep("Ben")
    .rings({ seconds: 40 })
    .answers()
    .hears(/Press 1 to call now/);
});

test("a new rep of a published routing signs in by text and is rung", async () => {
  const { office, publishes } = await openAdmin({ reps: [] });
  await publishes((routing) => {
    const { reps } = routing;
    Object.assign(reps, { eve: { ...reps.ben, name: "Eve", address: "+12125550299" } });
  });
  const eve = office.another("+12125550299");
  await eve.texts("in", office.line);
  await asksFor(office.caller, "support");
  await eve
    .rings()
    .answers()
    .hears(/Press 1 to take/);
});

test("what does not hold is kept as a draft and not published: every fault by its path", async () => {
  const { office, drafts, post, get } = await openAdmin();
  const drafted = await drafts((routing) => {
    routing.queues.support.music = ["no-such-music"];
    for (const one of routing.lines) one.opensWith = { to: "menu", menu: "mian" };
  });
  expect(drafted.status).toBe(200);
  const paths = ["lines[0].opensWith.menu", "menus.main", "queues.support.music[0]"];
  expect(drafted.body.faults.map(({ path }: { path: string }) => path).toSorted()).toEqual(paths);
  const refused = await post("/publish", {}, drafted.headers["etag"]);
  expect([refused.status, refused.body.errors.length]).toEqual([422, drafted.body.faults.length]);
  expect((await get("/draft")).body.source.queues.support.music).toEqual(["no-such-music"]);
  await office.caller.dials(office.line).hears(/Welcome to Bright Kettle/);
});

test("what is published survives a restart", async () => {
  const { office, publishes } = await openAdmin();
  await publishes(sayingWelcomeTo("Copper Pot"));
  await office.restart();
  await office.caller.dials(office.line).hears(/Welcome to Copper Pot/);
});

test("nothing is published that is not on the disk", async () => {
  const { office, drafts, post } = await openAdmin();
  const drafted = await drafts(sayingWelcomeTo("Copper Pot"));
  office.diskFails();
  expect((await post("/publish", {}, drafted.headers["etag"])).status).toBe(503);
  expect((await drafts(sayingWelcomeTo("Tin Cup"))).status).toBe(503);
  await office.caller.dials(office.line).hears(/Welcome to Bright Kettle/);
});

test("however often a routing is published, the API has each operation once, and only routings that a call keeps are stored", async () => {
  const { office, publishes } = await openAdmin();
  for (const name of ["Copper Pot", "Tin Cup", "Iron Pan", "Clay Jug"]) await publishes(sayingWelcomeTo(name));
  const { publicUrl, store } = await office.app();
  const me = request(publicUrl).get("/api/me").set("Authorization", `Bearer ${adminToken}`);
  const { may } = (await me).body as { may: readonly string[] };
  expect(may.length).toBeGreaterThan(10);
  expect(new Set(may).size).toBe(may.length);
  // What is in force, and what was until just now: a call may still be beginning with it.
  expect((await store.open("routing")).length).toBe(2);
});
