import { expect, test } from "vitest";
import { heardBy, sayings } from "../support/ear.ts";
import { office } from "../support/office.ts";
import { asksFor } from "../support/usual.ts";

const busy = { reps: ["Cleo"], talking: ["Cleo"] };

test("one key and there is only music, on the next call too; the same key and we speak again", async () => {
  const { caller, another, ...world } = office(busy);
  const ahead = another();
  await asksFor(ahead, "sales").hearsMusic();
  await asksFor(caller, "sales")
    .hears(/number 2 in line/)
    .hearsMusic()
    .presses("2")
    .hears("From now on you will hear only music. To hear us again, press 2.");
  await ahead.hangsUp();
  await caller.waits({ minutes: 8 });
  const said = sayings(await heardBy(world, caller));
  expect(said.at(-1)).toMatch(/only music/);
  await caller.hangsUp();
  await asksFor(caller, "sales")
    .hears(/To hear us speak again, press 2/)
    .waits({ minutes: 6 });
  await caller.hasNotHeard(/kettle (shows|never)/);
  await caller
    .presses("2")
    .hears("We will speak to you from time to time again.")
    .hears(/kettle/, { minutes: 8 });
  await caller.hangsUp();
  await asksFor(caller, "sales")
    .hears(/For a quiet wait, press 2/)
    .hasNotHeard(/speak again/);
});

test("in a quiet wait the choices can still be heard, as they are now", async () => {
  const { caller } = office(busy);
  await asksFor(caller, "sales")
    .hearsMusic()
    .presses("2")
    .hears(/only music/)
    .presses("*")
    .hears(/^To be called back, press 1\. To hear us speak again, press 2\. To leave a message/)
    .hearsMusic();
});

test("quiet or not, the caller hears who is coming on the line", async () => {
  const { caller, rep } = office(busy);
  await asksFor(caller, "sales").hearsMusic().presses("2").waits({ minutes: 2 });
  await rep("Cleo").hangsUp();
  await rep("Cleo")
    .rings()
    .answers()
    .hears(/Press 1/)
    .presses("1");
  await caller.hears("Here is Cleo.").isTalkingTo("Cleo");
});
