import { expect, test } from "vitest";
import type { Business } from "../support/business.ts";
import { office } from "../support/office.ts";
import { asksFor, callsBack } from "../support/usual.ts";

const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/** Support from nine to five every day, by a clock. */
const at = (zone: string) => (source: Business) => ({
  ...source,
  business: { ...source.business, zone, outbound: { countries: ["US", "AU"] } },
  hours: { office: { weekly: Object.fromEntries(week.map((day) => [day, [["09:00", "17:00"]]])) } },
  queues: { ...source.queues, support: { ...source.queues.support, hours: "office" } },
});

test.each([
  [
    "New York, when the clocks go back in the night",
    { zone: "America/New_York", from: "+12125550142", evening: "2026-10-31T22:00Z", nine: "2026-11-01T14:00Z" },
  ],
  [
    "New York, when the clocks go forward",
    { zone: "America/New_York", from: "+12125550142", evening: "2027-03-13T23:00Z", nine: "2027-03-14T13:00Z" },
  ],
  [
    "Lord Howe, when the clocks go forward by half an hour, for a caller in Sydney, where they go by a whole one",
    { zone: "Australia/Lord_Howe", from: "+61292345678", evening: "2026-10-03T08:00Z", nine: "2026-10-03T22:00Z" },
  ],
  [
    "Lord Howe, when they go back; there it is half past nine then",
    { zone: "Australia/Lord_Howe", from: "+61292345678", evening: "2027-04-03T08:00Z", nine: "2027-04-03T23:00Z" },
  ],
])("nine in the morning is nine by the caller's clock in %s", async (_, { zone, from, evening, nine }) => {
  const { another, rep, callbacks, now, pass } = office({ reps: ["Ben"], at: Date.parse(evening), routing: at(zone) });
  const caller = another(from);
  await asksFor(caller, "support")
    .hears(/We are closed right now/)
    .hears(/To be called back, press 1/)
    .presses("1")
    .hears(/press 2/)
    .presses("2")
    .hears("For a call tomorrow at 9 AM, press 1.")
    .hears(/press 4/)
    .presses("1")
    .hears("We will call you tomorrow at 9 AM, or at most 15 minutes later.")
    .isHungUpOn();
  const due = Date.parse(nine);
  expect(await callbacks()).toMatchObject([{ given: [{ from: due, by: due + 900_000 }] }]);
  await pass({ seconds: (due - now()) / 1_000 - 1 });
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben");
  expect(now()).toBeLessThan(due + 60_000);
});
