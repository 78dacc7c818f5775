import { expect, test } from "vitest";
import { failing } from "../support/failing.ts";
import { asksFor, takesCall } from "../support/usual.ts";

test("the joining fails: the caller is told, and joined", async () => {
  const { caller, rep, fails } = await failing();
  await asksFor(caller, "support");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1/);
  fails("next");
  await rep("Ben").presses("1");
  await caller.hears(/Something went wrong on our side/).isTalkingTo("Ben");
});

test("the whisper fails: the rep hears it all the same, and the caller is none the wiser", async () => {
  const { caller, rep, fails } = await failing();
  await asksFor(caller, "support");
  await rep("Ben").rings();
  fails("rung");
  await rep("Ben")
    .answers()
    .hears(/Press 1/)
    .presses("1")
    .isTalkingTo(caller.number);
  await caller.hasNotHeard(/went wrong/);
});

test("the rep's key in the whisper fails: the rep is asked again, and the caller is none the wiser", async () => {
  const { caller, rep, fails } = await failing();
  await asksFor(caller, "support");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1/);
  fails("answer");
  await rep("Ben")
    .presses("1")
    .hears(/Press 1/)
    .presses("1")
    .isTalkingTo(caller.number);
  await caller.hasNotHeard(/went wrong/);
});

test("the rep's menu fails: the rep is back with the caller", async () => {
  const { caller, rep, fails } = await failing();
  await asksFor(caller, "support");
  await takesCall(rep("Ben")).isTalkingTo(caller.number);
  fails("parted");
  await rep("Ben").presses("*").isTalkingTo(caller.number);
  await caller.isTalkingTo("Ben");
  await rep("Ben")
    .presses("*")
    .hears(/Press 1 to go back/);
});

test("the music on hold fails: the rep comes back all the same", async () => {
  const { caller, rep, fails } = await failing();
  await asksFor(caller, "support");
  await takesCall(rep("Ben")).isTalkingTo(caller.number);
  fails("held");
  await rep("Ben")
    .presses("*")
    .hears(/Press 1 to go back/)
    .waits({ seconds: 5 })
    .presses("1");
  await caller.isTalkingTo("Ben").hasNotHeard(/went wrong/);
});

test("the question at wrap-up fails: the rep is free, and how it ended is unsaid", async () => {
  const { caller, another, rep, line, fails, calls } = await failing();
  await asksFor(caller, "support");
  await takesCall(rep("Ben")).isTalkingTo(caller.number);
  fails("next");
  await caller.hangsUp();
  await rep("Ben").isHungUpOn();
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "answered", disposition: "unsaid" }]);
  await another()
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben").rings();
});
