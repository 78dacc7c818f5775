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
