import request from "supertest";
import { expect, test } from "vitest";
import { at, openAdmin } from "./admin.ts";

test("what is owed, what is late, and how promises ended is there for Prometheus", async () => {
  const { office, made, patch, remove, get } = await openAdmin({ reps: ["Ana"] });
  const { body } = await get("/slots", { queue: "support", number: "+12125550101", most: 1 });
  await made({ number: "+12125550101", kind: "booked", from: body.slots[0].from });
  const { shown } = await made({ number: "+12125550102", kind: "promised", rep: "ana", by: at("12:00") });
  await patch(`/${shown.id}`, { by: at("13:00") }, "*");
  await office.rep("Ana").texts("out", office.line);
  await office.pass({ minutes: 31 });
  const metrics = async () => (await request((await office.app()).publicUrl).get("/metrics")).text;
  const before = await metrics();
  expect(before).toContain('holdfast_callbacks{kind="booked",state="due"} 1');
  expect(before).toContain('holdfast_callbacks{kind="promised",state="promised"} 1');
  expect(before).toContain('holdfast_callbacks_overdue{queue="support"} 1');
  expect(before).toContain('holdfast_promises_total{kind="promised",how="moved",cause="admin"} 1');
  await remove(`/${shown.id}`, "*");
  const after = await metrics();
  expect(after).toContain('holdfast_promises_total{kind="promised",how="cancelled",cause="admin"} 1');
  expect(after).not.toContain('holdfast_callbacks{kind="promised"');
});
