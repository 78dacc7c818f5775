import { expect, test } from "vitest";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { expectComplaints } from "../support/complaints.ts";
import { office } from "../support/office.ts";
import { asksFor, callsBack, takesCall, wrapsUp } from "../support/usual.ts";
import type { Phone } from "../support/phone.ts";

/** How often a telephone was rung so far. */
const rings = (exchange: Exchange, { number }: Phone) =>
  exchange.phone(number).calls.filter(({ direction }) => direction === "outbound").length;

test("a restart while a rep's phone rings for a return call rings nobody twice", async () => {
  const { caller, rep, owes, restart, exchange } = office({ reps: ["Ben"] });
  await owes();
  await rep("Ben").rings();
  await restart();
  await rep("Ben")
    .answers()
    .hears(/Press 1 to call now/)
    .presses("1")
    .hears(/We are ringing/);
  await caller.rings().answers().isTalkingTo("Ben");
  expect([rings(await exchange(), rep("Ben")), rings(await exchange(), caller)]).toEqual([1, 1]);
});

test("a restart while the customer's phone rings rings her once, and both meet", async () => {
  const { caller, rep, owes, restart, exchange, callbacks } = office({ reps: ["Ben"] });
  await owes();
  await callsBack(rep("Ben"));
  await caller.rings();
  await restart();
  await caller
    .answers()
    .hears(/Hello, this is Bright Kettle/)
    .hears("Here is Ben.")
    .isTalkingTo("Ben")
    .hangsUp();
  await wrapsUp(rep("Ben"));
  expect([rings(await exchange(), rep("Ben")), rings(await exchange(), caller)]).toEqual([1, 1]);
  expect((await callbacks())[0]?.given[0]?.ended?.how).toBe("kept");
});

test("a ring whose answer was lost, and a restart before it could be asked about: she is rung once", async () => {
  const { caller, rep, owes, restart, exchange, pass } = office({ reps: ["Ben"] });
  await owes();
  const { faults } = await exchange();
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to call now/);
  faults.restLosesAnswer(1);
  await rep("Ben").presses("1");
  const up = faults.restDown();
  await pass({ seconds: 5 });
  await restart();
  up();
  await pass({ seconds: 10 });
  await caller.rings({ seconds: 0 }).answers().hears("Here is Ben.").isTalkingTo("Ben");
  expect(rings(await exchange(), caller)).toBe(1);
});

test("the customer answers while we are down: that came to nothing, and she is rung again later, once", async () => {
  const { caller, rep, owes, stop, start, pass, exchange, callbacks } = office({ reps: ["Ben"] });
  expectComplaints(await exchange());
  await owes();
  await callsBack(rep("Ben"));
  await caller.rings();
  await stop();
  await caller.answers().isHungUpOn({ minutes: 1 });
  await pass({ minutes: 1 });
  await start();
  await pass({ seconds: 1 });
  expect((await callbacks())[0]).toMatchObject({ state: { at: "missed" }, tries: [{ came: "unanswered" }] });
  await caller.isNotRung({ minutes: 13 });
  await callsBack(rep("Ben"), { minutes: 3 });
  await caller.rings().answers().isTalkingTo("Ben");
  expect(rings(await exchange(), caller)).toBe(2);
});

test("a short conversation that ended while we were down was one: she is not rung again", async () => {
  const { caller, rep, owes, stop, start, pass, exchange, callbacks } = office({ reps: ["Ben"] });
  expectComplaints(await exchange());
  await owes();
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben");
  await pass({ seconds: 12 });
  await stop();
  await caller.hangsUp();
  await pass({ seconds: 3 });
  await start();
  await pass({ seconds: 3 });
  await wrapsUp(rep("Ben"));
  expect((await callbacks())[0]).toMatchObject({ state: { at: "closed" }, given: [{ ended: { how: "kept" } }] });
  await caller.isNotRung({ minutes: 60 });
});

