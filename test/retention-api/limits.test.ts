import request from "supertest";
import { expect, test } from "vitest";
import { adminToken } from "../support/admin-token.ts";
import type { Business } from "../support/business.ts";
import { office, type Office } from "../support/office.ts";
import { callsBack } from "../support/usual.ts";

const limited = (routing: Business) => ({
  ...routing,
  business: { ...routing.business, outbound: { perNumberADay: 2, perPrefixADay: 3, perQueueADay: 9, minutesADay: 60 } },
  queues: { ...routing.queues, support: { ...routing.queues.support, callbacks: { attempts: 3, gap: 60 } } },
});

async function limits({ app }: Office) {
  const { publicUrl } = await app();
  return (await request(publicUrl).get("/api/limits").set("Authorization", `Bearer ${adminToken}`)).body;
}

test("a day begins with nothing used of any limit", async () => {
  const world = office({ routing: limited });
  expect(await limits(world)).toEqual({
    from: "2026-11-23T05:00:00.000Z",
    until: "2026-11-24T05:00:00.000Z",
    countries: [],
    kinds: ["mobile", "fixed", "voip"],
    minutes: { used: 0, limit: 60 },
    queues: expect.arrayContaining([{ queue: "support", used: 0, limit: 9 }]),
    number: { limit: 2, reached: [] },
    alike: { limit: 3, reached: [] },
  });
});

test("what is dialled and spoken today counts, numbers at their limit are named, and tomorrow all begins anew", async () => {
  const world = office({ reps: ["Ben"], routing: limited });
  const { caller, another, rep, owes, pass } = world;
  await owes();
  for (const _try of [1, 2]) {
    await callsBack(rep("Ben"), { minutes: 2 });
    await caller.rings().declines();
    await rep("Ben").isHungUpOn();
  }
  const other = another();
  await owes({ to: other.number });
  await callsBack(rep("Ben"), { minutes: 1 });
  await other.rings().answers().isTalkingTo("Ben").waits({ minutes: 7 });
  const today = await limits(world);
  expect(today.queues.find(({ queue }: { queue: string }) => queue === "support")).toEqual({
    queue: "support",
    used: 3,
    limit: 9,
  });
  expect(today.number.reached).toEqual([{ number: caller.number, used: 2 }]);
  expect(today.minutes.used).toBeGreaterThanOrEqual(7);
  expect(today.minutes.used).toBeLessThan(10);
  await other.hangsUp();
  await pass({ minutes: 16 * 60 });
  expect(await limits(world)).toMatchObject({ minutes: { used: 0 }, number: { reached: [] } });
});

test("numbers much alike that are at their limit are named by how they begin", async () => {
  const world = office({ routing: limited });
  for (const end of ["001", "002", "003"]) await world.owes({ to: `+12125557${end}` });
  expect((await limits(world)).alike).toEqual({ limit: 3, reached: [{ begins: "+12125557", used: 3 }] });
});
