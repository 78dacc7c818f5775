import { expect, test } from "vitest";
import { office } from "../support/office.ts";
import { asksFor, takesCall, talk, wrapsUp } from "../support/usual.ts";

const menu = /Press 1 to go back/;

test("a cold transfer: the rep is free at once, and the caller is ahead in the other line of all who joined later", async () => {
  const { caller, another, rep, calls, pass } = office({ reps: ["Ana", "Cleo"] });
  await talk(caller, rep("Ana"));
  const buyer = another();
  await talk(buyer, rep("Cleo"), "sales");
  await pass({ minutes: 1 });
  await asksFor(another(), "sales");
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("3")
    .hears(/2 for sales/)
    .presses("2")
    .hears(/handed over/)
    .isHungUpOn();
  await caller.hears(/next in line/).waits({ seconds: 40 });
  await buyer.hangsUp();
  await wrapsUp(rep("Cleo"));
  await rep("Cleo")
    .rings()
    .answers()
    .hears(/A call for sales/)
    .hears(/about a repair/)
    .hears(/less than a minute/)
    .hears(/Transferred by Ana/)
    .hears(/Press 1/)
    .presses("1");
  await caller.isTalkingTo("Cleo");
  const mine = (await calls()).find(({ from }) => from === caller.number);
  expect(mine).toMatchObject({ disposition: "transferred", everSupport: true });
  expect(mine?.played.filter(({ kind }) => kind === "announcement")).toEqual([]);
});

test("a rep who has handed a call on is rung for the next one, not for the same", async () => {
  const { caller, another, rep } = office({ reps: ["Ana", "Cleo"] });
  const buyer = another();
  await talk(caller, rep("Ana"));
  await talk(buyer, rep("Cleo"), "sales");
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("3")
    .hears(/Where to/)
    .presses("2")
    .isHungUpOn()
    .isNotRung({ seconds: 30 });
  const next = another();
  await asksFor(next, "support");
  await takesCall(rep("Ana"));
  await next.isTalkingTo("Ana");
});
