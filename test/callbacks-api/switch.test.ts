import request from "supertest";
import { expect, test } from "vitest";
import { adminToken } from "../support/admin-token.ts";
import { asksByCall, resolved } from "../support/follow-up.ts";
import { at, openAdmin } from "./admin.ts";

const theSwitch = async (admin: Awaited<ReturnType<typeof openAdmin>>, body?: object) => {
  const api = request((await admin.office.app()).publicUrl);
  const asked = body === undefined ? api.get("/api/callbacks/switch") : api.put("/api/callbacks/switch").send(body);
  return asked.set("Authorization", `Bearer ${adminToken}`);
};

test("return calls are switched off: none is promised, those that are owed are not placed; and on again: they are", async () => {
  const admin = await openAdmin();
  const { office, made, post } = admin;
  const customer = office.another("+12125550123");
  await made({ kind: "booked", from: at("11:00") });
  expect((await theSwitch(admin)).body).toEqual({ off: false });
  expect((await theSwitch(admin, { off: true })).body).toEqual({ off: true });
  const refused = await post({ kind: "place", queue: "support", number: "+12125550124" });
  expect(refused.status).toBe(503);
  expect(refused.body).toMatchObject({ why: "switched-off" });
  await office.pass({ minutes: 65 });
  await office.restart();
  const calls = async () => (await office.exchange()).phone(customer.number).calls.length;
  expect([await calls(), (await theSwitch(admin)).body]).toEqual([0, { off: true }]);
  await theSwitch(admin, { off: false });
  await customer.rings({ minutes: 2 });
});

test("whoever was to be asked after a call while they are off is asked once they are on again", async () => {
  const admin = await openAdmin({ reps: ["Ben"], routing: asksByCall });
  const { office } = admin;
  await resolved(office);
  await theSwitch(admin, { off: true });
  await office.caller.isNotRung({ minutes: 180 });
  await theSwitch(admin, { off: false });
  await office.caller
    .rings({ minutes: 12 })
    .answers()
    .hears(/Press 1 if it was/);
});

test.each([[{}], [{ off: "yes" }], [{ off: true, on: true }]])("%j is no position of the switch", async (body) => {
  const admin = await openAdmin();
  expect((await theSwitch(admin, body)).status).toBe(400);
  expect((await theSwitch(admin)).body).toEqual({ off: false });
});

test("only the admin is let in", async () => {
  const { office } = await openAdmin();
  const answer = await request((await office.app()).publicUrl)
    .put("/api/callbacks/switch")
    .send({ off: true });
  expect(answer.status).toBe(401);
});
