import { expect, test } from "vitest";
import { expectComplaints } from "../support/complaints.ts";
import { office } from "../support/office.ts";

/** An office in which the next webhook of a kind fails with all its retries. */
async function failing(options: Parameters<typeof office>[0] = { reps: ["Ben"] }) {
  const all = office(options);
  const exchange = await all.exchange();
  expectComplaints(exchange);
  const fails = (asked: string, how: 500 | "connection" | "timeout" = 500) =>
    exchange.faults.loseWebhook((url) => url.endsWith(`/${asked}`), 3, how);
  return { ...all, fails };
}

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

test.each([500, "connection"] as const)(
  "the wait document fails (%s): the caller hears a sentence, and keeps the place",
  async (how) => {
    const { caller, another, line, calls, fails, rep } = await failing({ reps: ["Ben"], talking: ["Ben"] });
    await caller
      .dials(line)
      .hears(/Welcome/)
      .presses("2")
      .hears(/next in line/)
      .waits({ seconds: 1 });
    const second = another();
    await second
      .dials(line)
      .hears(/Welcome/)
      .presses("2")
      .hears(/number 2/);
    fails("answer", how);
    await caller.hears(/Something went wrong on our side. You are still in line/, { minutes: 3 }).hearsMusic();
    expect((await calls()).map(({ at }) => at)).toEqual(["talking", "queue", "queue"]);
    await rep("Ben").hangsUp();
    await rep("Ben")
      .rings()
      .answers()
      .hears(/Press 1/)
      .presses("1")
      .isTalkingTo(caller.number);
  },
);

test("an answer of ours hangs: Twilio asks again, and the caller hears nothing but some silence", async () => {
  const { caller, line, exchange } = office({ reps: ["Ben"], talking: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/);
  (await exchange()).faults.loseWebhook((url) => url.endsWith("/answer"), 2, "timeout");
  await caller
    .waits({ minutes: 3 })
    .hasNotHeard(/went wrong/)
    .hearsMusic();
});

test("a key in the wait fails: the caller is still in line", async () => {
  const { caller, line, fails } = await failing({ reps: ["Ben"], talking: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/);
  fails("answer");
  await caller
    .presses("2")
    .hears(/You are still in line/)
    .hearsMusic()
    .presses("2")
    .hears(/only music/);
});

test("whoever steps out of the wait for a message, and is failed, is asked for it all the same", async () => {
  const { caller, rep, line, fails } = await failing({ reps: ["Ben"], talking: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/);
  fails("left");
  await caller
    .presses("3")
    .hears(/leave your message/)
    .says("my kettle leaks")
    .presses("#")
    .hears(/kept your place/);
  await rep("Ben").hangsUp();
  await rep("Ben")
    .rings()
    .answers()
    .hears(/left a message/)
    .presses("1")
    .isTalkingTo(caller.number);
});

test("the joining fails: the caller is told, and joined", async () => {
  const { caller, rep, line, fails } = await failing();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1/);
  fails("next");
  await rep("Ben").presses("1");
  await caller.hears(/Something went wrong on our side/).isTalkingTo("Ben");
});

test("the whisper fails: the rep hears it all the same, and the caller is none the wiser", async () => {
  const { caller, rep, line, fails } = await failing();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
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
  const { caller, rep, line, fails } = await failing();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
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
  const { caller, rep, line, fails } = await failing();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1/)
    .presses("1")
    .isTalkingTo(caller.number);
  fails("parted");
  await rep("Ben").presses("*").isTalkingTo(caller.number);
  await caller.isTalkingTo("Ben");
  await rep("Ben")
    .presses("*")
    .hears(/Press 1 to go back/);
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

test("the music on hold fails: the rep comes back all the same", async () => {
  const { caller, rep, line, fails } = await failing();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1/)
    .presses("1")
    .isTalkingTo(caller.number);
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
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1/)
    .presses("1")
    .isTalkingTo(caller.number);
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
