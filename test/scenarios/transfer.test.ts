import { expect, test } from "vitest";
import { office } from "../support/office.ts";
import { asksFor, takesCall, talk, wrapsUp } from "../support/usual.ts";

const menu = /Press 1 to go back/;

test("a warm transfer: Ana tells Cleo the story while the caller hears music, hands over with * 1, and nobody repeats anything", async () => {
  const { caller, rep, calls } = office({ reps: ["Ana", "Cleo"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .waits({ minutes: 2 })
    .presses("*")
    .hears(menu)
    .presses("2")
    .hears(/2 for sales/)
    .presses("2")
    .hears(/trying to reach/);
  await caller.hearsMusic();
  await rep("Cleo")
    .rings()
    .answers()
    .hears("A call for sales.")
    .hears("It is about a repair.")
    .hears("Transferred by Ana.")
    .hears(/Press 1 to take/)
    .presses("1")
    .isTalkingTo("Ana");
  await rep("Ana").isTalkingTo("Cleo");
  await caller.waits({ seconds: 20 }).hearsMusic({ seconds: 0 });
  await rep("Ana")
    .presses("*")
    .hears(/1 to hand over/)
    .presses("1")
    .hears(/handed over/)
    .isHungUpOn({ seconds: 10 });
  await caller.isTalkingTo("Cleo");
  await rep("Cleo").isTalkingTo(caller.number);
  await caller.hangsUp();
  await wrapsUp(rep("Cleo"));
  const [call] = await calls();
  expect(call).toMatchObject({ at: "ended", outcome: "answered", disposition: "resolved", everSupport: true });
  expect(call?.story.map(({ what }) => what)).toEqual(["joined", "answered", "transferred", "answered"]);
  expect(call?.played.filter(({ kind }) => kind === "announcement")).toEqual([]);
});

test("a rep who has told the story may hand over by hanging up", async () => {
  const { caller, rep } = office({ reps: ["Ana", "Cleo"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("2")
    .hears(/Where to/)
    .presses("2");
  await takesCall(rep("Cleo"));
  await rep("Ana").isTalkingTo("Cleo").hangsUp();
  await caller.isTalkingTo("Cleo");
  await rep("Cleo").presses("*").hears(menu).presses("1").isTalkingTo(caller.number);
});

test("a rep may take the caller back with * 2; the other rep hears so and is free", async () => {
  const { caller, another, rep } = office({ reps: ["Ana", "Cleo"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("2")
    .hears(/Where to/)
    .presses("2");
  await takesCall(rep("Cleo"));
  await rep("Ana")
    .isTalkingTo("Cleo")
    .presses("*")
    .hears(/2 to take the caller back/)
    .presses("2")
    .isTalkingTo(caller.number);
  await rep("Cleo")
    .hears(/no longer needs you/)
    .isHungUpOn();
  await caller.isTalkingTo("Ana");
  await asksFor(another(), "sales");
  await rep("Cleo").rings({ seconds: 2 });
});

test("a rep who looks for another may go back to the caller at any time, and the other phone stops ringing", async () => {
  const { caller, rep } = office({ reps: ["Ana", "Cleo"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("2")
    .hears(/Where to/)
    .presses("2");
  await rep("Cleo").rings();
  await rep("Ana")
    .hears(/any key/)
    .presses("1")
    .isTalkingTo(caller.number);
  await rep("Cleo").stopsRinging();
  await caller.isTalkingTo("Ana");
});

test("where nobody else is there to take over, the rep hears so at once and stays with the caller", async () => {
  const { caller, rep } = office({ reps: ["Ana", "Ben"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("2")
    .hears(/Where to/)
    .presses("2")
    .hears(/Nobody there/, { seconds: 2 })
    .hears(menu)
    .presses("1");
  await caller.isTalkingTo("Ana");
});

test("a rep who passes or does not answer leaves the asking rep trying the next, and after a minute with the caller again", async () => {
  const { caller, rep } = office({ reps: ["Ana", "Ben", "Rosa"], routing: (routing) => routing });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("2")
    .hears(/3 for reception/)
    .presses("3");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Transferred by Ana/)
    .hears(/Press 1 to take/)
    .presses("2")
    .isHungUpOn();
  await rep("Rosa").rings({ seconds: 3 }).stopsRinging({ seconds: 30 });
  await rep("Ana")
    .hears(/Nobody there could take the call/)
    .hears(menu)
    .presses("1")
    .isTalkingTo(caller.number);
});

test("a rep who is hearing the whisper as the minute runs out may still take the call", async () => {
  const { caller, rep } = office({ reps: ["Ana", "Ben", "Rosa"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("2")
    .hears(/3 for reception/)
    .presses("3");
  await rep("Ben").rings().stopsRinging({ seconds: 30 });
  await rep("Rosa")
    .rings()
    .waits({ seconds: 18 })
    .answers()
    .hears(/Press 1 to take/)
    .hears(/Press 1 to take/)
    .waits({ seconds: 4 })
    .presses("1");
  await rep("Ana")
    .hears(/still trying/)
    .isTalkingTo("Rosa");
});

test("a caller who hangs up while held leaves the asking rep at the wrap-up, and the other hears so", async () => {
  const { caller, rep, calls } = office({ reps: ["Ana", "Cleo"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("2")
    .hears(/Where to/)
    .presses("2");
  await takesCall(rep("Cleo"));
  await rep("Ana").isTalkingTo("Cleo");
  await caller.hangsUp();
  await rep("Cleo")
    .hears(/has hung up/)
    .isHungUpOn();
  await wrapsUp(rep("Ana"), "2");
  expect(await calls()).toMatchObject([{ at: "ended", disposition: "not-yet" }]);
});

test("a caller who hangs up while another rep's phone rings stops it", async () => {
  const { caller, rep } = office({ reps: ["Ana", "Cleo"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("2")
    .hears(/Where to/)
    .presses("2");
  await rep("Cleo").rings();
  await caller.hangsUp();
  await rep("Cleo").stopsRinging();
  await wrapsUp(rep("Ana"));
});

test("a rep who hangs up while looking for another leaves the caller in that line, with the time already waited", async () => {
  const { caller, rep, calls } = office({ reps: ["Ana", "Cleo"] });
  await talk(caller, rep("Ana"));
  const [before] = await calls();
  await rep("Ana")
    .waits({ minutes: 1 })
    .presses("*")
    .hears(menu)
    .presses("2")
    .hears(/Where to/)
    .presses("2");
  await rep("Cleo").rings();
  await rep("Ana").hangsUp();
  await rep("Cleo")
    .rings({ seconds: 30 })
    .answers()
    .hears(/Transferred by Ana/)
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.isTalkingTo("Cleo");
  const [after] = await calls();
  expect(after).toMatchObject({ line: { queue: "sales", joinedAt: before?.arrivedAt } });
});

test("a rep who hangs up while another hears the whisper has handed the caller to whoever takes the call then", async () => {
  const { caller, rep } = office({ reps: ["Ana", "Cleo"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("2")
    .hears(/Where to/)
    .presses("2");
  await rep("Cleo")
    .rings()
    .answers()
    .hears(/A call for sales/);
  await rep("Ana").hangsUp();
  await caller.hears(/next in line/);
  await rep("Cleo")
    .hears(/Press 1 to take/)
    .presses("1");
  await caller.hears("Here is Cleo").isTalkingTo("Cleo");
});

test("a rep who says nothing at the keys of a transfer is back with the other, who may press star without harm", async () => {
  const { caller, rep } = office({ reps: ["Ana", "Cleo"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("2")
    .hears(/Where to/)
    .presses("2");
  await takesCall(rep("Cleo"));
  await rep("Ana")
    .isTalkingTo("Cleo")
    .presses("*")
    .hears(/hand over/)
    .waits({ seconds: 14 })
    .isTalkingTo("Cleo");
  await rep("Cleo").presses("*").isTalkingTo("Ana");
  await rep("Ana")
    .presses("*")
    .hears(/hand over/)
    .presses("2");
  await caller.isTalkingTo("Ana");
});

test("the other rep's line drops while hearing the story: the asking rep goes on looking", async () => {
  const { caller, rep } = office({ reps: ["Ana", "Cleo"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("2")
    .hears(/Where to/)
    .presses("2");
  await takesCall(rep("Cleo"));
  await rep("Ana").isTalkingTo("Cleo");
  await rep("Cleo").hangsUp();
  await rep("Ana")
    .hears(/trying to reach/, { seconds: 5 })
    .presses("1")
    .isTalkingTo(caller.number);
});

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

test("a rep hands the caller to a lead, who hears who asks", async () => {
  const { caller, rep } = office({ reps: ["Ana", "Dana"] });
  await talk(caller, rep("Ana"));
  await rep("Ana").presses("*").hears(menu).presses("4");
  await rep("Dana")
    .rings()
    .answers()
    .hears(/A call for support/)
    .hears("Ana asks you to take over.")
    .hears(/Press 1 to take/)
    .presses("1")
    .isTalkingTo("Ana");
  await rep("Ana")
    .presses("*")
    .hears(/1 to hand over/)
    .presses("1")
    .isHungUpOn();
  await caller.isTalkingTo("Dana");
});

test("where no lead is there, the rep hears so at once", async () => {
  const { caller, rep } = office({ reps: ["Ana", "Ben"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(menu)
    .presses("4")
    .hears(/No lead is free/, { seconds: 2 })
    .hears(menu)
    .presses("1");
  await caller.isTalkingTo("Ana");
});

test("where every lead is in a call, the rep hears so within a minute and is with the caller again", async () => {
  const { caller, another, rep } = office({ reps: ["Ana", "Ben", "Dana"] });
  const other = another();
  await talk(other, rep("Ana"));
  await rep("Ana").presses("*").hears(menu).presses("4");
  await takesCall(rep("Dana"));
  await rep("Ana")
    .isTalkingTo("Dana")
    .presses("*")
    .hears(/hand over/)
    .presses("1")
    .isHungUpOn();
  await other.isTalkingTo("Dana");
  await talk(caller, rep("Ben"));
  await rep("Ben")
    .presses("*")
    .hears(menu)
    .presses("4")
    .hears(/No lead is free/, { seconds: 75 })
    .hears(menu)
    .presses("1");
  await caller.isTalkingTo("Ben");
});
