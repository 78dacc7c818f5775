import { expect, test } from "vitest";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { office } from "../support/office.ts";

test("a restart in the middle of the wait keeps everybody's place, and the order in which they are answered", async () => {
  const { caller, another, rep, line, restart } = office({ reps: ["Ben"], talking: ["Ben"] });
  const [second, third] = [another(), another()];
  for (const one of [caller, second, third])
    await one
      .dials(line)
      .hears(/Welcome/)
      .presses("2")
      .hears(/in line/)
      .waits({ seconds: 1 });
  await restart();
  await rep("Ben").hangsUp();
  await rep("Ben").rings().answers().presses("1").isTalkingTo(caller.number);
  await caller.hangsUp();
  await rep("Ben")
    .hears(/How did/)
    .presses("1")
    .isHungUpOn();
  await rep("Ben").rings().answers().presses("1").isTalkingTo(second.number);
  await second.hangsUp();
  await rep("Ben")
    .hears(/How did/)
    .presses("1")
    .isHungUpOn();
  await rep("Ben").rings().answers().presses("1").isTalkingTo(third.number);
});

test("the music goes on after a restart where it stopped before", async () => {
  const { caller, line, exchange, restart } = office({ reps: ["Ben"], talking: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hearsMusic()
    .waits({ seconds: 20 });
  await restart();
  await caller.waits({ minutes: 5 });
  const heard = stretches(await exchange(), caller.number);
  expect(heard.length).toBeGreaterThan(4);
  const whole = heard.findLast(({ to }) => heard.every((other) => other.to <= to))?.to;
  for (const [index, { from }] of heard.slice(1).entries()) {
    const stopped = heard[index]?.to;
    expect(from).toBe(stopped === whole ? 0 : stopped);
  }
});

test("a rep whose phone rings while we restart is not rung twice, and takes the call", async () => {
  const { caller, rep, line, exchange, restart } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben").rings();
  await restart();
  await rep("Ben")
    .answers()
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.hears("Here is Ben").isTalkingTo("Ben");
  expect((await exchange()).phone(rep("Ben").number).calls.length).toBe(1);
});

test("a restart during the whisper leaves the rep to decide", async () => {
  const { caller, rep, line, restart } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/A call for support/);
  await restart();
  await rep("Ben")
    .hears(/Press 1 to take/)
    .presses("1")
    .isTalkingTo(caller.number);
});

test("a restart in mid-conversation is heard by nobody, and the rep still says how it ended", async () => {
  const { caller, rep, line, calls, restart } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to take/)
    .presses("1")
    .isTalkingTo(caller.number);
  await restart();
  await caller.isTalkingTo("Ben").hangsUp();
  await rep("Ben").hears(/How did/);
  await restart();
  await rep("Ben")
    .presses("1")
    .hears(/resolved/)
    .isHungUpOn();
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "answered", disposition: "resolved" }]);
});

test("after a restart in wrap-up the rep gets the next call only when wrap-up is over", async () => {
  const { caller, another, rep, line, restart } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to take/)
    .presses("1")
    .isTalkingTo(caller.number);
  await caller.hangsUp();
  await rep("Ben").hears(/How did/);
  await another()
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/);
  await restart();
  await rep("Ben")
    .presses("2")
    .hears(/not yet/)
    .isHungUpOn();
  await rep("Ben").rings();
});

test("while we are down for ten seconds the music plays on, and nobody in line notices", async () => {
  const { caller, rep, line, pass, stop, start } = office({ reps: ["Ben"], talking: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hearsMusic();
  await stop();
  await pass({ seconds: 10 });
  await start();
  await caller
    .waits({ minutes: 2 })
    .hasNotHeard(/went wrong/)
    .hearsMusic();
  await rep("Ben").hangsUp();
  await rep("Ben").rings().answers().presses("1").isTalkingTo(caller.number);
});

test("a caller who hung up while we were down is found out by asking, and leaves the line", async () => {
  const { caller, another, line, calls, pass, stop, start } = office({ reps: ["Ben"], talking: ["Ben"] });
  const second = another();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hearsMusic();
  await second
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/number 2 in line/);
  await stop();
  await caller.hangsUp();
  await start();
  await pass({ minutes: 7 });
  expect((await calls()).find(({ from }) => from === caller.number)).toMatchObject({
    at: "ended",
    outcome: "abandoned",
  });
  await second.hears(/You are next/i);
});

/** The stretches of music that a telephone has heard, in samples. */
function stretches(exchange: Exchange, number: string): readonly { from: number; to: number }[] {
  const heard = exchange.phone(number).calls.at(-1)?.heard ?? [];
  return heard.flatMap(({ url }) => {
    const found = /\/(\d+)-(\d+)\.wav$/.exec(url ?? "");
    return found ? [{ from: Number(found[1]), to: Number(found[2]) }] : [];
  });
}
