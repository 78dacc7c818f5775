import { expect, test } from "vitest";
import { line, type Business } from "../support/business.ts";
import { office } from "../support/office.ts";
import type { Phone } from "../support/phone.ts";
import { asksFor, callsBack, takesCall, wrapsUp } from "../support/usual.ts";

/** Support rings its customers first. */
const customersFirst = (source: Business) => ({
  ...source,
  queues: { ...source.queues, support: { ...source.queues.support, callbacks: { first: "customer" } } },
});
const first = { reps: ["Ben"], routing: customersFirst };

test("a customer who is rung first has the rep kept for her, before a live caller who came later", async () => {
  const { caller, another, rep, owes, callbacks, now, pass } = office({
    ...first,
    talking: ["Ben"],
  });
  const joinedAt = now();
  await pass({ minutes: 2 });
  await owes({ joinedAt });
  const later = another();
  await asksFor(later, "support").hears(/number 2 in line/);
  await rep("Ben").hangsUp();
  await caller
    .rings()
    .answers()
    .hears("Hello, this is Bright Kettle. We are calling you back: you have kept your place in line.")
    .hears("To be connected, press 1. For another time, press 2.");
  await rep("Ben").isNotRung({ seconds: 1 });
  await caller
    .presses("1")
    .hears("Someone will be with you.")
    .hears(/You are next/);
  await rep("Ben")
    .rings({ seconds: 1 })
    .answers()
    .hears("The caller hung up and kept a place in line.")
    .hears("We have called, and the caller is on the line.")
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.hears("Here is Ben.").isTalkingTo("Ben").hangsUp();
  await wrapsUp(rep("Ben"));
  expect(await callbacks()).toMatchObject([
    { state: { at: "closed" }, tries: [{ came: "reached" }], given: [{ ended: { how: "kept" } }] },
  ]);
  await takesCall(rep("Ben"));
  await later.isTalkingTo("Ben");
});

test("one free rep, two customers: the second is rung when the first has been served", async () => {
  const { caller, another, rep, owes, now } = office(first);
  const second = another();
  await owes({ joinedAt: now() - 60_000 });
  await owes({ to: second.number });
  await caller.rings();
  await second.isNotRung({ seconds: 20 });
  await caller
    .answers()
    .hears(/press 1/)
    .presses("1");
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben").waits({ minutes: 2 }).hangsUp();
  await second.isNotRung({ seconds: 1 });
  await wrapsUp(rep("Ben"));
  await second.rings({ seconds: 5 });
});

test.each<[string, (phone: Phone) => Phone]>([
  ["does not answer", (phone) => phone.stopsRinging({ seconds: 30 })],
  [
    "wants another time",
    (phone) =>
      phone
        .answers()
        .hears(/press 2/)
        .presses("2")
        .hears(/In how many/),
  ],
  [
    "did not ask for the call",
    (phone) =>
      phone
        .answers()
        .hears(/press 3/)
        .presses("3")
        .isHungUpOn(),
  ],
])("one free rep, two customers: the second is rung when the first %s", async (_, ends) => {
  const { caller, another, owes, now } = office(first);
  const second = another();
  await owes({ joinedAt: now() - 60_000 });
  await owes({ to: second.number });
  await caller.rings();
  await second.isNotRung({ seconds: 10 });
  await ends(caller);
  await second.rings({ seconds: 2 });
});

test("one free rep, two numbers that somebody else gave: one is rung, and the next when a second rep is free", async () => {
  const { caller, another, rep, owes, now } = office({ reps: ["Ben"] });
  const second = another();
  await owes({ confirm: true, joinedAt: now() - 60_000 });
  await owes({ confirm: true, to: second.number });
  await caller.rings().answers();
  await second.isNotRung({ seconds: 3 });
  await rep("Ana").texts("in", line);
  await second.rings({ seconds: 2 });
});

test("a live caller who came before her gets the rep, and no customer is rung", async () => {
  const { caller, another, rep, owes, pass } = office({ ...first, talking: ["Ben"] });
  const live = another();
  await asksFor(live, "support").hears(/in line|You are next/);
  await pass({ seconds: 5 });
  await owes();
  await another("+16465550000").hangsUp();
  await wrapsUp(rep("Ben"));
  await takesCall(rep("Ben"));
  await live.isTalkingTo("Ben");
  await caller.isNotRung({ seconds: 30 });
});

test("whoever answers when the rep has gone waits with music in her place", async () => {
  const { caller, rep, owes } = office(first);
  await owes();
  await caller
    .rings()
    .answers()
    .hears(/press 1/);
  await rep("Ben").texts("break", line);
  await caller
    .presses("1")
    .hears(/Someone will be with you/)
    .hearsMusic();
  await rep("Ben").texts("in", line);
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben");
});

