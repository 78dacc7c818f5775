import { expect, test } from "vitest";
import { office } from "../support/office.ts";
import { callsBack, takesCall, wrapsUp } from "../support/usual.ts";

test("a rep who hangs up before the customer answers frees her phone, and the next rep is found", async () => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben", "Ana"] });
  await owes();
  await callsBack(rep("Ana"));
  await caller.rings();
  await rep("Ana").hangsUp();
  await caller.stopsRinging();
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben");
  expect((await callbacks())[0]?.tries).toMatchObject([{ came: "reached" }]);
});

test("a rep who hangs up while she is being greeted leaves her first in line, and the next rep hears the story", async () => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben", "Ana"] });
  await owes();
  await callsBack(rep("Ana"));
  await caller.rings().answers();
  await rep("Ana").hangsUp();
  await caller.hears("Someone will be with you. You are still in your place in line.");
  await takesCall(rep("Ben"));
  await caller.hears("Here is Ben.").isTalkingTo("Ben").hangsUp();
  await wrapsUp(rep("Ben"));
  expect((await callbacks())[0]).toMatchObject({ state: { at: "closed" }, given: [{ ended: { how: "kept" } }] });
});

test("a conversation that breaks off is the caller's to take up: pressing 1, she is first in line again", async () => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben"] });
  await owes();
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben").waits({ seconds: 30 });
  await rep("Ben").hangsUp();
  await caller
    .hears(/If you were cut off, press 1/)
    .presses("1")
    .hears(/You are next/);
  expect((await callbacks())[0]?.state.at).toBe("talking");
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben").hangsUp();
  await wrapsUp(rep("Ben"));
  expect((await callbacks())[0]?.given[0]?.ended?.how).toBe("kept");
});

test("a conversation that breaks off, and is not taken up, has reached her", async () => {
  const { caller, rep, owes, callbacks } = office({ reps: ["Ben"] });
  await owes();
  await callsBack(rep("Ben"));
  await caller.rings().answers().isTalkingTo("Ben").waits({ seconds: 30 });
  await rep("Ben").hangsUp();
  await caller.hears(/If you were cut off/).isHungUpOn();
  expect((await callbacks())[0]).toMatchObject({ state: { at: "closed" }, given: [{ ended: { how: "kept" } }] });
});
