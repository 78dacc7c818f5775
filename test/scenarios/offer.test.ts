import { describe, expect, test } from "vitest";
import { heardBy, music } from "../support/ear.ts";
import { office } from "../support/office.ts";
import { asksFor, takesCall } from "../support/usual.ts";

const bens = { reps: ["Ben"], talking: ["Ben"] };
/** What was said before the music is as long by our own estimate as by the ear, but for so many samples. */
const tolerance = 4 * 8_000;
const receipt = /^Your receipt is (\d) (\d) (\d), (\d) (\d) (\d)\. Once more: \1 \2 \3, \4 \5 \6\.$/;

test("a caller who waits may hang up and keep her place: it is said, texted, and noted with what she waited", async () => {
  const { caller, another, callbacks, calls } = office(bens);
  await asksFor(another(), "support").hearsMusic();
  await asksFor(caller, "support")
    .hears(/number 2 in line/)
    .waits({ minutes: 3 })
    .presses("1")
    .hears("We would call the number that ends in 9 9 9 9.")
    .hears(/^To hang up and be called when it is your turn, press 1\./)
    .presses("1")
    .hears("Your place is kept, and we will call you when it is your turn.")
    .hears(receipt)
    .hears(/text message/)
    .hears(/Goodbye/)
    .isHungUpOn();
  const [callback] = await callbacks();
  const call = (await calls()).find(({ from }) => from === caller.number);
  expect(callback).toMatchObject({
    kind: "place",
    to: caller.number,
    queue: "support",
    origin: call?.sid,
    waitedSeconds: 185,
  });
  expect(callback?.joinedAt).toBe(call?.story[0]?.at);
  expect(call).toMatchObject({ at: "ended", outcome: "callback" });
  await caller.getsText(new RegExp(`you keep your place.*Your receipt is ${callback?.code}`));
});

test("a rep who takes the call while the caller is asked is not kept waiting", async () => {
  const { caller, rep, callbacks } = office({ reps: ["Ben"] });
  await asksFor(caller, "support")
    .hears(/next in line/)
    .presses("1")
    .hears(/press 1/);
  await takesCall(rep("Ben"));
  await caller.hears("It is your turn now, so there is no need to call you back. Here is Ben.").isTalkingTo("Ben");
  expect(await callbacks()).toEqual([]);
});

test("a rep who is rung as the place is kept hears that the call needs nobody", async () => {
  const { caller, rep, presence } = office({ reps: ["Ben"] });
  await asksFor(caller, "support")
    .hears(/next in line/)
    .presses("1")
    .hears(/press 1/);
  await rep("Ben").rings().answers();
  await caller.presses("1").hears(/Your place is kept/);
  await rep("Ben")
    .hears(/no longer needs you/)
    .isHungUpOn();
  expect(await presence("Ben")).toBe("in");
});

test("the music goes on where it stopped for whoever stays after all", async () => {
  const { caller, callbacks, ...world } = office(bens);
  await asksFor(caller, "support")
    .hearsMusic()
    .waits({ seconds: 20 })
    .presses("1")
    .hears(/press 1/)
    .presses("9")
    .hears("You are still in line.")
    .hearsMusic();
  const [before, after] = music(await heardBy(world, caller));
  expect(Math.abs((after?.from ?? 0) - (before?.heardTo ?? 0))).toBeLessThan(tolerance);
  expect(await callbacks()).toEqual([]);
});

describe("another number", () => {
  test("is keyed in, read back digit by digit, and confirmed before anything is noted", async () => {
    const { caller, callbacks } = office(bens);
    await asksFor(caller, "support")
      .hearsMusic()
      .presses("1")
      .hears(/For another number, press 3/)
      .presses("3")
      .hears(/key in the number/)
      .presses("2125550188#")
      .hears("2 1 2, 5 5 5, 0 1 8 8. If that is right, press 1. To key it in again, press 2.")
      .presses("2")
      .hears(/key in the number/)
      .presses("2125550177")
      .hears("2 1 2, 5 5 5, 0 1 7 7. If that is right, press 1. To key it in again, press 2.")
      .presses("1")
      .hears("We would call 2 1 2, 5 5 5, 0 1 7 7.")
      .presses("1")
      .hears(receipt)
      .isHungUpOn();
    expect(await callbacks()).toMatchObject([{ to: "+12125550177", confirm: true }]);
  });

  test.each([
    ["a premium number", "9005550123#", /cannot call numbers of that kind/],
    ["a number abroad", "01144207946095#", /does not seem to be a telephone number|cannot call that country/],
    ["a number that is none", "12#", /does not seem to be a telephone number/],
  ])("that is %s is kindly refused and asked for again, never dialled", async (_, keys, words) => {
    const { caller, another, callbacks } = office(bens);
    const dialled = another(`+1${keys.replace("#", "")}`);
    await asksFor(caller, "support")
      .hearsMusic()
      .presses("1")
      .hears(/press 3/)
      .presses("3")
      .hears(/key in the number/)
      .presses(keys)
      .hears(words)
      .hears(/key in the number/)
      .presses("#")
      .hears("You are still in line.");
    await dialled.isNotRung({ seconds: 30 });
    expect(await callbacks()).toEqual([]);
  });

  test("is asked for at once where the caller's own is withheld", async () => {
    const { caller, callbacks } = office(bens);
    await caller
      .dials("+12125550000", { from: "anonymous" })
      .hears(/Welcome/)
      .presses("2")
      .hearsMusic()
      .presses("1")
      .hears("We do not see the number that you are calling from.")
      .hears(/key in the number/)
      .presses("2125550177#")
      .hears(/If that is right/)
      .presses("1")
      .hears(/^To hang up/)
      .presses("1")
      .hears(receipt)
      .isHungUpOn();
    expect(await callbacks()).toMatchObject([{ to: "+12125550177", confirm: true, texts: false }]);
  });
});
