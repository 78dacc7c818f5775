import { expect, test } from "vitest";
import { line } from "../support/business.ts";
import { sayings, heardBy } from "../support/ear.ts";
import { office } from "../support/office.ts";
import { asksFor, callsBack, takesCall, wrapsUp } from "../support/usual.ts";

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
