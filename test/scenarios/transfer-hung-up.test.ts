import { expect, test } from "vitest";
import { office } from "../support/office.ts";
import { takesCall, talk, wrapsUp } from "../support/usual.ts";

const menu = /Press 1 to go back/;

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
