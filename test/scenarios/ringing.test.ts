import { expect, test } from "vitest";
import type { Business } from "../support/business.ts";
import { office } from "../support/office.ts";
import { asksFor, takesCall } from "../support/usual.ts";

const takes = /Press 1 to take/;

test("a rep who passes loses nothing, and the next one is rung at once while the caller hears music on", async () => {
  const { caller, rep, calls, presence } = office({ reps: ["Ana", "Ben"] });
  await asksFor(caller, "support");
  await rep("Ana").rings().answers().hears(takes).presses("2").isHungUpOn();
  await takesCall(rep("Ben"), { seconds: 2 });
  await caller.isTalkingTo("Ben");
  expect(await presence("Ana")).toBe("in");
  expect(await calls()).toMatchObject([{ at: "talking", rep: "ben", overtaken: [] }]);
});

test("a rep who does not answer is passed over; after two rings running away, told by text, and back by texting IN", async () => {
  const { caller, another, rep, line, presence } = office({ reps: ["Ana", "Ben"] });
  await asksFor(caller, "support");
  await rep("Ana").rings().stopsRinging({ seconds: 30 });
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben");
  expect(await presence("Ana")).toBe("in");
  const second = another();
  await asksFor(second, "support");
  await rep("Ana")
    .rings()
    .stopsRinging({ seconds: 30 })
    .getsText(/you are away now/);
  expect(await presence("Ana")).toBe("away");
  await rep("Ana")
    .isNotRung({ minutes: 2 })
    .texts("In.", line)
    .getsText(/You are in now/);
  await takesCall(rep("Ana"));
  await second.isTalkingTo("Ana");
});

test("a rep's voicemail that answers hears the whisper twice, takes nobody's call, and counts as missed", async () => {
  const { caller, rep, presence } = office({ reps: ["Ana", "Ben"], routing: awayAfterOneRing });
  await asksFor(caller, "support");
  await rep("Ana").rings().answers().hears(takes).hears(takes).isHungUpOn({ seconds: 15 });
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben");
  expect(await presence("Ana")).toBe("away");
});

test.each(["busy", "unreachable"] as const)("a rep's phone that is %s leads to the next rep at once", async (state) => {
  const { caller, rep } = office({ reps: ["Ana", "Ben"] });
  await rep("Ana").isFound(state);
  await asksFor(caller, "support");
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben");
});

test("a rep who declines the ring is passed over like one who does not answer", async () => {
  const { caller, rep } = office({ reps: ["Ana", "Ben"] });
  await asksFor(caller, "support");
  await rep("Ana").rings().declines();
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben");
});

test("a rep who hangs up in the whisper leaves the caller waiting in place", async () => {
  const { caller, another, rep, calls, pass } = office({ reps: ["Ben"] });
  await asksFor(caller, "support");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/A call for support/)
    .hangsUp();
  await pass({ seconds: 1 });
  await asksFor(another(), "support").hears(/number 2 in line/);
  await caller.waits({ seconds: 30 }).hasNotHeard(/went wrong|Here is/);
  expect(await calls()).toMatchObject([{ at: "queue", overtaken: [{ cause: "passed" }] }, {}]);
});

test("a caller who hangs up while a rep's phone rings stops it, and the rep is free for the next", async () => {
  const { caller, another, rep, calls } = office({ reps: ["Ben"] });
  await asksFor(caller, "support");
  await rep("Ben").rings();
  await caller.waits({ seconds: 3 }).hangsUp();
  await rep("Ben").stopsRinging({ seconds: 1 });
  const next = another();
  await asksFor(next, "support");
  await takesCall(rep("Ben"));
  await next.isTalkingTo("Ben");
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "abandoned" }, {}]);
});

test("a rep hears that the caller hung up during the whisper, and is free", async () => {
  const { caller, another, rep, calls } = office({ reps: ["Ben"] });
  await asksFor(caller, "support");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/A call for support/);
  await caller.hangsUp();
  await rep("Ben")
    .hears(/has hung up in the meantime/)
    .isHungUpOn({ seconds: 10 });
  await asksFor(another(), "support");
  await rep("Ben").rings({ seconds: 2 });
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "abandoned" }, {}]);
});

test("a rep who is hearing the whisper is told when the caller has gone to reception instead", async () => {
  const { caller, rep } = office({ reps: ["Ben", "Rosa"] });
  await asksFor(caller, "support");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/A call for support/);
  await caller.presses("0");
  await rep("Ben")
    .hears(/no longer/)
    .isHungUpOn({ seconds: 10 });
  await takesCall(rep("Rosa"));
  await caller.isTalkingTo("Rosa");
});

test("a rep who took a call hears that the caller had gone before they were joined, and is free again", async () => {
  const { caller, another, rep, calls, exchange } = office({ reps: ["Ben"] });
  await asksFor(caller, "support");
  await rep("Ben").rings().answers().hears(takes);
  (await exchange()).faults.delayStatusCallbacks(2_000);
  await caller.hangsUp();
  await rep("Ben")
    .presses("1")
    .hears(/has hung up/)
    .isHungUpOn({ seconds: 10 });
  await asksFor(another(), "support");
  await rep("Ben").rings({ seconds: 5 });
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "abandoned" }, {}]);
});

test("a rep whose line drops before the caller is joined leaves the caller in place, with the music", async () => {
  const { caller, rep, exchange } = office({ reps: ["Ana", "Ben"] });
  await asksFor(caller, "support");
  await rep("Ana").rings().answers().hears(takes);
  const back = (await exchange()).faults.restDown();
  await rep("Ana").presses("1").waits({ seconds: 1 }).hangsUp();
  await caller.waits({ seconds: 5 });
  back();
  await takesCall(rep("Ben"), { seconds: 40 });
  await caller.isTalkingTo("Ben").hasNotHeard(/Ana|went wrong/);
});

test("a rep who presses star before the caller has come stays where the caller will be", async () => {
  const { caller, rep, exchange } = office({ reps: ["Ben"] });
  await asksFor(caller, "support");
  await rep("Ben").rings().answers().hears(takes);
  const back = (await exchange()).faults.restDown();
  await rep("Ben").presses("1").waits({ seconds: 1 }).presses("*").waits({ seconds: 1 });
  back();
  await caller.hears("Here is Ben", { seconds: 40 }).isTalkingTo("Ben");
});

test("a rep who presses a wrong key in the whisper hears it once more, and may still take the call", async () => {
  const { caller, rep } = office({ reps: ["Ben"] });
  await asksFor(caller, "support");
  await rep("Ben")
    .rings()
    .answers()
    .hears(takes)
    .presses("7")
    .hears(/A call for support/)
    .hears(takes)
    .presses("1");
  await caller.isTalkingTo("Ben");
});

test("only one phone rings for a caller at a time, and one caller has one rep", async () => {
  const { caller, another, rep } = office({ reps: ["Ana", "Ben"] });
  await asksFor(caller, "support");
  await rep("Ana").rings();
  await rep("Ben").isNotRung({ seconds: 5 });
  const second = another();
  await asksFor(second, "support");
  await takesCall(rep("Ben"));
  await second.isTalkingTo("Ben");
  await rep("Ana").answers().hears(takes).presses("1");
  await caller.isTalkingTo("Ana");
});

function awayAfterOneRing(routing: Business) {
  return { ...routing, business: { ...routing.business, missedRings: 1 } };
}
