import { expect, test } from "vitest";
import { line } from "../support/business.ts";
import { office, type Office } from "../support/office.ts";
import type { Phone } from "../support/phone.ts";
import { asksFor, takesCall, wrapsUp } from "../support/usual.ts";

const hour = 3_600_000;
const unknown = "We do not know that receipt, or its call has been made already.";

/** A caller says at the menu that she has a receipt. */
const withReceipt = (caller: Phone) =>
  caller
    .dials(line)
    .hears(/Welcome/)
    .presses("*")
    .hears("Please key in the six digits of your receipt.");

async function codeOf({ callbacks }: Pick<Office, "callbacks">): Promise<string> {
  return (await callbacks()).at(-1)?.code ?? "";
}

test("with the receipt of a kept place she is back in the live line, at that place, from another phone", async () => {
  const { caller, another, rep, ...world } = office({ reps: ["Ben"], talking: ["Ben"] });
  const [later, elsewhere] = [another(), another()];
  await asksFor(caller, "support")
    .hears(/next in line/)
    .presses("1")
    .hears(/press 1/)
    .presses("1")
    .hears(/Your receipt is/)
    .isHungUpOn();
  await world.pass({ minutes: 1 });
  await asksFor(later, "support").hears(/number 2 in line/);
  await withReceipt(elsewhere)
    .presses(await codeOf(world))
    .hears("Your place in line is kept, and we will call you when it is your turn.")
    .hears("You are next in line.")
    .hears(/To speak with someone now, press 1/)
    .presses("1")
    .hears(/next in line/);
  expect(await world.callbacks()).toMatchObject([{ state: { at: "live" } }]);
  await rep("Ben").hangsUp();
  await takesCall(rep("Ben"), { seconds: 15 });
  await elsewhere.isTalkingTo("Ben").waits({ seconds: 20 }).hangsUp();
  await wrapsUp(rep("Ben"));
  expect(await world.callbacks()).toMatchObject([{ state: { at: "closed" }, given: [{ ended: { how: "kept" } }] }]);
  await caller.isNotRung({ minutes: 1 });
});

test("with a receipt the call is moved, or cancelled, from whatever phone", async () => {
  const { another, owes, ...world } = office({ reps: ["Ben"] });
  const from = world.now() + 5 * hour;
  await owes({ kind: "booked", given: { from, by: from + 900_000 } });
  const elsewhere = another();
  await withReceipt(elsewhere)
    .presses(await codeOf(world))
    .hears("We will call you at 3 PM.")
    .presses("2")
    .hears(/^For a call at 10 15 AM, press 1/)
    .hears(/press 6/)
    .presses("2")
    .hears("We will call you at 11 15 AM, or at most 15 minutes later.")
    .isHungUpOn();
  await withReceipt(elsewhere)
    .presses(await codeOf(world))
    .hears("We will call you at 11 15 AM.")
    .presses("3")
    .hears(/press 1/)
    .presses("1")
    .hears("The call is cancelled.")
    .isHungUpOn();
  expect(await world.callbacks()).toMatchObject([
    { to: "+12125559999", given: [{ ended: { how: "moved" } }, { ended: { how: "cancelled" } }] },
  ]);
  await withReceipt(elsewhere)
    .presses(await codeOf(world))
    .hears(unknown);
});

test("whoever has none after all is at the menu again, and 0 leads to a person", async () => {
  const { caller, rep } = office({ reps: ["Rosa"] });
  await withReceipt(caller)
    .hears(/^Welcome/, { seconds: 15 })
    .presses("*")
    .hears(/six digits/)
    .presses("0");
  await takesCall(rep("Rosa"), { seconds: 15 });
  await caller.isTalkingTo("Rosa");
});

test("three wrong receipts lead to a person, and the menu looks at no more in that call", async () => {
  const { caller, rep, owes } = office({ reps: ["Rosa"] });
  await owes({ code: "482107" });
  await withReceipt(caller)
    .presses("111111")
    .hears(unknown)
    .hears(/six digits/)
    .presses("222222")
    .hears(unknown)
    .presses("333333")
    .hears(unknown)
    .hears("One moment. We are connecting you to reception.");
  await takesCall(rep("Rosa"));
  await caller.isTalkingTo("Rosa");
});

test("a number from which receipts are guessed at is given a person after six, whatever it keys in, for an hour", async () => {
  const { another, owes, pass } = office({ reps: ["Rosa"] });
  await owes({ code: "482107" });
  const guesser = another();
  for (const _call of [1, 2]) {
    await withReceipt(guesser)
      .presses("111111")
      .hears(unknown)
      .presses("222222")
      .hears(unknown)
      .presses("333333")
      .hears(/reception/)
      .hangsUp();
  }
  await guesser
    .dials(line)
    .hears(/Welcome/)
    .presses("*")
    .hears(/connecting you to reception/)
    .hasNotHeard(/six digits/)
    .hangsUp();
  await withReceipt(another())
    .presses("482107")
    .hears(/Your place in line is kept/);
  await pass({ minutes: 61 });
  await withReceipt(guesser)
    .presses("482107")
    .hears(/Your place in line is kept|late/);
});

test("receipts that are guessed at from ever other numbers are looked at no more, from nobody", async () => {
  const { another, owes } = office({ reps: ["Rosa"] });
  await owes({ code: "482107" });
  for (let call = 0; call < 20; call += 1) {
    await withReceipt(another())
      .presses("111111")
      .hears(unknown)
      .presses("222222")
      .hears(unknown)
      .presses("333333")
      .hears(unknown)
      .hangsUp();
  }
  await another()
    .dials(line)
    .hears(/Welcome/)
    .presses("*")
    .hears(/connecting you to reception/);
});

test("whoever has guessed at receipts before a restart is given a person after it, too", async () => {
  const { another, owes, restart } = office({ reps: ["Rosa"] });
  await owes({ code: "482107" });
  const guesser = another();
  for (const _call of [1, 2]) {
    await withReceipt(guesser)
      .presses("111111")
      .hears(unknown)
      .presses("222222")
      .hears(unknown)
      .presses("333333")
      .hears(/reception/)
      .hangsUp();
    await restart();
  }
  await guesser
    .dials(line)
    .hears(/Welcome/)
    .presses("*")
    .hears(/connecting you to reception/)
    .hangsUp();
  await withReceipt(another())
    .presses("482107")
    .hears(/Your place in line is kept/);
});
