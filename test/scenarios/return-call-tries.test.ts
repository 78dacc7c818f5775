import { expect, test } from "vitest";
import { line } from "../support/business.ts";
import { office } from "../support/office.ts";
import { callsBack, talk, wrapsUp } from "../support/usual.ts";

test("a voicemail is a try and no success: twice a short message that tells nothing, then she is reached", async () => {
  const { caller, rep, owes, callbacks, exchange, presence } = office({ reps: ["Ben"] });
  const id = await owes({ about: "about-repair" });
  const phone = (await exchange()).phone(caller.number);
  phone.setAnsweredBy("machine");
  for (const again of [1, 2]) {
    await callsBack(rep("Ben"), { minutes: 16 });
    await caller
      .rings()
      .answers()
      .hears("Hello, this is Bright Kettle. We have tried to call you back, and we will try again.")
      .hasNotHeard(/repair|kettle that/)
      .isHungUpOn();
    await rep("Ben").hears("A machine answered, and gets a short message. Thank you.").isHungUpOn();
    expect((await callbacks())[0]).toMatchObject({ id, state: { at: "missed" }, tries: { length: again } });
  }
  expect(await presence("Ben")).toBe("in");
  phone.setAnsweredBy("human");
  await rep("Ben")
    .rings({ minutes: 16 })
    .answers()
    .hears("We have tried 2 times before.")
    .hears(/Press 1/)
    .presses("1");
  await caller.rings().answers().isTalkingTo("Ben").hangsUp();
  await wrapsUp(rep("Ben"));
  expect((await callbacks())[0]?.tries.map(({ came }) => came)).toEqual(["machine", "machine", "reached"]);
  expect((await callbacks())[0]?.given[0]?.ended?.how).toBe("kept");
});

test("a machine that was taken for the customer is one that the rep says so of: a try, with the short message", async () => {
  const { caller, rep, owes, callbacks, presence } = office({ reps: ["Ben"] });
  await owes();
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben").waits({ seconds: 5 });
  await rep("Ben")
    .presses("*")
    .hears(/7 if a machine has answered/)
    .presses("7")
    .hears("A machine answered, and gets a short message. Thank you.")
    .isHungUpOn();
  await caller.hears("We have tried to call you back, and we will try again.").isHungUpOn();
  expect((await callbacks())[0]).toMatchObject({ state: { at: "missed" }, tries: [{ came: "machine" }] });
  expect((await callbacks())[0]?.tries).toHaveLength(1);
  expect(await presence("Ben")).toBe("in");
});

test("a caller who has rung us is no machine: there is no such key", async () => {
  const { caller, rep } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await rep("Ben")
    .presses("*")
    .hears(/8 to end the call/)
    .hasNotHeard(/machine/)
    .presses("7")
    .hears(/8 to end the call/);
  await caller.hearsMusic();
});

test.each([
  ["busy", "busy", "The line was busy. Thank you."],
  ["unreachable", "not-placed", "The call could not be placed. Thank you."],
] as const)("a line that is %s is a try, and the rep hears so", async (found, came, words) => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben"] });
  await owes();
  await caller.isFound(found);
  await callsBack(rep("Ben"));
  await rep("Ben").hears(words).isHungUpOn();
  expect((await callbacks())[0]).toMatchObject({ state: { at: "missed" }, tries: [{ came }] });
});

test("a phone that nobody answers rings as long as the queue says, and the next try keeps the place", async () => {
  const { caller, another, rep, owes, callbacks, now } = office({ reps: ["Ben"] });
  const joinedAt = now() - 300_000;
  await owes({ joinedAt });
  await callsBack(rep("Ben"));
  await caller.rings().stopsRinging({ seconds: 26 });
  await rep("Ben").hears("Nobody answered. Thank you.").isHungUpOn();
  const later = another();
  await rep("Ben").texts("break", line);
  await later
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .waits({ minutes: 15 });
  await rep("Ben").texts("in", line);
  await callsBack(rep("Ben"));
  expect((await callbacks())[0]).toMatchObject({ joinedAt, tries: [{ came: "unanswered" }] });
});

test("a customer who hangs up while being greeted is tried again later, and the rep hears so", async () => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben"] });
  await owes();
  await callsBack(rep("Ben"));
  await caller.rings().answers().waits({ seconds: 2 }).hangsUp();
  await rep("Ben").hears("The caller hung up before being connected. Thank you.").isHungUpOn();
  await caller.isNotRung({ minutes: 10 });
  expect((await callbacks())[0]).toMatchObject({ state: { at: "missed" }, tries: [{ came: "unanswered" }] });
});

test("a customer who is on the line about something else is rung when that is over, and it was no try", async () => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben", "Cleo"] });
  await talk(caller, rep("Cleo"), "sales");
  await owes();
  await rep("Ben").isNotRung({ minutes: 1 });
  await caller.isTalkingTo("Cleo").hangsUp();
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben");
  expect((await callbacks())[0]?.tries).toMatchObject([{ came: "reached" }]);
});

test("a call that Twilio could not place until it had closed is not placed then, but in the morning", async () => {
  const weekly = Object.fromEntries(["mon", "tue"].map((day) => [day, [["09:00", "18:00"]]]));
  const { caller, rep, owes, exchange, pass } = office({
    reps: ["Ben"],
    at: Date.UTC(2026, 10, 23, 22, 58, 55),
    routing: (routing) => {
      Object.assign(routing, { hours: { day: { weekly } } });
      Object.assign(routing.queues.support, { hours: "day" });
      return routing;
    },
  });
  await owes();
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to call now/);
  const up = (await exchange()).faults.restDown();
  await rep("Ben").presses("1");
  await pass({ seconds: 45 });
  up();
  await caller.isNotRung({ minutes: 14 * 60 + 55 });
  await rep("Ben").rings({ minutes: 10 });
});
