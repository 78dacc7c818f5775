import { expect, test } from "vitest";
import type { Business } from "../support/business.ts";
import { heardBy, sayings } from "../support/ear.ts";
import { office } from "../support/office.ts";
import { asksFor, talk } from "../support/usual.ts";

const weekdays = { mon: nineToFive(), tue: nineToFive(), wed: nineToFive(), thu: nineToFive(), fri: nineToFive() };
function nineToFive() {
  return [["09:00", "17:00"]];
}

/** Support has hours, from nine to five on weekdays, and goes where given when it takes no more callers. */
const withHours =
  (overflow: object = {}) =>
  (routing: Business) => ({
    ...routing,
    hours: { office: { weekly: weekdays, holidays: [{ date: "2026-11-26", name: "Thanksgiving" }] } },
    queues: { ...routing.queues, support: { ...routing.queues.support, hours: "office", overflow } },
  });
/** Monday, 23 November 2026, in New York. */
const mondayAt = (hour: number, minute = 0) => Date.UTC(2026, 10, 23, hour + 5, minute);
const day = 86_400_000;

test.each([
  ["in the evening", mondayAt(20), "We are closed right now. We open tomorrow at 9 AM."],
  ["early in the morning", mondayAt(7, 30), "We are closed right now. We open at 9 AM."],
  ["at five sharp", mondayAt(17), "We are closed right now. We open tomorrow at 9 AM."],
  ["on Friday evening", mondayAt(20) + 4 * day, "We are closed right now. We open on Monday at 9 AM."],
  ["on a holiday", mondayAt(11) + 3 * day, "We are closed right now. We open tomorrow at 9 AM."],
])("a caller %s hears when we open, and may leave a message", async (_, at, words) => {
  const { caller, reviews } = office({ reps: ["Ben"], at, routing: withHours() });
  await asksFor(caller, "support")
    .hears(words)
    .hears(/leave a message/)
    .presses("1")
    .hears(/after the tone/)
    .waits({ seconds: 8 })
    .says("Please call me tomorrow")
    .hears("Thank you. We have your message.")
    .isHungUpOn();
  expect(await reviews()).toMatchObject([{ from: caller.number, queue: "support" }]);
});

test("a caller at a minute to five is let in", async () => {
  const { caller } = office({ reps: ["Ben"], at: mondayAt(16, 59), routing: withHours() });
  await asksFor(caller, "support").hears(/You are next/);
});

test("a caller in the evening may still ask for reception, where somebody is", async () => {
  const { caller, rep } = office({ reps: ["Rosa"], at: mondayAt(20), routing: withHours() });
  await asksFor(caller, "support")
    .hears(/closed/)
    .presses("0")
    .hears(/You are next/);
  await rep("Rosa").rings();
});

test("who is sent straight to a voicemail hears why first", async () => {
  const routing = withHours({ whenClosed: { to: { to: "voicemail" } } });
  const { caller } = office({ reps: ["Ben"], at: mondayAt(20), routing });
  await asksFor(caller, "support")
    .hears(/We open tomorrow at 9 AM/)
    .hears(/leave your message/);
});

test("with nobody signed in the caller hears so, and goes where the queue says", async () => {
  const routing = withHours({ whenNobody: { to: { to: "queue", queue: "reception" } } });
  const { caller, rep } = office({ reps: ["Rosa"], routing });
  await asksFor(caller, "support").hears(/You are next/);
  await rep("Rosa").rings();
});

test("a caller who finds the line full goes where the queue says, and hears it is full where that is a voicemail", async () => {
  const routing = withHours({ whenFull: { size: 1, to: { to: "voicemail" } } });
  const { caller, another } = office({ reps: ["Ben"], talking: ["Ben"], routing });
  await asksFor(another(), "support").hearsMusic();
  await asksFor(caller, "support")
    .hears("Our line is full right now.")
    .hears(/leave your message/);
});

test("whoever waits at closing time is told once, and served", async () => {
  const { caller, rep, ...world } = office({
    reps: ["Ben"],
    talking: ["Ben"],
    at: mondayAt(16, 58),
    routing: withHours(),
  });
  await asksFor(caller, "support").hearsMusic();
  await caller
    .hears("We have closed for new calls. You are still in line, and we are still answering.", { minutes: 6 })
    .waits({ minutes: 12 });
  const said = sayings(await heardBy(world, caller)).filter((text) => /closed/.test(text));
  expect(said).toHaveLength(1);
  await rep("Ben").hangsUp();
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1/)
    .presses("1");
  await caller.isTalkingTo("Ben");
});

test("when everybody has left after closing, whoever still waits hears it and may leave a message", async () => {
  const { caller, another, rep, line } = office({ reps: ["Ben"], at: mondayAt(16, 50), routing: withHours() });
  const talker = another();
  await talk(talker, rep("Ben"));
  await asksFor(caller, "support").hearsMusic().waits({ minutes: 9 });
  await rep("Ben").texts("out", line);
  await caller
    .hears("We are sorry that nobody could take your call.", { minutes: 4 })
    .hears(/We open tomorrow at 9 AM/)
    .hears(/leave a message/);
});

test("a caller whose line is deserted in office hours is told once, keeps the place, and hears when somebody is back", async () => {
  const { caller, rep, line, ...world } = office({ reps: ["Ben"], talking: ["Ben"] });
  await asksFor(caller, "support").hearsMusic();
  await rep("Ben").texts("break", line);
  await caller.hears(/Nobody is here to answer right now\. You keep your place/, { minutes: 3 }).waits({ minutes: 6 });
  expect(sayings(await heardBy(world, caller)).filter((text) => /Nobody is here/.test(text))).toHaveLength(1);
  await rep("Ben").texts("in", line);
  await caller.hears("Someone is here again to answer.", { minutes: 5 });
  await rep("Ben").hangsUp();
  await rep("Ben").rings();
});
