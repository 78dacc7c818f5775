import { expect, test } from "vitest";
import { office } from "../support/office.ts";
import { talk } from "../support/usual.ts";

test.each(["support", "sales"] as const)(
  "a rep's star key opens the menu while a %s caller hears music alone, and 1 leads back",
  async (queue) => {
    const { caller, rep, calls } = office({ reps: ["Ana"] });
    await talk(caller, rep("Ana"), queue);
    await rep("Ana")
      .presses("*")
      .hears(/Press 1 to go back/);
    await caller.hearsMusic();
    await rep("Ana").presses("1").isTalkingTo(caller.number);
    await caller.isTalkingTo("Ana");
    expect((await calls())[0]?.played.filter(({ kind }) => kind === "announcement")).toEqual([]);
  },
);

test("a caller may be held for long: music goes on, nothing is said, and any key brings the rep's menu", async () => {
  const { caller, rep } = office({ reps: ["Ana"] });
  await talk(caller, rep("Ana"), "sales");
  await rep("Ana")
    .presses("*")
    .hears(/Press 1 to go back/)
    .presses("6")
    .hears(/on hold/);
  await caller
    .waits({ minutes: 6 })
    .hearsMusic({ seconds: 2 })
    .hasNotHeard(/kettle shows|never wakes/);
  await rep("Ana")
    .hears(/on hold/)
    .presses("1")
    .hears(/Press 1 to go back/)
    .presses("1");
  await caller.isTalkingTo("Ana");
});

test("a rep who says nothing at the menu is back with the caller after the second time", async () => {
  const { caller, rep } = office({ reps: ["Ana"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(/Press 1 to go back/)
    .hears(/Press 1 to go back/)
    .waits({ seconds: 20 });
  await caller.isTalkingTo("Ana");
});

test("a rep ends the call with * 8: the caller hears goodbye, the rep is asked how it ended", async () => {
  const { caller, rep, calls } = office({ reps: ["Ana"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(/8 to end/)
    .presses("8")
    .hears(/How did the call end/);
  await caller.hears(/Thank you for calling/).isHungUpOn();
  await rep("Ana")
    .presses("1")
    .hears(/resolved/)
    .isHungUpOn();
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "answered", disposition: "resolved" }]);
});

test("a rep ends an abusive call with two keys: a calm sentence, and the rep's side on the leads' list", async () => {
  const { caller, rep, calls, reviews, pass } = office({ reps: ["Ana", "Dana"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(/9 to end an abusive/)
    .presses("9")
    .hears(/in your own words/);
  await caller.hears(/We are ending this call here/).isHungUpOn({ seconds: 15 });
  for (let told = 0; told < 20; told += 1)
    await rep("Ana").waits({ seconds: 4 }).says("He shouted at me, and would not stop.");
  await rep("Ana").presses("5").hears(/Noted/).isHungUpOn();
  await rep("Dana").getsText(/Ana ended an abusive call in support/);
  await pass({ seconds: 1 });
  expect(await calls()).toMatchObject([{ outcome: "answered", disposition: "abusive" }]);
  const [review] = await reviews();
  expect(review).toMatchObject({ what: "abuse", rep: "ana", queue: "support", from: caller.number });
  expect(review?.recording).toMatch(/^https?:/);
  expect(review?.seconds).toBeGreaterThan(60);
});

test("an abusive call is on the leads' list even where the rep says nothing about it", async () => {
  const { caller, rep, calls, reviews } = office({ reps: ["Ana", "Dana"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(/9 to end an abusive/)
    .presses("9")
    .hears(/in your own words/)
    .hangsUp();
  await rep("Dana").getsText(/Ana ended an abusive call/);
  expect(await calls()).toMatchObject([{ disposition: "abusive" }]);
  expect(await reviews()).toMatchObject([{ what: "abuse", seconds: 0 }]);
});

test("a caller who hangs up while held leaves the rep at the wrap-up question", async () => {
  const { caller, rep, calls } = office({ reps: ["Ana"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(/Press 1 to go back/);
  await caller.hangsUp();
  await rep("Ana")
    .hears(/How did/)
    .presses("1")
    .hears(/resolved/)
    .isHungUpOn();
  expect(await calls()).toMatchObject([{ at: "ended", disposition: "resolved" }]);
});

test("a key for the menu that comes as the caller hangs up is not taken for how the call ended", async () => {
  const { caller, rep, calls, exchange } = office({ reps: ["Ana"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(/Press 1 to go back/);
  const back = (await exchange()).faults.restDown();
  await caller.hangsUp();
  await rep("Ana").presses("1").waits({ seconds: 1 });
  back();
  await rep("Ana")
    .hears(/How did/)
    .presses("2")
    .hears(/not yet/)
    .isHungUpOn();
  expect(await calls()).toMatchObject([{ at: "ended", disposition: "not-yet" }]);
});
