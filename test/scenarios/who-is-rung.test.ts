import { expect, test } from "vitest";
import type { Business } from "../support/business.ts";
import { office } from "../support/office.ts";
import { asksFor, takesCall, talk, wrapsUp } from "../support/usual.ts";

test("the rep who has been idle longest is rung first", async () => {
  const { caller, another, rep, line, pass } = office();
  for (const name of ["Ben", "Ana"]) {
    await rep(name).texts("IN", line);
    await pass({ seconds: 10 });
  }
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await wrapsUp(rep("Ben"));
  await pass({ seconds: 10 });
  const [second, third] = [another(), another()];
  await talk(second, rep("Ana"));
  await second.hangsUp();
  await wrapsUp(rep("Ana"));
  await asksFor(third, "support");
  await takesCall(rep("Ben"));
  await third.isTalkingTo("Ben");
});

test("a rep is rung only for what the rep can do", async () => {
  const { caller, another, rep, pass } = office({ reps: ["Ben", "Cleo"] });
  await asksFor(caller, "sales");
  await rep("Ben").isNotRung({ seconds: 5 });
  await takesCall(rep("Cleo"), { seconds: 0 });
  await pass({ seconds: 1 });
  await asksFor(another(), "sales").hears(/next in line/);
  await rep("Ben").isNotRung({ minutes: 3 });
});

test("a Spanish caller reaches a rep who speaks Spanish, though another is free and idle longer", async () => {
  const { caller, rep, line, pass } = office();
  await rep("Ben").texts("IN", line);
  await pass({ seconds: 10 });
  await rep("Ana").texts("IN", line);
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("9")
    .hears(/Bienvenido/)
    .presses("2");
  await takesCall(rep("Ana"));
  await caller.hears("Le atiende Ana").isTalkingTo("Ana");
});

test("an English caller is served past a Spanish one for whom no rep is free, and the record says why", async () => {
  const { caller, another, rep, line, calls, pass } = office({ reps: ["Ana", "Ben"] });
  await talk(another(), rep("Ana"));
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("9")
    .hears(/Bienvenido/)
    .presses("2");
  await rep("Ben").isNotRung({ seconds: 20 });
  const english = another();
  await asksFor(english, "support");
  await takesCall(rep("Ben"));
  await english.isTalkingTo("Ben");
  await pass({ seconds: 1 });
  expect((await calls()).find(({ from }) => from === caller.number)).toMatchObject({
    at: "queue",
    overtaken: [{ cause: "language" }],
  });
});

test("a Spanish caller whom nobody signed in could speak with in Spanish reaches a rep all the same, who is told so", async () => {
  const { caller, rep, line } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("9")
    .hears(/Bienvenido/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/speaks Spanish/)
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.hears("Le atiende Ben").isTalkingTo("Ben");
});

test("a caller who rings again is put through to the rep who knows the case, though another has been idle longer", async () => {
  const { caller, rep, line, pass } = office();
  await rep("Ben").texts("IN", line);
  await talk(caller, rep("Ben"));
  await rep("Ana").texts("IN", line);
  await caller.hangsUp();
  await wrapsUp(rep("Ben"), "2");
  await pass({ minutes: 20 });
  await asksFor(caller, "support");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/You have spoken with this caller lately/);
});

test.each([
  ["within preferFor seconds", { seconds: 15 }, "Ben"],
  ["no sooner than that", { seconds: 25 }, "Ana"],
] as const)("a caller waits for a busy rep who knows the case: free %s, it is theirs", async (_, after, who) => {
  const { caller, another, rep, line, pass } = office();
  await rep("Ben").texts("IN", line);
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await wrapsUp(rep("Ben"), "2");
  const other = another();
  await talk(other, rep("Ben"));
  await rep("Ana").texts("IN", line);
  await asksFor(caller, "support");
  await pass({ seconds: after.seconds - 5 });
  await other.hangsUp();
  await wrapsUp(rep("Ben"));
  await rep(who).rings({ seconds: 1 });
});

test("the longer a caller waits, the wider the pool that is rung", async () => {
  const { caller, rep } = office({
    reps: ["Cleo"],
    routing: (routing) =>
      pool(routing, [
        { after: 0, skills: ["support"] },
        { after: 60, skills: ["sales"] },
      ]),
  });
  await asksFor(caller, "support");
  await rep("Cleo").isNotRung({ seconds: 58 });
  await takesCall(rep("Cleo"), { seconds: 3 });
  await caller.isTalkingTo("Cleo");
});

test("callers are answered in the order in which they joined", async () => {
  const { caller, another, rep, pass } = office({ reps: ["Ben"] });
  const first = another();
  await talk(first, rep("Ben"));
  const callers = [caller, another(), another()];
  for (const one of callers) {
    await asksFor(one, "support");
    await pass({ seconds: 5 });
  }
  await first.hangsUp();
  for (const one of callers) {
    await wrapsUp(rep("Ben"));
    await takesCall(rep("Ben"));
    await one.isTalkingTo("Ben").hangsUp();
  }
});

test("a second's wait in a weighty queue counts for more, but nobody is overtaken beyond the cap, and each time is on record", async () => {
  const { caller, another, rep, calls, pass } = office({
    reps: ["Ana"],
    routing: ({ business, queues, ...rest }) => ({
      ...rest,
      business: { ...business, overtakeCap: 1 },
      queues: { ...queues, sales: { ...queues.sales, weight: 3 } },
    }),
  });
  const [first, buyer, secondBuyer] = [another(), another(), another()];
  await talk(first, rep("Ana"));
  await asksFor(caller, "support");
  await pass({ seconds: 30 });
  await asksFor(buyer, "sales");
  await pass({ seconds: 1 });
  await asksFor(secondBuyer, "sales");
  await pass({ seconds: 30 });
  await first.hangsUp();
  await wrapsUp(rep("Ana"));
  await takesCall(rep("Ana"));
  await buyer.isTalkingTo("Ana").hangsUp();
  const buyers = (await calls()).filter(({ from }) => from === buyer.number);
  expect((await calls()).find(({ from }) => from === caller.number)?.overtaken).toMatchObject([
    { by: buyers[0]?.sid, cause: "weight" },
  ]);
  await wrapsUp(rep("Ana"));
  await takesCall(rep("Ana"));
  await caller.isTalkingTo("Ana");
});

test("a rep who takes one call is rung for the next only when the wrap-up is done", async () => {
  const { caller, another, rep } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await asksFor(another(), "support");
  await caller.hangsUp();
  await rep("Ben")
    .hears(/How did the call end/)
    .isNotRung({ seconds: 5 });
  await rep("Ben").presses("1").isHungUpOn().rings({ seconds: 1 });
});

function pool(routing: Business, levels: readonly { after: number; skills: readonly string[] }[]) {
  const { support } = routing.queues;
  return { ...routing, queues: { ...routing.queues, support: { ...support, ring: { pool: levels } } } };
}