test("not now: three times ten minutes later she is rung again, and it was no try", async () => {
  const { caller, owes, callbacks } = office(first);
  await owes();
  await caller
    .rings()
    .answers()
    .hears(/For another time, press 2/)
    .presses("2")
    .hears("In how many times ten minutes may we call you again?")
    .presses("3")
    .hears("We will call you again at 10 30 AM. Goodbye.")
    .isHungUpOn();
  await caller.isNotRung({ minutes: 29 });
  await caller
    .rings({ minutes: 2 })
    .answers()
    .presses("1")
    .hears(/Someone will be with you/);
  expect((await callbacks())[0]).toMatchObject({
    given: [{ ended: { how: "moved", by: { who: "caller" } } }, {}],
    tries: [{ came: "not-now" }, { came: "reached" }],
  });
});

test("whoever wants another time and does not say which is rung again half an hour later, and hears so", async () => {
  const { caller, owes, callbacks, now } = office(first);
  const begun = now();
  await owes();
  await caller
    .rings()
    .answers()
    .presses("2")
    .hears(/In how many/)
    .presses("0")
    .hears(/In how many/)
    .hears(/We will call you again at 10 3\d AM/)
    .isHungUpOn();
  expect((await callbacks())[0]?.given[1]?.from).toBeGreaterThan(begun + 30 * 60_000);
});

test("whoever did not ask for the call is not rung again", async () => {
  const { caller, owes, callbacks } = office(first);
  await owes();
  await caller
    .rings()
    .answers()
    .hears(/If you did not ask for this call, press 3/)
    .presses("3")
    .hears("We are sorry. We will not call this number about it again.")
    .isHungUpOn();
  await caller.isNotRung({ minutes: 40 });
  expect((await callbacks())[0]).toMatchObject({
    state: { at: "closed" },
    given: [{ ended: { how: "broken", cause: "wrong-number" } }],
  });
});

test("somebody who says nothing is asked three times, and rung again later", async () => {
  const { caller, owes, callbacks } = office(first);
  await owes();
  await caller
    .rings()
    .answers()
    .hears(/press 1/)
    .hears(/press 1/)
    .hears(/press 1/)
    .hears("We did not hear from you. Goodbye.")
    .isHungUpOn();
  expect((await callbacks())[0]).toMatchObject({ state: { at: "missed" }, tries: [{ came: "unanswered" }] });
});

test("a machine hears a short message, and no rep was used", async () => {
  const { caller, rep, owes, callbacks, exchange } = office(first);
  await owes();
  (await exchange()).phone(caller.number).setAnsweredBy("machine");
  await caller.rings().answers().hears("We have tried to call you back, and we will try again.").isHungUpOn();
  await rep("Ben").isNotRung({ seconds: 5 });
  expect((await callbacks())[0]).toMatchObject({ state: { at: "missed" }, tries: [{ came: "machine" }] });
});

test("a customer who gives up waiting after all is rung again later, her place kept", async () => {
  const { caller, rep, owes, callbacks, now } = office(first);
  const joinedAt = now();
  await owes({ joinedAt });
  await caller.rings();
  await rep("Ben").texts("break", line);
  await caller.answers().presses("1").hearsMusic().waits({ minutes: 3 }).hangsUp();
  await caller.isNotRung({ minutes: 10 });
  expect((await callbacks())[0]).toMatchObject({ joinedAt, state: { at: "missed" }, tries: [{ came: "reached" }] });
});

test("another number than the caller's is rung before any rep, and its owner says whether it suits", async () => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben"] });
  await owes({ confirm: true });
  await caller
    .rings()
    .answers()
    .hears("Hello, this is Bright Kettle. We were asked to call this number.")
    .hears(/To be connected, press 1/);
  await rep("Ben").isNotRung({ seconds: 1 });
  await caller.presses("1").hears(/Someone will be with you/);
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben").hangsUp();
  await wrapsUp(rep("Ben"));
  expect((await callbacks())[0]?.given[0]?.ended?.how).toBe("kept");
});

test("a promise to another number has the rep ready, who is joined only when its owner has pressed 1", async () => {
  const { caller, rep, owes, now } = office({ reps: ["Ben"] });
  await owes({ kind: "promised", owner: "ben", confirm: true, given: { by: now() + 8 * 60_000 } });
  await callsBack(rep("Ben"));
  await caller
    .rings()
    .answers()
    .hears(/We were asked to call this number/)
    .waits({ seconds: 3 });
  await caller.presses("1").hears("Here is Ben.").isTalkingTo("Ben");
});

test("in Spanish", async () => {
  const { caller, owes } = office({ ...first, reps: ["Ana"] });
  await owes({ language: "es" });
  await caller
    .rings()
    .answers()
    .hears("Para hablar con alguien, pulse 1. Para otra hora, pulse 2.")
    .presses("2")
    .hears("¿Dentro de cuántas veces diez minutos")
    .presses("1")
    .hears("Volveremos a llamarle a las 10 y 10 de la mañana. Hasta luego.")
    .isHungUpOn();
});
