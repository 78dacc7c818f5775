import { test } from "vitest";
import { office } from "../support/office.ts";
import { takesCall, talk } from "../support/usual.ts";

const menu = /Press 1 to go back/;

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
