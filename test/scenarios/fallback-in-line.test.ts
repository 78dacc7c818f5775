import { expect, test } from "vitest";
import { office } from "../support/office.ts";
import { failing } from "../support/failing.ts";
import { asksFor } from "../support/usual.ts";

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
  const { caller, exchange } = office({ reps: ["Ben"], talking: ["Ben"] });
  await asksFor(caller, "support").hears(/next in line/);
  (await exchange()).faults.loseWebhook((url) => url.endsWith("/answer"), 2, "timeout");
  await caller
    .waits({ minutes: 3 })
    .hasNotHeard(/went wrong/)
    .hearsMusic();
});

test("a key in the wait fails: the caller is still in line", async () => {
  const { caller, fails } = await failing({ reps: ["Ben"], talking: ["Ben"] });
  await asksFor(caller, "support").hears(/next in line/);
  fails("answer");
  await caller
    .presses("2")
    .hears(/You are still in line/)
    .hearsMusic()
    .presses("2")
    .hears(/only music/);
});

test("whoever steps out of the wait for a message, and is failed, is asked for it all the same", async () => {
  const { caller, rep, fails } = await failing({ reps: ["Ben"], talking: ["Ben"] });
  await asksFor(caller, "support").hears(/next in line/);
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
