import { expect, test } from "vitest";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { office } from "../support/office.ts";

test("while Twilio's REST API is down callers hear music; when it is back the rep is rung, once", async () => {
  const { caller, rep, line, exchange, pass } = office({ reps: ["Ben"] });
  const up = (await exchange()).faults.restDown();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/)
    .hearsMusic();
  await pass({ minutes: 1 });
  await caller.hearsMusic().hasNotHeard(/went wrong/);
  up();
  await rep("Ben")
    .rings({ seconds: 40 })
    .answers()
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.isTalkingTo("Ben");
  expect(callsOf(await exchange(), rep("Ben"))).toBe(1);
});

test("a ring whose answer was lost is done once, though Twilio cannot be asked about it for a while", async () => {
  const { caller, rep, line, exchange, pass } = office({ reps: ["Ben"] });
  const { faults } = await exchange();
  faults.restLosesAnswer(1);
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  const up = faults.restDown();
  await pass({ seconds: 8 });
  up();
  await pass({ seconds: 9 });
  expect(callsOf(await exchange(), rep("Ben"))).toBe(1);
  await rep("Ben")
    .rings({ seconds: 0 })
    .answers()
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.isTalkingTo("Ben");
});

test("however long REST is down, no rep is set away for rings that were never placed", async () => {
  const { caller, rep, line, exchange, pass } = office({ reps: ["Ben"] });
  const up = (await exchange()).faults.restDown();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/);
  await pass({ minutes: 10 });
  up();
  await rep("Ben")
    .rings({ seconds: 60 })
    .answers()
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.isTalkingTo("Ben");
  expect(callsOf(await exchange(), rep("Ben"))).toBe(1);
});

test("a caller whom a rep has taken while REST is down comes by herself when the music pauses", async () => {
  const { caller, rep, line, exchange } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to take/);
  const up = (await exchange()).faults.restDown();
  await rep("Ben").presses("1");
  await caller.hears("Here is Ben", { minutes: 2 }).isTalkingTo("Ben");
  up();
  await caller.waits({ minutes: 2 }).isTalkingTo("Ben");
});

test("a key that the caller presses as a rep takes the call brings them together", async () => {
  const { caller, rep, line, exchange } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hearsMusic();
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to take/);
  const up = (await exchange()).faults.restDown();
  await rep("Ben").presses("1");
  await caller.presses("*").hears("Here is Ben").isTalkingTo("Ben");
  up();
  await caller.waits({ minutes: 2 }).isTalkingTo("Ben");
});

test("a caller who is handed over while REST is down hears music on hold until it is back, then waits in the new line", async () => {
  const { caller, rep, line, exchange, pass, calls } = office({ reps: ["Ben", "Cleo"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.isTalkingTo("Ben");
  await rep("Ben")
    .presses("*")
    .hears(/3 for a cold transfer/)
    .presses("3")
    .hears(/Where to/);
  await caller.hearsMusic();
  const up = (await exchange()).faults.restDown();
  await rep("Ben")
    .presses("2")
    .hears(/handed over/)
    .isHungUpOn();
  await pass({ minutes: 3 });
  await caller.hearsMusic();
  up();
  await rep("Cleo").rings({ seconds: 40 }).answers().presses("1");
  await caller.isTalkingTo("Cleo");
  expect(await calls()).toMatchObject([{ at: "talking", line: { queue: "sales" } }]);
});

test("a caller who hangs up while REST is down does not leave the rep's phone ringing for ever", async () => {
  const { caller, another, rep, line, calls, exchange, pass } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben").rings();
  const up = (await exchange()).faults.restDown();
  await caller.hangsUp();
  await pass({ minutes: 1 });
  up();
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "abandoned" }]);
  await another()
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben").rings().answers().presses("1");
});

test("Twilio answers 429 for a while: each thing is done once, later", async () => {
  const { caller, rep, line, exchange } = office({ reps: ["Ben"] });
  (await exchange()).faults.restLimit(3);
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to take/);
  (await exchange()).faults.restLimit(2);
  await rep("Ben").presses("1");
  await caller.hears("Here is Ben").isTalkingTo("Ben");
  expect(callsOf(await exchange(), rep("Ben"))).toBe(1);
});

test("a ring whose answer was lost is not placed again", async () => {
  const { caller, rep, line, exchange, pass } = office({ reps: ["Ben"] });
  (await exchange()).faults.restLosesAnswer(1);
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben").rings();
  await pass({ seconds: 10 });
  await rep("Ben")
    .answers()
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.isTalkingTo("Ben");
  expect(callsOf(await exchange(), rep("Ben"))).toBe(1);
  await caller.hangsUp();
  await rep("Ben")
    .hears(/How did/)
    .presses("1")
    .isHungUpOn();
});

test("a ring whose answer was lost is picked up at once: the whisper comes, and nobody rings again", async () => {
  const { caller, rep, line, exchange, pass } = office({ reps: ["Ben"] });
  (await exchange()).faults.restLosesAnswer(1);
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.isTalkingTo("Ben");
  await pass({ minutes: 1 });
  expect(callsOf(await exchange(), rep("Ben"))).toBe(1);
  await caller.isTalkingTo("Ben");
});

test("the app is stopped before it learns whether a ring was placed: after the start the rep is not rung twice", async () => {
  const { caller, rep, line, exchange, restart } = office({ reps: ["Ben"] });
  (await exchange()).faults.restLosesAnswer(1);
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben").rings();
  await restart();
  await caller.waits({ seconds: 5 });
  await rep("Ben")
    .answers()
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.isTalkingTo("Ben");
  expect(callsOf(await exchange(), rep("Ben"))).toBe(1);
});

test("a redirect whose answer was lost does not move the caller twice", async () => {
  const { caller, rep, line, exchange, calls, pass } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to take/);
  (await exchange()).faults.restLosesAnswer(1);
  await rep("Ben").presses("1");
  await caller.hears("Here is Ben").isTalkingTo("Ben");
  await pass({ seconds: 30 });
  await caller.isTalkingTo("Ben");
  const said = (await exchange()).phone(caller.number).calls[0]?.heard.filter(({ text }) => text?.includes("Here is"));
  expect(said?.length).toBe(1);
  expect(await calls()).toMatchObject([{ at: "talking" }]);
});

/** How many calls a telephone has had, dialled or rung. */
function callsOf(exchange: Exchange, { number }: { readonly number: string }): number {
  return exchange.phone(number).calls.length;
}
