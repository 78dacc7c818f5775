import { expect, test } from "vitest";
import { line } from "../support/business.ts";
import { sayings, heardBy } from "../support/ear.ts";
import { office } from "../support/office.ts";
import { asksFor, callsBack, takesCall, talk, wrapsUp } from "../support/usual.ts";

test("a rep is rung with the whole story, then the customer, and both meet", async () => {
  const { caller, rep, owes, callbacks, calls } = office({ reps: ["Ben"] });
  await owes({ about: "about-repair", waitedSeconds: 250, note: { text: "The spout drips." } });
  await rep("Ben")
    .rings()
    .answers()
    .hears("A return call for support. The caller hung up and kept a place in line.")
    .hears("From the number that ends in 9 9 9 9.")
    .hears("It is about a repair.")
    .hears("Waited 4 minutes.")
    .hears("The note says: The spout drips.")
    .hears(/Press 1 to call now, 2 to pass/)
    .presses("1")
    .hears("We are ringing the caller now.");
  await caller
    .rings()
    .answers()
    .hears("Hello, this is Bright Kettle. We are calling you back: you have kept your place in line.")
    .hears("Here is Ben.")
    .isTalkingTo("Ben")
    .waits({ minutes: 2 })
    .hangsUp();
  await wrapsUp(rep("Ben"));
  expect(await callbacks()).toMatchObject([{ given: [{ ended: { how: "kept" } }], state: { at: "closed" } }]);
  expect((await calls()).at(-1)).toMatchObject({ at: "ended", outcome: "answered", disposition: "resolved" });
});

test("the customer sees the number that was dialled, and is spoken to in Spanish, by a rep who speaks it", async () => {
  const { caller, rep, owes, exchange } = office({ reps: ["Ben", "Ana"] });
  await owes({ language: "es" });
  await callsBack(rep("Ana"));
  await caller
    .rings()
    .answers()
    .hears("Hola, le llamamos de Bright Kettle. Le devolvemos la llamada: ha conservado su lugar en la fila.")
    .hears("Le atiende Ana.")
    .isTalkingTo("Ana");
  expect((await exchange()).phone(caller.number).calls.at(-1)?.from).toBe(line);
});

test("a rep who passes is no try: the next one is rung, and the customer not before one takes it", async () => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben", "Ana"] });
  await owes();
  await rep("Ana")
    .rings()
    .answers()
    .hears(/2 to pass/)
    .presses("2")
    .isHungUpOn();
  await caller.isNotRung({ seconds: 1 });
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben");
  expect((await callbacks())[0]?.tries).toMatchObject([{ came: "reached" }]);
});

test("a rep who does not answer is no try either, and is away after two of them", async () => {
  const { caller, rep, owes, callbacks, presence } = office({ reps: ["Ben"] });
  await owes();
  await rep("Ben").rings().stopsRinging({ seconds: 25 }).rings({ minutes: 2 }).stopsRinging({ seconds: 25 });
  expect(await presence("Ben")).toBe("away");
  await caller.isNotRung({ seconds: 1 });
  expect((await callbacks())[0]).toMatchObject({ state: { at: "due" }, tries: [], hindrance: "nobody-took-it" });
});

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

test("somebody who picks up and says nothing is asked for a key, and is put through", async () => {
  const { caller, rep, owes, exchange } = office({ reps: ["Ben"] });
  await owes();
  (await exchange()).phone(caller.number).setAnsweredBy("machine");
  await callsBack(rep("Ben"));
  await caller
    .rings()
    .answers()
    .hears("If you can hear us, please press any key.")
    .presses("5")
    .hears("Here is Ben.")
    .isTalkingTo("Ben");
});

test("a rep who hangs up before the customer answers frees her phone, and the next rep is found", async () => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben", "Ana"] });
  await owes();
  await callsBack(rep("Ana"));
  await caller.rings();
  await rep("Ana").hangsUp();
  await caller.stopsRinging();
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben");
  expect((await callbacks())[0]?.tries).toMatchObject([{ came: "reached" }]);
});

