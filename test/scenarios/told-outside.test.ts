import { expect, test } from "vitest";
import { expectComplaints } from "../support/complaints.ts";
import { office, type Office } from "../support/office.ts";

test("a caller whose end Twilio never told us is found out by asking, and leaves the line", async () => {
  const { caller, another, line, calls, exchange, pass } = office({ reps: ["Ben"], talking: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/)
    .waits({ seconds: 1 });
  const second = another();
  await second
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/number 2 in line/);
  expectComplaints(await exchange());
  (await exchange()).faults.loseWebhook((url) => /\/(status|left|answer)$/.test(url), 12, 500);
  await caller.hangsUp();
  await pass({ minutes: 8 });
  expect((await calls()).find(({ from }) => from === caller.number)).toMatchObject({
    at: "ended",
    outcome: "abandoned",
  });
});

test("a rep whose hanging up Twilio never told us is found out by asking: the caller is not left alone", async () => {
  const { caller, rep, line, exchange, calls } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1/)
    .presses("1")
    .isTalkingTo(caller.number);
  expectComplaints(await exchange());
  (await exchange()).faults.loseWebhook((url) => /\/(r1|parted)$/.test(url), 6, 500);
  await rep("Ben").hangsUp();
  await caller
    .hears(/If you were cut off, press 1/, { minutes: 8 })
    .presses("1")
    .hearsMusic();
  expect(await calls()).toMatchObject([{ at: expect.stringMatching(/queue|ringing/) as string }]);
});

test("metrics say who waits, what reps do, and how calls ended", async () => {
  const all = office({ reps: ["Ben", "Cleo"], talking: ["Ben"] });
  const { caller, another, line } = all;
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/);
  await another()
    .dials(line)
    .hears(/Welcome/)
    .hangsUp();
  const metrics = await metricsOf(all);
  for (const [name, value] of [
    ['holdfast_calls_waiting{queue="support"}', 1],
    ['holdfast_calls_waiting{queue="sales"}', 0],
    ['holdfast_reps{state="busy"}', 1],
    ['holdfast_reps{state="in"}', 1],
    ['holdfast_reps{state="out"}', 3],
    ['holdfast_calls_total{outcome="abandoned"}', 1],
  ] as const)
    expect(metrics).toContain(`\n${name} ${value}\n`);
  expect(metrics).not.toContain(caller.number);
});

test("health and readiness are well while all is well", async () => {
  const { app } = office();
  const { publicUrl } = await app();
  const [healthz, readyz] = await Promise.all([fetch(`${publicUrl}/healthz`), fetch(`${publicUrl}/readyz`)]);
  expect([healthz.status, readyz.status]).toEqual([200, 200]);
  expect(await readyz.json()).toMatchObject({ status: "ready", checks: [{ name: "store", ok: true }] });
});

test("the log has one line for each transition of a call, and no number in it whole", async () => {
  const { caller, rep, line, calls, logged } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1/)
    .presses("1");
  await caller.isTalkingTo("Ben").hangsUp();
  await rep("Ben")
    .hears(/How did/)
    .presses("1")
    .isHungUpOn();
  const [call] = await calls();
  expect(
    logged()
      .filter(({ msg }) => msg.includes("→"))
      .map(({ msg }) => msg),
  ).toEqual([
    "ring → menu",
    "menu → queue",
    "queue → ringing",
    "ringing → talking",
    "talking → wrap-up",
    "wrap-up → ended",
  ]);
  const lines = logged().filter(({ msg }) => msg.includes("→"));
  expect(new Set(lines.map((one) => one["call"]))).toEqual(new Set([call?.sid]));
  expect(lines.every(({ from }) => from === "…9999")).toBe(true);
  const text = JSON.stringify(logged());
  for (const number of [caller.number, line, rep("Ben").number]) expect(text).not.toContain(number.slice(1));
});

async function metricsOf({ app }: Office): Promise<string> {
  return (await fetch(`${(await app()).publicUrl}/metrics`)).text();
}
