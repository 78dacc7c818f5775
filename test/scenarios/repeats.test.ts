import { expect, test } from "vitest";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { office } from "../support/office.ts";
import { talk } from "../support/usual.ts";
import { webhook } from "../support/webhook.ts";

test("a whole call in which every webhook comes three times is the same call: nobody is rung, told or noted twice", async () => {
  const { caller, rep, line, calls, exchange, pass } = office({ reps: ["Ben"] });
  (await exchange()).faults.duplicateWebhooks(3);
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/number 1|next in line/i);
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.hears("Here is Ben").isTalkingTo("Ben").waits({ minutes: 1 });
  await rep("Ben")
    .presses("*")
    .hears(/Press 1 to go back/)
    .presses("1")
    .isTalkingTo(caller.number);
  await caller.hangsUp();
  await rep("Ben")
    .hears(/How did the call end/)
    .presses("1")
    .hears(/resolved/)
    .isHungUpOn();
  await pass({ minutes: 2 });
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "answered", disposition: "resolved" }]);
  expect(callsOf(await exchange(), rep("Ben"))).toBe(1);
  const [call] = await calls();
  expect(call?.story.map(({ what }) => what)).toEqual(["joined", "answered"]);
});

test("an arrival that comes once more when the caller stands in line already leaves her there, with her music", async () => {
  const { caller, another, line, calls, pass, exchange } = office({ reps: ["Ben"], talking: ["Ben"] });
  const stop = (await exchange()).faults.disturbWebhooks(1, 3_000);
  for (const one of [caller, ...Array.from({ length: 7 }, () => another())])
    await one
      .dials(line)
      .hears(/Welcome/)
      .presses("2");
  await pass({ seconds: 40 });
  stop();
  const waiting = (await calls()).filter(({ at }) => at === "queue");
  expect(waiting.map(({ story }) => story.map(({ what }) => what))).toEqual(waiting.map(() => ["joined"]));
  await caller.hearsMusic().hasNotHeard(/went wrong/);
});

test("a key that comes three times in the wait turns speech off once, not off and on again", async () => {
  const { caller, line, calls, exchange } = office({ reps: ["Ben"], talking: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/);
  (await exchange()).faults.duplicateWebhooks(3);
  await caller
    .presses("2")
    .hears(/only music/)
    .waits({ minutes: 6 })
    .hasNotHeard(/speak to you from time/);
  expect((await calls()).at(-1)).toMatchObject({ at: "queue", quiet: true });
});

test("a caller whose every key comes three times keeps one place, moves it once, and cancels it once", async () => {
  const { caller, line, callbacks, exchange } = office({ reps: ["Ben"], talking: ["Ben"] });
  (await exchange()).faults.duplicateWebhooks(3);
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/)
    .presses("1")
    .hears(/press 1/)
    .presses("1")
    .hears(/Your place is kept/)
    .isHungUpOn();
  expect(await callbacks()).toMatchObject([{ kind: "place", given: [{}] }]);
  await caller
    .getsText(/you keep your place/)
    .dials(line)
    .hears(/press 2/)
    .presses("2")
    .hears(/press 6/)
    .presses("1")
    .hears(/We will call you at/)
    .isHungUpOn();
  expect(await callbacks()).toMatchObject([{ kind: "booked", given: [{ ended: { how: "moved" } }, {}] }]);
  await caller
    .dials(line)
    .hears(/press 3/)
    .presses("3")
    .hears(/press 1/)
    .presses("1")
    .hears(/cancelled/)
    .isHungUpOn();
  expect(await callbacks()).toMatchObject([{ given: [{}, { ended: { how: "cancelled" } }] }]);
  // That the place is kept, the new time, and that it is cancelled: each said once.
  expect((await exchange()).phone(caller.number).texts).toHaveLength(3);
});

test("status callbacks that come late and in any order change nothing about a call", async () => {
  const { caller, rep, line, calls, exchange, pass } = office({ reps: ["Ben"], seed: 7 });
  const { faults } = await exchange();
  faults.delayStatusCallbacks(4_000);
  faults.shuffleStatusCallbacks();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.hears("Here is Ben").isTalkingTo("Ben").waits({ minutes: 1 }).hangsUp();
  await rep("Ben")
    .hears(/How did the call end/, { seconds: 20 })
    .presses("1")
    .hears(/resolved/)
    .isHungUpOn();
  await pass({ seconds: 10 });
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "answered", disposition: "resolved" }]);
});

test.each(["/next", "/held"])(
  "a caller who was handed over stays in the new line, with her music, when %s comes once more",
  async (asked) => {
    const { caller, rep, calls, exchange, app, pass } = office({ reps: ["Ben", "Cleo"], talking: ["Cleo"] });
    await talk(caller, rep("Ben"));
    await rep("Ben")
      .presses("*")
      .hears(/3 for a cold transfer/)
      .presses("3")
      .hears(/Where to/)
      .presses("2")
      .hears(/handed over/)
      .isHungUpOn();
    await caller.hears(/next in line/).hearsMusic();
    const { log } = await exchange();
    const first = log.findLast((entry) => entry.kind === "webhook" && new URL(entry.url).pathname.endsWith(asked));
    if (first?.kind !== "webhook") throw new Error(`nobody asked ${asked}`);
    await webhook((await app()).publicUrl, new URL(first.url).pathname, first.params);
    await pass({ minutes: 5 });
    await caller.hearsMusic().hasNotHeard(/went wrong/);
    expect((await calls()).find(({ from }) => from === caller.number)).toMatchObject({ at: "queue" });
  },
);

test("word that a ring ended unanswered, come after the next rep took the call, does not take it away again", async () => {
  const { caller, rep, line, exchange, pass } = office({ reps: ["Ben", "Ana"] });
  (await exchange()).faults.delayStatusCallbacks(20_000);
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ana")
    .rings()
    .answers()
    .hears(/Press 1 to take/)
    .presses("2")
    .isHungUpOn();
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.isTalkingTo("Ben");
  await pass({ seconds: 60 });
  await caller.isTalkingTo("Ben");
});

test("a caller whose every webhook is lost twice on the way hears nothing of it", async () => {
  const { caller, rep, line, exchange } = office({ reps: ["Ben"] });
  const { faults } = await exchange();
  const loseTwice = (how: "connection" | 500) => faults.loseWebhook((url) => !url.includes("/audio/"), 2, how);
  loseTwice("connection");
  await caller.dials(line).hears(/Welcome/);
  loseTwice(500);
  await caller.presses("2").hears(/next in line/);
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1 to take/);
  loseTwice("connection");
  await rep("Ben").presses("1");
  await caller
    .hears("Here is Ben")
    .isTalkingTo("Ben")
    .hasNotHeard(/went wrong/);
});

/** How many calls a telephone has had, dialled or rung. */
function callsOf(exchange: Exchange, { number }: { readonly number: string }): number {
  return exchange.phone(number).calls.length;
}
