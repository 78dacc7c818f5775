import { expect, test } from "vitest";
import type { Business } from "../support/business.ts";
import { office, type Office } from "../support/office.ts";
import { asksByCall, cases, resolved } from "../support/follow-up.ts";
import { takesCall, talk, wrapsUp } from "../support/usual.ts";

test("a caller may be asked by a short call: one key says that it was solved", async () => {
  const all = office({ reps: ["Ben"], routing: asksByCall });
  const { caller, pass } = all;
  await resolved(all);
  await pass({ minutes: 119 });
  await caller
    .rings({ minutes: 3 })
    .answers()
    .hears(/this is Bright Kettle.*Press 1 if it was, 2 if it was not/)
    .presses("1")
    .hears(/glad to hear it/)
    .isHungUpOn();
  await pass({ seconds: 5 });
  expect(await cases(all)).toMatchObject([{ answer: { solved: true } }]);
});

test("a caller who is on the line with us about something else is asked when that is over", async () => {
  const all = office({ reps: ["Ben", "Cleo"], routing: asksByCall });
  const { caller, pass, rep } = all;
  await resolved(all);
  await pass({ minutes: 118 });
  await talk(caller, rep("Cleo"), "sales");
  await caller.isNotRung({ minutes: 5 }).isTalkingTo("Cleo").hangsUp();
  await caller
    .rings({ minutes: 10 })
    .answers()
    .hears(/Press 1 if it was, 2 if it was not/);
});

test("a caller who was on the line until the queue closed is asked in the morning", async () => {
  const weekly = Object.fromEntries(["mon", "tue"].map((day) => [day, [["09:00", "18:00"]]]));
  const all = office({
    reps: ["Ben", "Cleo"],
    at: Date.UTC(2026, 10, 23, 20, 56),
    routing: (routing) => {
      Object.assign(routing, { hours: { day: { weekly } } });
      Object.assign(routing.queues.support, { hours: "day" });
      return asksByCall(routing);
    },
  });
  const { caller, pass, rep } = all;
  await resolved(all);
  await pass({ minutes: 118 });
  await talk(caller, rep("Cleo"), "sales");
  await caller.isNotRung({ minutes: 5 }).isTalkingTo("Cleo").hangsUp();
  await caller.isNotRung({ minutes: 14 * 60 + 55 });
  await caller
    .rings({ minutes: 10 })
    .answers()
    .hears(/Press 1 if it was, 2 if it was not/);
});

test("a call that Twilio could not place until it had closed is not placed then: a text asks in the morning", async () => {
  const closing = Date.UTC(2026, 10, 23, 23);
  const weekly = Object.fromEntries(["mon", "tue"].map((day) => [day, [["09:00", "18:00"]]]));
  const all = office({
    reps: ["Ben"],
    at: closing - 2 * 3_600_000 - 113_000,
    routing: (routing) => {
      Object.assign(routing, { hours: { day: { weekly } } });
      Object.assign(routing.queues.support, { hours: "day" });
      return asksByCall(routing);
    },
  });
  const { caller, pass, now, exchange } = all;
  await resolved(all);
  await pass({ seconds: (closing - 45_000 - now()) / 1_000 });
  const up = (await exchange()).faults.restDown();
  await pass({ seconds: 60 });
  up();
  await caller.isNotRung({ minutes: 20 * 60 }).getsText(/Was it solved\? Reply YES or NO/);
});

test("asked by a call, a caller who says that it is not solved is called back by the same rep", async () => {
  const all = office({ reps: ["Ben"], routing: asksByCall });
  const { caller, pass, callbacks, rep } = all;
  await resolved(all);
  await pass({ minutes: 119 });
  await caller
    .rings({ minutes: 3 })
    .answers()
    .hears(/Press 1 if it was/)
    .presses("2")
    .hears(/sorry that it is not solved/)
    .hears(/Ben will call you back, and you are ahead in line/)
    .isHungUpOn();
  await rep("Ben").rings();
  expect(await callbacks()).toMatchObject([{ owner: "ben", kind: "place" }]);
});

/** How a call that asks after finds the caller's telephone. */
const found: Readonly<Record<string, (all: Office) => Promise<void>>> = {
  "that nobody answers": async ({ caller, pass }) => {
    await caller.rings({ minutes: 3 });
    await pass({ minutes: 2 });
  },
  "that a machine answers": async ({ caller, exchange, pass }) => {
    (await exchange()).phone(caller.number).setAnsweredBy("machine");
    await caller.rings({ minutes: 3 }).answers();
    await pass({ minutes: 2 });
  },
  "that is declined": async ({ caller, pass }) => {
    await caller.rings({ minutes: 3 }).declines();
    await pass({ minutes: 2 });
  },
  "to a line that is busy": async ({ caller, pass }) => {
    await caller.isFound("busy");
    await pass({ minutes: 4 });
  },
};

