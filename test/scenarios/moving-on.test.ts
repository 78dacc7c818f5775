import { expect, test } from "vitest";
import type { Business } from "../support/business.ts";
import { heardBy, sayings, trackOf } from "../support/ear.ts";
import { office } from "../support/office.ts";
import { asksFor, takesCall, talk } from "../support/usual.ts";

/** Support leads on after so many seconds. */
const leadsOn = (seconds: number, to: object) => (routing: Business) => ({
  ...routing,
  queues: { ...routing.queues, support: { ...routing.queues.support, overflow: { after: { seconds, to } } } },
});
/** At reception there is nobody but who is there for it alone. */
const manned = (routing: Business) => ({
  ...routing,
  queues: {
    ...routing.queues,
    reception: { ...routing.queues.reception, ring: { pool: [{ after: 0, skills: ["reception"] }] } },
  },
});
const toReception = { to: "queue", queue: "reception" };
const moving = "We are moving you to the line for reception. The time you have waited counts there.";

test("a caller who has waited so long is moved on, hears where to, and is ahead of those who came later", async () => {
  const { caller, another, rep } = office({
    reps: ["Ben", "Rosa"],
    talking: ["Ben", "Rosa"],
    routing: leadsOn(120, toReception),
  });
  await asksFor(caller, "support").hearsMusic();
  const later = another();
  await asksFor(later, "reception").hears(/You are next/);
  await caller
    .hears(moving, { minutes: 3 })
    .hears(/You are next/)
    .hears(/For a quiet wait/)
    .hearsMusic();
  await later.hears(/You are now number 2/, { minutes: 4 });
  await rep("Rosa").hangsUp();
  await rep("Rosa")
    .rings()
    .answers()
    .hears(/Press 1/)
    .presses("1");
  await caller.isTalkingTo("Rosa");
});

test("moving on is due within a phrase, in a quiet wait too", async () => {
  const { caller, now } = office({
    reps: ["Ben", "Rosa"],
    talking: ["Ben", "Rosa"],
    routing: leadsOn(90, toReception),
  });
  await asksFor(caller, "support");
  const joined = now();
  await caller.hearsMusic().presses("2").hears(moving, { minutes: 4 });
  const { phraseEnds } = trackOf("harbour-lights");
  const longestPhrase = Math.max(...phraseEnds.map((end, index) => end - (phraseEnds[index - 1] ?? 0))) / 8;
  expect(now() - joined).toBeGreaterThanOrEqual(90_000);
  expect(now() - joined).toBeLessThan(90_000 + longestPhrase + 10_000);
});

test("nobody is moved on to where nobody is: the caller keeps the place", async () => {
  const { caller, rep } = office({
    reps: ["Ben"],
    talking: ["Ben"],
    routing: (routing) => leadsOn(60, toReception)(manned(routing)),
  });
  await asksFor(caller, "support")
    .hearsMusic()
    .waits({ minutes: 5 })
    .hasNotHeard(/moving you/);
  await rep("Ben").hangsUp();
  await takesCall(rep("Ben"), { seconds: 20 });
  await caller.isTalkingTo("Ben");
});

test("moving on may lead to an outside number", async () => {
  const { caller, another, calls } = office({
    reps: ["Ben"],
    talking: ["Ben"],
    routing: leadsOn(60, { to: "number", number: "+12125550777" }),
  });
  await asksFor(caller, "support");
  await another("+12125550777").rings({ minutes: 3 }).answers();
  await caller.isTalkingTo("+12125550777").hangsUp();
  expect((await calls()).at(-1)).toMatchObject({ at: "ended", outcome: "transferred-out" });
});

test("an outside number that does not answer gives the caller the place back", async () => {
  const { caller, another, rep, exchange } = office({
    reps: ["Ben"],
    talking: ["Ben"],
    routing: leadsOn(60, { to: "number", number: "+12125550777" }),
  });
  (await exchange()).phone("+12125550777").setLine("busy");
  await asksFor(caller, "support").hearsMusic();
  await asksFor(another(), "support").hears(/number 2/);
  await caller
    .hears("Nobody answered there. You have kept your place in line.", { minutes: 2 })
    .hears(/You are next/)
    .hearsMusic();
  await rep("Ben").hangsUp();
  await takesCall(rep("Ben"), { seconds: 20 });
  await caller.isTalkingTo("Ben");
});

test("0 in the wait leads to reception, with the time waited so far", async () => {
  const { caller, rep } = office({ reps: ["Ben", "Rosa"], talking: ["Ben"] });
  await asksFor(caller, "support").waits({ minutes: 3 }).presses("0");
  await rep("Rosa")
    .rings()
    .answers()
    .hears("A call for reception.")
    .hears("Waited 3 minutes.")
    .hears(/Press 1/)
    .presses("1");
  await caller.isTalkingTo("Rosa");
});

test("0 in the wait with nobody at reception costs nothing", async () => {
  const { caller, another, rep, ...world } = office({
    reps: ["Ben"],
    talking: ["Ben"],
    routing: manned,
  });
  await asksFor(caller, "support").hearsMusic();
  await asksFor(another(), "support").hearsMusic();
  await caller.presses("0").hears("Nobody is at reception right now. You are still in line.").hearsMusic();
  await rep("Ben").hangsUp();
  await takesCall(rep("Ben"), { seconds: 20 });
  await caller.isTalkingTo("Ben");
  expect(sayings(await heardBy(world, caller))).not.toContain("Nobody is here to take your call right now.");
});

test("0 in reception's own line says so, and the choices there do not name it", async () => {
  const { caller } = office({ reps: ["Rosa"], talking: ["Rosa"] });
  await asksFor(caller, "reception")
    .hears(
      /^To be called back, press 1\. For a quiet wait, press 2\. To leave a message and keep your place, press 3\. To hear this again/,
    )
    .presses("0")
    .hears("You are already in line for reception.")
    .hearsMusic();
});

test("once five calls are known the wait is said as a range, and again only when it is much better", async () => {
  const { caller, another, rep, ...world } = office({ reps: ["Ben"] });
  for (const minutes of [4, 6, 5, 4, 6]) {
    const served = another();
    await talk(served, rep("Ben"));
    await served.waits({ minutes }).hangsUp();
    await rep("Ben")
      .hears(/How did the call end/)
      .presses("1")
      .isHungUpOn();
  }
  const ahead = another();
  await talk(ahead, rep("Ben"));
  await asksFor(another(), "support").hearsMusic();
  await asksFor(caller, "support")
    .hears(/number 2 in line/)
    .hears(/Your wait is likely to be between \d+ and \d+ minutes/)
    .waits({ minutes: 9 });
  const waits = sayings(await heardBy(world, caller)).filter((text) => /wait is/.test(text));
  expect(waits).toHaveLength(1);
});
