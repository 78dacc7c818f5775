import { expect, test } from "vitest";
import request from "supertest";
import { adminToken } from "../support/admin-token.ts";
import type { Business } from "../support/business.ts";
import { office, type Office } from "../support/office.ts";
import { callsBack } from "../support/usual.ts";

/** So many calls a day to a number; a try is followed by the next one minute later. */
const limited =
  (perNumberADay: number, attempts = 3) =>
  (routing: Business) => ({
    ...routing,
    business: { ...routing.business, outbound: { perNumberADay } },
    queues: { ...routing.queues, support: { ...routing.queues.support, callbacks: { attempts, gap: 60 } } },
  });

/** What the admin sees of the one return call. */
async function shown({ app }: Office) {
  const { publicUrl } = await app();
  const { body } = await request(publicUrl).get("/api/callbacks").set("Authorization", `Bearer ${adminToken}`);
  return (body as { callbacks: readonly { state: { at: string }; heldBack?: string }[] }).callbacks[0];
}

test("a number is dialled no more often in a day than may be: the call waits, its cause is shown, and it is made tomorrow", async () => {
  const world = office({ reps: ["Ben"], routing: limited(2) });
  const { caller, rep, owes, pass, callbacks } = world;
  await owes();
  for (const _try of [1, 2]) {
    await callsBack(rep("Ben"), { minutes: 2 });
    await caller.rings().declines();
    await rep("Ben").isHungUpOn();
  }
  await caller.isNotRung({ minutes: 30 });
  expect(await shown(world)).toMatchObject({ state: { at: "due" }, heldBack: "too-often" });
  await pass({ minutes: 22 * 60 + 24 });
  await callsBack(rep("Ben"), { minutes: 10 });
  await caller.rings().answers().isTalkingTo("Ben");
  expect((await callbacks())[0]?.tries).toHaveLength(3);
});

test("a limit never takes the first dial of what was promised: another number's tries wait for it", async () => {
  const { caller, another, rep, owes } = office({
    reps: ["Ben"],
    routing: (routing) => {
      const within = limited(50)(routing);
      return { ...within, business: { ...within.business, outbound: { perQueueADay: 2 } } };
    },
  });
  const other = another();
  await owes();
  await owes({ to: other.number });
  await callsBack(rep("Ben"));
  await caller.rings().declines();
  await rep("Ben").isHungUpOn();
  await callsBack(rep("Ben"), { minutes: 1 });
  await other.rings().answers().isTalkingTo("Ben");
  await caller.isNotRung({ minutes: 20 });
});

test("a rep's word that a limit forbids to keep by a call is kept by a text, with the next time", async () => {
  const { caller, owes, now, pass, callbacks } = office({ routing: limited(1) });
  await owes({ kind: "promised", owner: "ana", given: { by: now() + 30 * 60_000 } });
  await pass({ minutes: 28 });
  await caller
    .rings({ minutes: 2 })
    .answers()
    .hears(/There is no news yet/)
    .isHungUpOn();
  await caller.isNotRung({ minutes: 65 });
  await caller.getsText(/no news/i);
  expect((await callbacks())[0]?.given[1]?.ended).toMatchObject({ how: "kept", news: "message" });
});