async function asked({ exchange, caller }: Office): Promise<readonly string[]> {
  const { texts } = (await exchange()).phone(caller.number);
  return texts.flatMap(({ body }) => (/solved|resuelto/.test(body) ? [body] : []));
}

test.each(Object.entries(found))("after a call %s one text asks instead, and nothing more", async (_, isFound) => {
  const all = office({ reps: ["Ben"], routing: asksByCall });
  const { caller, line, pass, exchange } = all;
  await resolved(all);
  await pass({ minutes: 119 });
  await isFound(all);
  await caller.getsText(/Was it solved\? Reply YES or NO/);
  const rung = (await exchange()).phone(caller.number).calls.length;
  await pass({ minutes: 25 * 60 });
  expect((await exchange()).phone(caller.number).calls).toHaveLength(rung);
  expect(await asked(all)).toHaveLength(1);
  await caller.texts("yes", line).getsText(/glad to hear it/);
  expect(await cases(all)).toMatchObject([{ answer: { solved: true }, closedAt: expect.any(Number) as number }]);
});

test("no to that text opens a return call to the same rep, ahead in line, with what the caller wrote", async () => {
  const all = office({ reps: ["Ben"], routing: asksByCall });
  const { caller, line, pass, rep, callbacks } = all;
  await resolved(all);
  await pass({ minutes: 119 });
  await caller.rings({ minutes: 3 }).stopsRinging({ minutes: 2 });
  await caller
    .getsText(/Was it solved/)
    .texts("Still dripping", line)
    .getsText(/sorry that it is not solved\. Ben will call you back, and you are ahead in line/);
  expect(await callbacks()).toMatchObject([{ owner: "ben", kind: "place", note: { text: "Still dripping" } }]);
  await rep("Ben").rings();
});

test("a caller who speaks Spanish and does not answer is texted in Spanish", async () => {
  const all = office({ reps: ["Ana"], routing: asksByCall });
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
  await pass({ minutes: 119 });
  await caller
    .rings({ minutes: 3 })
    .stopsRinging({ minutes: 2 })
    .getsText(/¿Quedó resuelto\? Responda SÍ o NO/)
    .texts("no", line)
    .getsText(/Lamentamos que no esté resuelto\. Ana le devolverá la llamada/);
});

test("who has said STOP gets no text, however the call went", async () => {
  const all = office({ reps: ["Ben"], routing: asksByCall });
  const { caller, line, pass } = all;
  await resolved(all);
  await pass({ minutes: 119 });
  await caller.rings({ minutes: 3 }).texts("STOP", line);
  await pass({ minutes: 30 });
  expect(await asked(all)).toEqual([]);
});

test("a queue without texts sends none", async () => {
  const withoutTexts = (routing: Business) => {
    const { queues, ...rest } = asksByCall(routing);
    return { ...rest, queues: { ...queues, support: { ...queues.support, callbacks: { texts: false } } } };
  };
  const all = office({ reps: ["Ben"], routing: withoutTexts });
  await resolved(all);
  await all.pass({ minutes: 119 });
  await all.caller.rings({ minutes: 3 }).stopsRinging({ minutes: 2 });
  await all.pass({ minutes: 30 });
  expect(await asked(all)).toEqual([]);
});

test("whoever answers, and hangs up at the question, is left in peace", async () => {
  const all = office({ reps: ["Ben"], routing: asksByCall });
  await resolved(all);
  await all.pass({ minutes: 119 });
  await all.caller
    .rings({ minutes: 3 })
    .answers()
    .hears(/this is Bright Kettle/)
    .hangsUp();
  await all.pass({ minutes: 30 });
  expect(await asked(all)).toEqual([]);
});

test("the text comes after a crash, too, and once", async () => {
  const all = office({ reps: ["Ben"], routing: asksByCall });
  await resolved(all);
  await all.pass({ minutes: 119 });
  await all.caller.rings({ minutes: 3 });
  await all.restart();
  await all.caller.stopsRinging({ minutes: 2 });
  await all.restart();
  await all.caller.getsText(/Was it solved/);
  await all.pass({ minutes: 30 });
  expect(await asked(all)).toHaveLength(1);
});
