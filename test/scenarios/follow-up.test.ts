import { expect, test } from "vitest";
import type { Business } from "../support/business.ts";
import { cases, resolved } from "../support/follow-up.ts";
import { office, type Office } from "../support/office.ts";
import { asksFor, takesCall, talk, wrapsUp } from "../support/usual.ts";

/** Support asks after two hours whether it was solved. */
function asksAfter(routing: Business) {
  const support = { ...routing.queues.support, followUp: { after: 7_200 } };
  return { ...routing, queues: { ...routing.queues, support } };
}

test("a caller is asked by text whether it was solved; yes closes the case", async () => {
  const all = office({ reps: ["Ben"], routing: asksAfter });
  const { caller, line, pass } = all;
  await resolved(all);
  await pass({ minutes: 119 });
  expect((await all.exchange()).phone(caller.number).texts).toEqual([]);
  await pass({ minutes: 2 });
  await caller
    .getsText(/Was it solved\? Reply YES or NO/)
    .texts("YES", line)
    .getsText(/glad to hear it/);
  expect(await cases(all)).toMatchObject([
    { queue: "support", answer: { solved: true }, closedAt: expect.any(Number) as number },
  ]);
  await caller.texts("yes", line).getsText(/text CALL/);
});

test("no opens a return call to the same rep, ahead of those who wait, with what the caller wrote", async () => {
  const all = office({ reps: ["Ana", "Ben"], talking: ["Ana"], routing: asksAfter });
  const { caller, another, rep, line, pass, callbacks } = all;
  await resolved(all);
  await pass({ minutes: 121 });
  await caller.getsText(/Was it solved/);
  const other = another();
  await talk(other, rep("Ben"));
  await asksFor(another(), "support").hears(/next in line/);
  await caller
    .texts("No, it still leaks", line)
    .getsText(
      /sorry that it is not solved\. Ben will call you back, and you are ahead in line\. Your receipt is \d{6}/,
    );
  expect(await callbacks()).toMatchObject([{ owner: "ben", queue: "support", note: { text: "No, it still leaks" } }]);
  await caller.texts("WHERE", line).getsText(/You are next in line for your return call/);
  await other.hangsUp();
  await wrapsUp(rep("Ben"));
  await rep("Ben")
    .rings()
    .answers()
    .hears(/support/);
  expect(await cases(all)).toMatchObject([
    expect.objectContaining({ number: caller.number, answer: expect.objectContaining({ solved: false }) }),
    {},
  ]);
});

test("a caller who rings in again within the days is ahead in line, for the same rep, who hears why; it counts against resolution", async () => {
  const all = office({ reps: ["Ana", "Ben"], talking: ["Ana"] });
  const { caller, another, rep, pass } = all;
  await resolved(all);
  await pass({ minutes: 30 });
  const other = another();
  await talk(other, rep("Ben"));
  await asksFor(another(), "support").hears(/next in line/);
  await asksFor(caller, "support")
    .hears(/sorry that it is not solved\. You are ahead in line/)
    .hears(/next in line/);
  await other.hangsUp();
  await wrapsUp(rep("Ben"));
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Called about this before, and spoke with you\. It is not solved/)
    .hears(/Press 1/)
    .presses("1");
  await caller.isTalkingTo("Ben");
  expect((await cases(all)).find(({ number }) => number === caller.number)).toMatchObject({
    cameBack: expect.any(Number) as number,
  });
});

test("after the days the case is over, and whoever rings in then begins anew", async () => {
  const all = office({
    reps: ["Ben"],
    routing: (routing) => ({ ...routing, business: { ...routing.business, resolvedWithinDays: 1 } }),
  });
  const { caller, pass } = all;
  await resolved(all);
  await pass({ minutes: 24 * 60 + 1 });
  expect(await cases(all)).toMatchObject([{ number: caller.number, closedAt: expect.any(Number) as number }]);
  await asksFor(caller, "support").hasNotHeard(/ahead in line/);
});

test.each([
  ["who has said STOP", async ({ caller, line }: Office) => caller.texts("STOP", line)],
  ["to whom a return call is owed", async ({ caller, line }: Office) => caller.texts("CALL tomorrow at ten", line)],
])("a caller %s is not asked", async (_, does) => {
  const all = office({ reps: ["Ben"], routing: asksAfter });
  await resolved(all);
  await does(all);
  await all.pass({ minutes: 130 });
  const { texts } = (await all.exchange()).phone(all.caller.number);
  expect(texts.filter(({ body }) => body.includes("solved"))).toEqual([]);
});

test("nobody is asked at night, nor twice in a day", async () => {
  const all = office({ reps: ["Ben"], routing: asksAfter, at: Date.UTC(2026, 10, 23, 23, 30) });
  const { caller, rep, pass } = all;
  await resolved(all);
  await pass({ minutes: 12 * 60 });
  const asked = async () =>
    (await all.exchange()).phone(caller.number).texts.filter(({ body }) => /Was it solved/.test(body)).length;
  expect(await asked()).toBe(0);
  await pass({ minutes: 180 });
  expect(await asked()).toBe(1);
  await asksFor(caller, "support");
  await takesCall(rep("Ben"));
  await caller.hears(/^Here is/).hangsUp();
  await wrapsUp(rep("Ben"));
  await pass({ minutes: 180 });
  expect(await asked()).toBe(1);
});

test("a caller who speaks Spanish is asked and answered in Spanish", async () => {
  const all = office({ reps: ["Ana"], routing: asksAfter });
  const { caller, rep, line, pass } = all;
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("9")
    .hears(/Bienvenido/)
    .presses("2");
  await takesCall(rep("Ana"));
  await caller.hears(/^Le atiende/).hangsUp();
  await wrapsUp(rep("Ana"));
  await pass({ minutes: 121 });
  await caller
    .getsText(/¿Quedó resuelto\? Responda SÍ o NO/)
    .texts("sí", line)
    .getsText(/nos alegra saberlo/);
});
