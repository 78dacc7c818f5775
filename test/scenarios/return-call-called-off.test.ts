import { expect, test } from "vitest";
import { office } from "../support/office.ts";
import { callsBack } from "../support/usual.ts";

test.each([
  ["cancelled", { type: "cancelled" }, "The return call is no longer wanted. Thank you."],
  ["moved", { type: "moved", to: { from: Date.UTC(2026, 10, 23, 18) } }, "The return call was moved to another time."],
] as const)("one that is %s while the customer's phone rings stops, and the rep hears why", async (_, event, words) => {
  const { caller, rep, owes, tells, callbacks } = office({ reps: ["Ben"] });
  const id = await owes();
  await callsBack(rep("Ben"));
  await caller.rings();
  await tells(id, { ...event, by: { who: "caller", via: "page" } });
  await caller.stopsRinging();
  await rep("Ben").hears(words).isHungUpOn();
  await caller.isNotRung({ minutes: 20 });
  const [{ tries, given } = { tries: [], given: [] }] = await callbacks();
  expect([tries.length, given[0]?.ended?.how]).toEqual([0, event.type]);
});

test("one that is cancelled while a rep's phone rings stops that; whoever has picked up hears why", async () => {
  const { rep, owes, tells } = office({ reps: ["Ben", "Ana"] });
  const [first, by] = [await owes(), { who: "admin" } as const];
  await rep("Ben").rings();
  await tells(first, { type: "cancelled", by });
  await rep("Ben").stopsRinging();
  const second = await owes();
  await rep("Ana").rings().answers().waits({ seconds: 1 });
  await tells(second, { type: "cancelled", by });
  await rep("Ana").hears("The return call is no longer wanted. Thank you.").isHungUpOn();
});