test("a rep who hangs up while she is being greeted leaves her first in line, and the next rep hears the story", async () => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben", "Ana"] });
  await owes();
  await callsBack(rep("Ana"));
  await caller.rings().answers();
  await rep("Ana").hangsUp();
  await caller.hears("Someone will be with you. You are still in your place in line.");
  await takesCall(rep("Ben"));
  await caller.hears("Here is Ben.").isTalkingTo("Ben").hangsUp();
  await wrapsUp(rep("Ben"));
  expect((await callbacks())[0]).toMatchObject({ state: { at: "closed" }, given: [{ ended: { how: "kept" } }] });
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

test("a conversation that breaks off is the caller's to take up: pressing 1, she is first in line again", async () => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben"] });
  await owes();
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben").waits({ seconds: 30 });
  await rep("Ben").hangsUp();
  await caller
    .hears(/If you were cut off, press 1/)
    .presses("1")
    .hears(/You are next/);
  expect((await callbacks())[0]?.state.at).toBe("talking");
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben").hangsUp();
  await wrapsUp(rep("Ben"));
  expect((await callbacks())[0]?.given[0]?.ended?.how).toBe("kept");
});

test("a conversation that breaks off, and is not taken up, has reached her", async () => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben"] });
  await owes();
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben").waits({ seconds: 30 });
  await rep("Ben").hangsUp();
  await caller.hears(/If you were cut off/).isHungUpOn();
  expect((await callbacks())[0]).toMatchObject({ state: { at: "closed" }, given: [{ ended: { how: "kept" } }] });
});

test("the caller who kept place 4 is called exactly when it comes up, while three who came later wait", async () => {
  const { caller, another, rep, owes, now, pass, ...world } = office({ reps: ["Ben"], talking: ["Ben"] });
  const ahead = [another(), another(), another()];
  for (const one of ahead)
    await asksFor(one, "support")
      .waits({ seconds: 1 })
      .hears(/in line/);
  const joinedAt = now();
  await pass({ seconds: 1 });
  const later = [another(), another(), another()];
  for (const [index, one] of later.entries())
    await asksFor(one, "support")
      .waits({ seconds: 1 })
      .hears(index === 0 ? /number 4 in line/ : /in line/);
  await owes({ joinedAt });
  for (const one of later) await one.waits({ minutes: 4 });
  const [first] = later;
  if (!first) throw new Error("nobody came later");
  expect(sayings(await heardBy(world, first))).toContain(
    "A return call that we promised is due. You are now number 5 in line.",
  );
  await rep("Ben").hangsUp();
  for (const one of ahead) {
    await takesCall(rep("Ben"), { seconds: 30 });
    await one.isTalkingTo("Ben");
    await caller.isNotRung({ seconds: 1 });
    await one.hangsUp();
    await wrapsUp(rep("Ben"));
  }
  await callsBack(rep("Ben"), { seconds: 30 });
  await caller.rings().answers().isTalkingTo("Ben").hangsUp();
  await wrapsUp(rep("Ben"));
  for (const one of later) {
    await takesCall(rep("Ben"), { seconds: 30 });
    await one.isTalkingTo("Ben").hangsUp();
    await wrapsUp(rep("Ben"));
  }
});

test("a rep who has no answer yet gives the next time on the same call, and it is the same return call", async () => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben"] });
  const id = await owes();
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben").hangsUp();
  await rep("Ben")
    .hears(/How did the call end/)
    .presses("3")
    .hears(/[Bb]y when/)
    .presses("1")
    .waits({ seconds: 30 });
  await rep("Ben").presses("1").waits({ seconds: 20 });
  expect(await callbacks()).toMatchObject([
    { id, kind: "promised", owner: "ben", given: [{ ended: { how: "kept" } }, {}], state: { at: "promised" } },
  ]);
});