test("her phone rang in vain while we were down: that is found out by asking, and is a try", async () => {
  const { caller, rep, owes, stop, start, pass, callbacks, exchange } = office({ reps: ["Ben"] });
  expectComplaints(await exchange());
  await owes();
  await callsBack(rep("Ben"));
  await rep("Ben").hearsMusic();
  await caller.rings();
  await stop();
  await pass({ seconds: 40 });
  await start();
  await pass({ seconds: 1 });
  expect((await callbacks())[0]).toMatchObject({ state: { at: "missed" }, tries: [{ came: "unanswered" }] });
  await rep("Ben").hears("Nobody answered. Thank you.", { seconds: 10 }).isHungUpOn();
});

test("we were down when a promise fell due: she is rung as soon as we are back, and the cause is on record", async () => {
  const { caller, owes, stop, start, pass, now, callbacks } = office();
  await owes({ kind: "promised", owner: "ana", given: { by: now() + 30 * 60_000 } });
  await pass({ minutes: 20 });
  await stop();
  await pass({ minutes: 25 });
  await start();
  await caller
    .rings({ seconds: 5 })
    .answers()
    .hears(/We promised to call you by 10 30 AM. There is no news yet./)
    .isHungUpOn();
  expect((await callbacks())[0]?.given).toMatchObject([{ ended: { how: "late", cause: "we-were-down" } }, {}]);
});

test("while Twilio cannot be reached nobody waits for ever: the rep is free, and it is no try", async () => {
  const { caller, rep, owes, exchange, callbacks, pass } = office({ reps: ["Ben"] });
  await owes();
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to call now/);
  const up = (await exchange()).faults.restDown();
  await rep("Ben")
    .presses("1")
    .hears(/We are ringing/);
  await pass({ minutes: 2 });
  expect((await callbacks())[0]).toMatchObject({ state: { at: "due" }, tries: [] });
  up();
  await rep("Ben").hears("The call could not be placed. Thank you.", { minutes: 1 }).isHungUpOn();
  await callsBack(rep("Ben"), { minutes: 1 });
  await caller.rings().answers().isTalkingTo("Ben");
  expect(rings(await exchange(), caller)).toBe(1);
});

test("every webhook coming twice changes nothing", async () => {
  const { caller, rep, owes, exchange, callbacks } = office({ reps: ["Ben"] });
  (await exchange()).faults.duplicateWebhooks(2);
  await owes();
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben").hangsUp();
  await wrapsUp(rep("Ben"));
  expect([rings(await exchange(), rep("Ben")), rings(await exchange(), caller)]).toEqual([1, 1]);
  expect((await callbacks())[0]).toMatchObject({ given: [{ ended: { how: "kept" } }], tries: [{ came: "reached" }] });
});

test("status callbacks that come late and in any order change nothing", async () => {
  const { caller, rep, owes, exchange, callbacks, pass } = office({ reps: ["Ben"] });
  (await exchange()).faults.shuffleStatusCallbacks();
  await owes();
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben").hangsUp();
  await wrapsUp(rep("Ben"));
  await pass({ seconds: 10 });
  expect((await callbacks())[0]).toMatchObject({ given: [{ ended: { how: "kept" } }], tries: [{ came: "reached" }] });
});

test("a broken disk rings no customer back, and holds up nobody who is on the line", async () => {
  const { caller, another, rep, owes, diskFails, now, logged } = office({ reps: ["Ben"], talking: ["Ben"] });
  await owes({ joinedAt: now() - 60_000 });
  const live = another();
  await asksFor(live, "support").hears(/number 2 in line/);
  diskFails();
  await rep("Ben").hangsUp();
  await takesCall(rep("Ben"), { seconds: 15 });
  await live.isTalkingTo("Ben").hangsUp();
  await wrapsUp(rep("Ben"));
  await caller.isNotRung({ minutes: 2 });
  expect(logged().some(({ msg }) => msg.includes("nothing is promised"))).toBe(true);
});
