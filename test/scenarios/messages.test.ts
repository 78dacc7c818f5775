import { expect, test } from "vitest";
import { office } from "../support/office.ts";
import { asksFor, takesCall, talk } from "../support/usual.ts";

const busy = { reps: ["Ben"], talking: ["Ben"] };

test("a caller leaves a message in line and keeps the place; the rep knows of it, and so do the leads", async () => {
  const { caller, another, rep, reviews } = office(busy);
  await asksFor(caller, "support").hearsMusic();
  await asksFor(another(), "support").hears(/number 2 in line/);
  await caller
    .presses("3")
    .hears(/Please leave your message after the tone/)
    .waits({ seconds: 9 })
    .says("The lid of my kettle does not close")
    .waits({ seconds: 4 })
    .presses("1")
    .hears("We have your message, and you have kept your place in line.", { seconds: 2 })
    .hearsMusic();
  expect(await reviews()).toMatchObject([{ what: "voicemail", from: caller.number, queue: "support" }]);
  await rep("Dana").getsText(/new voicemail from/);
  await rep("Ben").hangsUp();
  await rep("Ben")
    .rings()
    .answers()
    .hears(/left a message while waiting/)
    .hears(/Press 1/)
    .presses("1");
  await caller.isTalkingTo("Ben");
});

test("a caller who hangs up with a message left while waiting was heard", async () => {
  const { caller, calls } = office(busy);
  await asksFor(caller, "support")
    .hearsMusic()
    .presses("3")
    .waits({ seconds: 10 })
    .says("The lid of my kettle does not close")
    .hears(/kept your place/)
    .hearsMusic()
    .hangsUp();
  expect((await calls()).at(-1)).toMatchObject({ at: "ended", outcome: "voicemail" });
});

test.each([
  ["told before the end of the call", 0],
  ["told after the end of the call", 1],
])("a message that hanging up ends is kept: %s", async (_, losses) => {
  const { caller, line, calls, reviews, pass, exchange } = office();
  const { faults } = await exchange();
  faults.loseWebhook((url) => url.includes("/recorded"), losses, 500);
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("5")
    .hears(/leave your message/)
    .waits({ seconds: 8 })
    .says("Please call me back about the blue one")
    .waits({ seconds: 2 })
    .hangsUp();
  await pass({ minutes: 1 });
  expect(await reviews()).toMatchObject([{ what: "voicemail", from: caller.number }]);
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "voicemail" }]);
});

test("hanging up in the middle of a message in line keeps the message and gives up the place", async () => {
  const { caller, rep, calls, reviews, pass } = office(busy);
  await asksFor(caller, "support")
    .hearsMusic()
    .presses("3")
    .waits({ seconds: 10 })
    .says("The lid of my kettle does not close")
    .waits({ seconds: 1 })
    .hangsUp();
  await rep("Ben").hangsUp();
  await rep("Ben").isNotRung();
  await pass({ minutes: 1 });
  expect(await reviews()).toMatchObject([{ what: "voicemail", from: caller.number, queue: "support" }]);
  expect((await calls()).at(-1)).toMatchObject({ at: "ended", outcome: "voicemail" });
});

test("a rep becomes free while a caller leaves a message: she is rung when it is done", async () => {
  const { caller, another, rep } = office({ reps: ["Ben"] });
  const talker = another();
  await talk(talker, rep("Ben"));
  await asksFor(caller, "support").hearsMusic().presses("3").waits({ seconds: 10 }).says("My kettle leaks");
  await talker.hangsUp();
  await rep("Ben")
    .hears(/How did the call end/)
    .presses("1")
    .isHungUpOn();
  await caller.hears(/kept your place/);
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben");
});

test("an outside number that answers is spoken with, and the call ends as they part", async () => {
  const { caller, line, calls, exchange } = office();
  const workshop = (await exchange()).phone("+12125550777");
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("6")
    .waits({ seconds: 3 });
  workshop.calls[0]?.answer();
  await caller.isTalkingTo("+12125550777").waits({ minutes: 2 });
  workshop.calls[0]?.hangUp();
  await caller.hears(/Goodbye/).isHungUpOn();
  expect(workshop.calls[0]?.from).toBe(line);
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "transferred-out" }]);
});

test("an outside number that is busy leads to a message", async () => {
  const { caller, line, reviews, exchange } = office();
  (await exchange()).phone("+12125550777").setLine("busy");
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("6")
    .hears("Nobody is here to take your call right now.")
    .hears(/leave your message/)
    .waits({ seconds: 10 })
    .says("Is my kettle ready")
    .hears("Thank you. We have your message.")
    .isHungUpOn();
  expect(await reviews()).toHaveLength(1);
});
