import { expect, test } from "vitest";
import { line } from "../support/business.ts";
import { office } from "../support/office.ts";
import { asksFor, callsBack, takesCall, talk, wrapsUp } from "../support/usual.ts";

const minute = 60_000;
/** Ana promised at ten to call by eleven. */
const byEleven = (now: () => number) =>
  ({ kind: "promised", owner: "ana", madeBy: { who: "rep", rep: "ana" }, given: { by: now() + 60 * minute } }) as const;

test("a promise is rung for by its rep, ten minutes before the time", async () => {
  const { caller, rep, owes, callbacks, now, pass } = office({ reps: ["Ben", "Ana"] });
  await owes({ ...byEleven(now), about: "about-repair" });
  await pass({ minutes: 49 });
  await rep("Ana")
    .rings({ minutes: 2 })
    .answers()
    .hears("A return call for support that you have promised by 11 AM.")
    .hears("It is about a repair.")
    .hears(/Press 1/)
    .presses("1");
  await caller
    .rings()
    .answers()
    .hears("Hello, this is Bright Kettle. We are calling you back, as we promised.")
    .isTalkingTo("Ana")
    .hangsUp();
  await wrapsUp(rep("Ana"));
  expect((await callbacks())[0]?.given).toMatchObject([{ ended: { how: "kept", news: "answer" } }]);
});

test("a rep who went home with an open promise: the team is rung for it, and hears whose it was", async () => {
  const { caller, rep, owes, callbacks, now, pass } = office({ reps: ["Ben", "Ana"] });
  await owes(byEleven(now));
  await rep("Ana").texts("out", line);
  await pass({ minutes: 49 });
  await rep("Ben")
    .rings({ minutes: 2 })
    .answers()
    .hears("A return call for support that Ana has promised by 11 AM.")
    .hears(/Press 1/)
    .presses("1");
  await caller.rings().answers().isTalkingTo("Ben").hangsUp();
  await wrapsUp(rep("Ben"));
  expect((await callbacks())[0]?.given[0]?.ended?.how).toBe("kept");
});

test("five minutes before the time a lead is rung for it, whatever the lead's skills", async () => {
  const { rep, owes, now, pass } = office({ reps: ["Ben", "Dana"], talking: ["Ben"] });
  await owes(byEleven(now));
  await pass({ minutes: 52 });
  await rep("Dana").isNotRung({ minutes: 2 });
  await rep("Dana")
    .rings({ minutes: 2 })
    .answers()
    .hears(/that Ana has promised by 11 AM/);
});

test("nobody keeps the promise: at the time Holdfast rings, says so plainly, and names the next time", async () => {
  const { caller, rep, owes, callbacks, now, pass } = office({ reps: ["Ben"], talking: ["Ben"] });
  await owes({ ...byEleven(now), news: { at: now(), text: "The part is on its way." } });
  await pass({ minutes: 58 });
  await caller
    .rings({ minutes: 2 })
    .answers()
    .hears("Hello, this is Bright Kettle. We are calling you back, as we promised.")
    .hears("We promised to call you by 11 AM. There is no news yet.")
    .hears("This is what we know so far: The part is on its way.")
    .hears("Ana is on it.")
    .hears("We will call you again by noon.")
    .hears(/To speak with someone now, press 1. For another time, press 2./)
    .isHungUpOn();
  expect((await callbacks())[0]).toMatchObject({
    given: [{ ended: { how: "kept", news: "no-answer" } }, { chained: true }],
    state: { at: "promised" },
  });
  expect(now()).toBeLessThan(Date.UTC(2026, 10, 23, 16, 1));
  await rep("Ben").hangsUp();
  await callsBack(rep("Ben"), { minutes: 60 });
  await caller.rings().answers().isTalkingTo("Ben");
});

test("told that there is no news, she may speak with somebody now: first in line, to the rep whose word it is", async () => {
  const { caller, another, rep, owes, callbacks, now, pass } = office({ reps: ["Ben", "Ana"] });
  await owes(byEleven(now));
  const [first, second] = [another(), another()];
  await talk(first, rep("Ana"));
  await talk(second, rep("Ben"));
  await pass({ minutes: 57 });
  await caller
    .rings({ minutes: 3 })
    .answers()
    .hears(/press 1/)
    .presses("1")
    .hears(/You are next/);
  await asksFor(another(), "support").hears(/number 2 in line/);
  await first.hangsUp();
  await wrapsUp(rep("Ana"));
  await takesCall(rep("Ana"), { seconds: 15 });
  await caller.isTalkingTo("Ana").hangsUp();
  await wrapsUp(rep("Ana"));
  expect((await callbacks())[0]).toMatchObject({
    state: { at: "closed" },
    given: [{ ended: { how: "kept", news: "no-answer" } }, { ended: { how: "kept", news: "answer" } }],
  });
});

test("told that there is no news, she may choose another time", async () => {
  const { caller, owes, callbacks, now, pass } = office({ reps: ["Ben"], talking: ["Ben"] });
  await owes(byEleven(now));
  await pass({ minutes: 58 });
  await caller
    .rings({ minutes: 2 })
    .answers()
    .hears(/For another time, press 2/)
    .presses("2")
    .hears(/In how many times ten minutes/)
    .presses("6")
    .hears(/We will call you again at noon|at 11 59/)
    .isHungUpOn();
  expect((await callbacks())[0]?.given).toMatchObject([
    { ended: { how: "kept" } },
    { ended: { how: "moved", by: { who: "caller" } } },
    {},
  ]);
});

test("where nobody is there to speak with, that is not offered", async () => {
  const { caller, owes, now, pass } = office();
  await owes(byEleven(now));
  await pass({ minutes: 58 });
  await caller
    .rings({ minutes: 2 })
    .answers()
    .hears(/For another time, press 2/)
    .hasNotHeard(/speak with someone/)
    .presses("1")
    .hears(/For another time/);
});

test("unanswered, what would have been said is written", async () => {
  const { caller, owes, callbacks, now, pass } = office();
  await owes(byEleven(now));
  await pass({ minutes: 58 });
  await caller.rings({ minutes: 2 }).stopsRinging({ seconds: 26 });
  await caller.getsText(/There is no news yet; Ana is on it. You will hear from us again by noon/);
  expect((await callbacks())[0]).toMatchObject({
    given: [{ ended: { how: "kept", news: "message" } }, { chained: true }],
    tries: [{ came: "unanswered" }],
  });
});

test("a machine is told nothing of it: what would have been said is written", async () => {
  const { caller, owes, now, pass, exchange } = office();
  (await exchange()).phone(caller.number).setAnsweredBy("machine");
  await owes(byEleven(now));
  await pass({ minutes: 58 });
  await caller
    .rings({ minutes: 2 })
    .answers()
    .hears(/We have tried to call you back/)
    .hasNotHeard(/no news/)
    .isHungUpOn();
  await caller.getsText(/There is no news yet/);
});

test("in Spanish", async () => {
  const { caller, owes, now, pass } = office({ reps: ["Ben"], talking: ["Ben"] });
  await owes({ ...byEleven(now), language: "es" });
  await pass({ minutes: 58 });
  await caller
    .rings({ minutes: 2 })
    .answers()
    .hears("Prometimos llamarle a más tardar a las 11 de la mañana. Todavía no hay novedades.")
    .hears("Ana se ocupa de ello.")
    .hears(/Volveremos a llamarle a más tardar a las 12/);
});
