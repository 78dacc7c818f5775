import { test } from "vitest";
import { office } from "../support/office.ts";
import { talk } from "../support/usual.ts";

const menu = /Press 1 to go back/;

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
