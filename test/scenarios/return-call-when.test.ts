import { expect, test } from "vitest";
import { line, type Business } from "../support/business.ts";
import { office } from "../support/office.ts";
import { asksFor, callsBack, takesCall, talk, wrapsUp } from "../support/usual.ts";

const days = ["mon", "tue", "wed", "thu", "fri"] as const;
/** Support is open from nine to five. */
const nineToFive = (source: Business) => ({
  ...source,
  hours: { office: { weekly: Object.fromEntries(days.map((day) => [day, [["09:00", "17:00"]]])) } },
  queues: { ...source.queues, support: { ...source.queues.support, hours: "office" } },
});
/** A Monday at five minutes to five in New York. */
const beforeClosing = Date.UTC(2026, 10, 23, 21, 55);

test("whose place has not come up by closing is called in the morning, and not at night", async () => {
  const { caller, another, rep, owes, pass, callbacks } = office({
    reps: ["Ben"],
    at: beforeClosing,
    routing: nineToFive,
  });
  const talker = another();
  await talk(talker, rep("Ben"));
  await owes();
  await pass({ minutes: 10 });
  await talker.hangsUp();
  await wrapsUp(rep("Ben"));
  await caller.isNotRung({ minutes: 60 });
  expect((await callbacks())[0]).toMatchObject({ tries: [], hindrance: "closed" });
  await pass({ minutes: 14 * 60 + 50 });
  await callsBack(rep("Ben"), { minutes: 10 });
  await caller.rings().answers().isTalkingTo("Ben");
});

test("nobody is rung before nine by the customer's own clock, whatever the clock here", async () => {
  const { caller, rep, owes, pass } = office({ reps: ["Ben"] });
  await owes({ zones: ["America/Los_Angeles"] });
  await rep("Ben").isNotRung({ minutes: 119 });
  await callsBack(rep("Ben"), { minutes: 2 });
  await caller.rings().answers().isTalkingTo("Ben");
  await pass({ seconds: 1 });
});

test("a number that may be in several zones is rung only while it is daytime in all of them", async () => {
  const { rep, owes } = office({ reps: ["Ben"] });
  await owes({ zones: ["America/New_York", "America/Denver"] });
  await rep("Ben").isNotRung({ minutes: 59 });
  await rep("Ben").rings({ minutes: 2 });
});

test("two queues: each rep is rung for what the rep can do, and each customer hears the right thing", async () => {
  const { caller, another, rep, owes } = office({ reps: ["Ben", "Cleo"] });
  const buyer = another();
  await owes();
  await owes({ to: buyer.number, queue: "sales", everSupport: false, about: "about-buying" });
  await rep("Cleo")
    .rings()
    .answers()
    .hears("A return call for sales. The caller hung up and kept a place in line.")
    .hears("It is about buying a kettle.")
    .hears(/Press 1/)
    .presses("1");
  await callsBack(rep("Ben"));
  await buyer.rings().answers().isTalkingTo("Cleo");
  await caller.rings().answers().isTalkingTo("Ben");
});

test("a queue that weighs more goes first, a return call as well, up to the cap", async () => {
  const { caller, another, rep, owes, now, pass, callbacks } = office({
    reps: ["Ana"],
    talking: ["Ana"],
    routing: (source) => ({
      ...source,
      business: { ...source.business, overtakeCap: 1 },
      queues: { ...source.queues, sales: { ...source.queues.sales, weight: 5 } },
    }),
  });
  await owes({ joinedAt: now() });
  await pass({ minutes: 1 });
  const [first, second] = [another(), another()];
  await asksFor(first, "sales").waits({ minutes: 1 });
  await asksFor(second, "sales").waits({ minutes: 2 });
  await rep("Ana").hangsUp();
  await takesCall(rep("Ana"), { seconds: 15 });
  await first.isTalkingTo("Ana").hangsUp();
  await wrapsUp(rep("Ana"));
  expect((await callbacks())[0]?.overtaken).toBe(1);
  await callsBack(rep("Ana"), { seconds: 15 });
  await caller.rings().answers().isTalkingTo("Ana");
});

test("a customer who rings in while we ring her: our ringing stops, and the rep hears so", async () => {
  const { caller, rep, owes, tells } = office({ reps: ["Ben"] });
  const id = await owes();
  await callsBack(rep("Ben"));
  await caller.rings();
  await tells(id, { type: "went-live", call: "CAlive" });
  await caller.stopsRinging();
  await rep("Ben").hears("The caller has just called in. Thank you.").isHungUpOn();
});

test("the rep who knows the case is waited for a moment, and rung first", async () => {
  const { caller, rep, owes } = office({ reps: ["Ana", "Ben"] });
  await owes({ owner: "ben" });
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben");
});

test("the rep hears the note as it was recorded, and the latest news", async () => {
  const { caller, rep, owes, exchange, now, reviews } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("5")
    .hears(/leave your message/)
    .waits({ seconds: 1 });
  await caller.says("The spout drips, and I am at home until noon").waits({ seconds: 8 });
  const [review] = await reviews();
  const { recording = "", seconds = 0 } = review ?? {};
  await owes({ note: { recording, seconds }, news: { at: now(), text: "The part has come." } });
  await rep("Ben")
    .rings()
    .answers()
    .hears("This is the note.")
    .hears("The latest news: The part has come.")
    .hears(/Press 1/);
  const { heard } = (await exchange()).phone(rep("Ben").number).calls.at(-1) ?? { heard: [] };
  const note = heard.find(({ kind, url }) => kind === "play" && url?.includes("/audio/said/RE"));
  expect(((note?.until ?? 0) - (note?.at ?? 0)) / 1_000).toBeCloseTo(seconds, 0);
});

test("a line that is gone from the routing is not rung from: the business's own number is", async () => {
  const { caller, rep, owes, exchange } = office({ reps: ["Ben"] });
  await owes({ from: "+12125550777" });
  await callsBack(rep("Ben"));
  await caller.rings();
  expect((await exchange()).phone(caller.number).calls.at(-1)?.from).toBe(line);
});
