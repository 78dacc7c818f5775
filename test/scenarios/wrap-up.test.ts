import { expect, test } from "vitest";
import { office } from "../support/office.ts";
import { asksFor, takesCall, talk, wrapsUp } from "../support/usual.ts";

test.each([
  ["1", /Noted as resolved/, { disposition: "resolved" }],
  ["2", /Noted as not yet resolved/, { disposition: "not-yet" }],
] as const)("a rep says with key %s how the call ended", async (key, answer, outcome) => {
  const { caller, rep, calls } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await caller.waits({ minutes: 1 }).hangsUp();
  await rep("Ben")
    .hears(/How did the call end/)
    .presses(key)
    .hears(answer)
    .isHungUpOn();
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "answered", ...outcome }]);
});

test("a rep who says nothing is asked twice, then is free, and the call is unsaid", async () => {
  const { caller, another, rep, calls } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await rep("Ben")
    .hears(/How did the call end/)
    .hears(/How did the call end/)
    .isHungUpOn({ seconds: 20 });
  expect(await calls()).toMatchObject([{ at: "ended", disposition: "unsaid" }]);
  await asksFor(another(), "support");
  await rep("Ben").rings({ seconds: 2 });
});

test("a rep who just hangs up with the caller, or after, is free, and the call is unsaid", async () => {
  const { caller, another, rep, calls } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await rep("Ben").hangsUp();
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "answered", disposition: "unsaid" }]);
  await asksFor(another(), "support");
  await rep("Ben").rings({ seconds: 2 });
});

test("a wrap-up that lasts too long ends by itself, and the rep is free", async () => {
  const { caller, another, rep, exchange, calls } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  // The rep cannot be fetched out of the room: Twilio is down, and the rep hears music.
  const back = (await exchange()).faults.restDown();
  await caller.hangsUp().waits({ seconds: 70 });
  back();
  await rep("Ben").isHungUpOn({ seconds: 60 });
  expect(await calls()).toMatchObject([{ at: "ended", disposition: "unsaid" }]);
  await asksFor(another(), "support");
  await rep("Ben").rings({ seconds: 2 });
});

test("a caller whose rep is cut off may press 1, is first in line, and has the same rep again, who knows of it", async () => {
  const { caller, another, rep, pass, calls } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await pass({ seconds: 10 });
  const other = another();
  await asksFor(other, "support").hears(/next in line/);
  await rep("Ben").hangsUp();
  await caller
    .hears(/cut off, press 1/)
    .presses("1")
    .hears(/next in line/);
  await rep("Ben")
    .rings({ seconds: 5 })
    .answers()
    .hears(/cut off while speaking with Ben/)
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.isTalkingTo("Ben");
  expect((await calls())[0]).toMatchObject({ spokeWith: "ben" });
});

test("a caller whose rep has said goodbye and hung up hears goodbye too, and need not press anything", async () => {
  const { caller, rep, calls } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await rep("Ben").waits({ minutes: 1 }).hangsUp();
  await caller
    .hears(/cut off, press 1/)
    .hears(/Thank you for calling/)
    .isHungUpOn();
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "answered", disposition: "unsaid" }]);
});

test("a caller who has hung up after the rep did counts as answered", async () => {
  const { caller, rep, calls } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await rep("Ben").waits({ minutes: 1 }).hangsUp();
  await caller.hears(/cut off, press 1/).hangsUp();
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "answered" }]);
});

test("a caller whose rep was cut off and cannot be reached again is served by another, before those who joined later", async () => {
  const { caller, another, rep, pass } = office({ reps: ["Ana", "Ben"] });
  await talk(caller, rep("Ana"));
  const other = another();
  await talk(other, rep("Ben"));
  await pass({ seconds: 10 });
  await asksFor(another(), "support");
  await rep("Ana").isFound("unreachable").hangsUp();
  await caller
    .hears(/cut off, press 1/)
    .presses("1")
    .waits({ seconds: 5 });
  await other.hangsUp();
  await wrapsUp(rep("Ben"));
  await rep("Ben")
    .rings()
    .answers()
    .hears(/cut off while speaking with Ana/)
    .hears(/Press 1/)
    .presses("1");
  await caller.isTalkingTo("Ben");
});

test("a rep's second call follows the same as the first, and the handle times are learnt", async () => {
  const { caller, another, rep, app } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await caller.waits({ minutes: 2 }).hangsUp();
  await wrapsUp(rep("Ben"));
  const second = another();
  await asksFor(second, "support");
  await takesCall(rep("Ben"));
  await second.isTalkingTo("Ben").waits({ minutes: 4 }).hangsUp();
  await wrapsUp(rep("Ben"));
  const memory = await (await app()).store.get("queue", "support");
  expect(memory?.handled.map((seconds) => Math.round(seconds / 60))).toEqual([2, 4]);
});
