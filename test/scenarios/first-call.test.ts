import { expect, test } from "vitest";
import { office } from "../support/office.ts";

test("a support caller is greeted, waits with music, is whispered to the rep, talks, and the rep says it is resolved", async () => {
  const { caller, rep, line, calls } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome to Bright Kettle/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/A call for support/)
    .hears(/about a repair/)
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.hears("Here is Ben").isTalkingTo("Ben");
  await rep("Ben").isTalkingTo(caller.number);
  await caller.waits({ minutes: 3 }).hangsUp();
  await rep("Ben")
    .hears(/How did the call end/)
    .presses("1")
    .hears(/resolved/)
    .isHungUpOn();
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "answered", disposition: "resolved" }]);
});
