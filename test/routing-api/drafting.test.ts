import { expect, test } from "vitest";
import { business, type Business } from "../support/business.ts";
import { openAdmin, sayingWelcomeTo } from "./admin.ts";

test("two admins who draft at once: the second is told who was before, and writes over nothing", async () => {
  const { drafts, get } = await openAdmin();
  const first = await drafts(sayingWelcomeTo("Copper Pot"));
  const second = await drafts(sayingWelcomeTo("Tin Cup"));
  expect([first.status, second.status]).toEqual([200, 412]);
  expect(second.body).toMatchObject({ draft: { by: { name: "a test's own" }, revision: 1 } });
  const { body } = await get("/draft");
  expect(body.source.prompts.en["main-menu"]).toMatch(/Copper Pot/);
  expect(body.changes).toMatchObject([{ path: ["prompts", "en", "main-menu"] }]);
});

test("a draft is written over by whoever has read it, and by nobody who has read the one before", async () => {
  const { drafts } = await openAdmin();
  const first = await drafts(sayingWelcomeTo("Copper Pot"));
  const second = await drafts(sayingWelcomeTo("Tin Cup"), first.headers["etag"]);
  const late = await drafts(sayingWelcomeTo("Iron Pan"), first.headers["etag"]);
  const missing = await drafts(sayingWelcomeTo("Iron Pan"), "");
  expect([second.status, late.status, missing.status]).toEqual([200, 412, 412]);
});

test("saving the same again changes nothing", async () => {
  const { drafts } = await openAdmin();
  const first = await drafts(sayingWelcomeTo("Copper Pot"));
  const again = await drafts(sayingWelcomeTo("Copper Pot"), first.headers["etag"]);
  expect(again.headers["etag"]).toBe(first.headers["etag"]);
});

test("a draft that another publishing has overtaken catches up: both changes are in it, and what clashes is named", async () => {
  const { office, drafts, publishes, post, get } = await openAdmin();
  const { body: before } = await get();
  await publishes(sayingWelcomeTo("Copper Pot"));
  const drafted = await drafts((routing) => {
    routing.prompts.en.address = "We are at 1 New Street.";
    sayingWelcomeTo("Tin Cup")(routing);
  });
  await post(`/editions/${before.id}/roll-back`);
  const behind = await post("/publish", {}, drafted.headers["etag"]);
  expect([behind.status, behind.body.inForce.origin]).toEqual([409, "roll-back"]);
  const { body, headers } = await post("/draft/catch-up", {}, drafted.headers["etag"]);
  expect(body.conflicts).toMatchObject([{ path: ["prompts", "en", "main-menu"], mine: /Tin Cup/, theirs: /Bright/ }]);
  expect(body.behind).toBe(false);
  expect((await post("/publish", {}, headers["etag"])).status).toBe(201);
  await office.caller
    .dials(office.line)
    .hears(/Welcome to Tin Cup/)
    .presses("3")
    .hears(/1 New Street/);
});

test("a draft survives a restart, and is thrown away when that is asked", async () => {
  const { office, drafts, get, remove } = await openAdmin();
  const { headers } = await drafts(sayingWelcomeTo("Copper Pot"));
  await office.restart();
  expect((await get("/draft")).headers["etag"]).toBe(headers["etag"]);
  expect((await remove("/draft", headers["etag"])).status).toBe(204);
  expect((await get("/draft")).status).toBe(404);
});

test("a routing file that has changed becomes a draft where another was published, and is never applied unasked", async () => {
  const { office, publishes, get } = await openAdmin();
  await publishes(sayingWelcomeTo("Copper Pot"));
  const changed = structuredClone(business);
  sayingWelcomeTo("Tin Cup")(changed);
  office.writeFile(changed);
  await office.restart();
  await office.caller.dials(office.line).hears(/Welcome to Copper Pot/);
  expect((await get("/draft")).body).toMatchObject({ by: { id: "file" }, source: changed });
  expect(office.logged().some(({ msg }) => msg.includes("it is the draft now"))).toBe(true);
});

test("a routing file that has changed is in force where only the file ever was", async () => {
  const { office, get } = await openAdmin();
  const changed = structuredClone(business);
  sayingWelcomeTo("Tin Cup")(changed);
  office.writeFile(changed);
  await office.restart();
  await office.caller.dials(office.line).hears(/Welcome to Tin Cup/);
  expect((await get("/editions")).body.editions).toMatchObject([
    { state: "in-force", origin: "file" },
    { state: "over", origin: "file" },
  ]);
});

test("a routing file that does not hold keeps nobody from starting where another was published", async () => {
  const { office, publishes, get } = await openAdmin();
  await publishes(sayingWelcomeTo("Copper Pot"));
  office.writeFile({ lines: "none" });
  await office.restart();
  await office.caller.dials(office.line).hears(/Welcome to Copper Pot/);
  expect((await get("/draft")).body.faults.length).toBeGreaterThan(0);
});

test("a check without a source is refused, and of one that is no routing names what is missing", async () => {
  const { post } = await openAdmin();
  const [without, nothing] = [await post("/check"), await post("/check", { source: null })];
  expect([without.status, without.body.errors]).toMatchObject([400, [{ path: "source" }]]);
  expect([nothing.status, nothing.body.faults.length]).toEqual([200, 1]);
});

test("a text that could be better is told of beside the faults, and may be published as it is", async () => {
  const { office, post, get, drafts } = await openAdmin();
  const important = (routing: Business) => {
    routing.prompts.en["main-menu"] = "Your call is important to us. For sales, press 1. For support, press 2.";
  };
  await drafts(important);
  const told = { faults: [], warnings: [{ path: "prompts.en.main-menu" }] };
  const { body } = await get("/draft");
  expect(body).toMatchObject(told);
  expect((await post("/check", { source: body.source })).body).toMatchObject(told);
  await post("/publish", {}, "*");
  await office.caller.dials(office.line).hears(/Your call is important/);
});
