import { expect, test } from "vitest";
import { failing } from "../support/failing.ts";

test("the first document fails: the call begins at the fallback route, and the caller hears the menu", async () => {
  const { caller, line, fails } = await failing();
  fails("voice");
  await caller
    .dials(line)
    .hears(/Welcome to Bright Kettle/)
    .presses("2")
    .hears(/next in line/);
});

test("the answer to a menu key fails: the caller hears that we are sorry, and reaches a person", async () => {
  const { caller, rep, line, fails } = await failing();
  await caller.dials(line).hears(/Welcome/);
  fails("answer");
  await caller
    .presses("3")
    .hears(/Something went wrong on our side. We are connecting you to a person/)
    .hearsMusic();
  await rep("Ben")
    .rings()
    .answers()
    .hears(/A call for reception/);
});

test("what was left as a message fails: the caller is asked once more", async () => {
  const { caller, line, fails, calls } = await failing();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("5")
    .hears(/leave your message/)
    .says("please ring me");
  fails("recorded");
  await caller
    .presses("#")
    .hears(/Something went wrong/)
    .hears(/leave your message/)
    .says("please ring me")
    .presses("#");
  await caller.hears(/We have your message/).isHungUpOn();
  expect(await calls()).toMatchObject([{ outcome: "voicemail" }]);
});

test("our answers keep failing: the caller reaches a person who does not depend on us", async () => {
  const { caller, another, line, fails, calls } = await failing();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/);
  for (let times = 0; times < 4; times += 1) fails("answer");
  const outside = another("+12125550999");
  await outside.rings({ minutes: 5 }).answers();
  await caller.isTalkingTo(outside.number);
  expect(await calls()).toMatchObject([{ at: "out" }]);
});

test("everything keeps failing, and there is nobody outside: the caller is let go, and not led in a circle", async () => {
  const { caller, line, exchange, calls } = await failing({
    reps: ["Ben"],
    routing: (usual) => ({ ...usual, business: { ...usual.business, fallbackNumber: undefined } }),
  });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/);
  (await exchange()).faults.loseWebhook((url) => /(wait|answer|recorded)$/.test(url), 1_000, 500);
  await caller.isHungUpOn({ minutes: 10 });
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "turned-away" }]);
});

test("the answer to what can be done while nobody is here fails: the caller is told again", async () => {
  const { caller, line, fails } = await failing({});
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/Nobody is here/)
    .hears(/leave a message, press 3/);
  fails("answer");
  await caller
    .presses("3")
    .hears(/Something went wrong/)
    .hears(/Nobody is here/)
    .presses("3")
    .hears(/after the tone/);
});
