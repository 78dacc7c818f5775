import { expect, test } from "vitest";
import { heardBy, sayings } from "../support/ear.ts";
import { office } from "../support/office.ts";
import { asksFor, takesCall } from "../support/usual.ts";

test("three wrong keys lead to a person", async () => {
  const { caller, rep, line } = office({ reps: ["Rosa"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("8")
    .hears("Sorry, we did not catch that.")
    .hears(/Welcome/)
    .presses("8")
    .hears("Sorry, we did not catch that.")
    .presses("8")
    .hears("One moment. We are connecting you to reception.")
    .hears(/You are next/);
  await takesCall(rep("Rosa"));
  await caller.isTalkingTo("Rosa");
});

test("silence leads to a person after three tries", async () => {
  const { caller, rep, line } = office({ reps: ["Rosa"] });
  await caller
    .dials(line)
    .hears("We did not hear an answer.")
    .hears("We did not hear an answer.")
    .hears("One moment. We are connecting you to reception.");
  await takesCall(rep("Rosa"));
  await caller.isTalkingTo("Rosa");
});

test("nobody is told of a person who is not there: silence with an empty office leads to a message", async () => {
  const { caller, line } = office();
  await caller
    .dials(line)
    .hears("Nobody is here to take your call right now.", { minutes: 2 })
    .hears(/leave a message/)
    .hasNotHeard(/connecting you/);
});

test("0 reaches reception from the menu, and so does asking for a person", async () => {
  const { caller, another, rep, line } = office({ reps: ["Rosa"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("0");
  await takesCall(rep("Rosa"));
  await caller.isTalkingTo("Rosa").hangsUp();
  await rep("Rosa")
    .hears(/How did the call end/)
    .presses("1")
    .isHungUpOn();
  const speaker = another();
  await speaker
    .dials(line)
    .hears(/Welcome/)
    .says("can I talk to a person please");
  await takesCall(rep("Rosa"));
  await speaker.isTalkingTo("Rosa");
});

test("an option can be said, and the rep hears what it is about", async () => {
  const { caller, rep, line } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .says("I need some help with my kettle")
    .hears(/You are next/);
  await rep("Ben").rings().answers().hears("It is about a repair.");
});

test("words that fit nothing are asked for again", async () => {
  const { caller, line } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .says("what a lovely day")
    .hears("Sorry, we did not catch that.")
    .hears(/Welcome/)
    .says("support")
    .hears(/You are next/);
});

test("a caller who chooses Spanish is spoken to in Spanish, gets a rep who speaks it, and need not choose again", async () => {
  const { caller, rep, line, ...world } = office({ reps: ["Ben", "Ana"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("9")
    .hears(/Bienvenido/)
    .presses("2")
    .hears(/primer lugar/)
    .hears(/Para oír solo música/);
  await rep("Ben").isNotRung();
  await takesCall(rep("Ana"));
  await caller.hears("Le atiende Ana.").isTalkingTo("Ana");
  const said = (await heardBy(world, caller)).filter(({ kind }) => kind === "say");
  expect(said.map(({ language }) => language)).toEqual(["en-US", ...said.slice(1).map(() => "es-US")]);
  await caller.hangsUp();
  await caller
    .dials(line)
    .hears(/Bienvenido/)
    .hasNotHeard(/Welcome/);
});

test("Spanish can be asked for in Spanish, at the English menu", async () => {
  const { caller, line } = office({ reps: ["Ana"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .says("Español, por favor")
    .hears(/Bienvenido/)
    .says("soporte")
    .hears(/primer lugar/);
});

test("# gives more time: asked twice, waited for longer, asked more often, and remembered", async () => {
  const { caller, ...world } = office({ reps: ["Rosa"], talking: ["Rosa"] });
  await caller
    .dials(world.line)
    .hears(/Welcome/)
    .presses("#")
    .hears(/You now have more time/)
    .hears(/Welcome/)
    .hears(/Welcome/)
    .waits({ seconds: 17 })
    .hears(/Welcome/)
    .hears(/Welcome/);
  await caller.hears(/connecting you to reception/, { minutes: 5 });
  expect(sayings(await heardBy(world, caller)).filter((text) => text === "We did not hear an answer.")).toHaveLength(4);
  await caller.hangsUp();
  await caller
    .dials(world.line)
    .hears(/Welcome/)
    .hears(/Welcome/, { seconds: 12 })
    .waits({ seconds: 15 })
    .presses("2")
    .hasNotHeard(/did not hear an answer/);
});

test("a caller with more time hears now and then that the line is alive, never twice in the same words", async () => {
  const { caller, ...world } = office({ reps: ["Ben"], talking: ["Ben"] });
  await asksFor(caller, "support")
    .hearsMusic()
    .presses("#")
    .hears(/tell you now and then/)
    .waits({ minutes: 15 });
  const signs = sayings(await heardBy(world, caller))
    .filter((text) => /still in line/.test(text))
    .slice(1);
  expect(signs.length).toBeGreaterThanOrEqual(3);
  expect(signs.filter((text, index) => text === signs[index + 1])).toEqual([]);
});

test("a fixed message is said, and the menu again after it", async () => {
  const { caller, line } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("3")
    .hears("We are at 12 Mill Lane.")
    .hears(/Welcome/)
    .presses("2")
    .hears(/You are next/);
});

test("a link is sent as a text to the number that called", async () => {
  const { caller, line, calls } = office();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("4")
    .hears("The link is on its way.")
    .hears(/Goodbye/)
    .isHungUpOn()
    .getsText(/^Manuals: https:\/\/kettle\.example\/manuals$/);
  expect(await calls()).toMatchObject([{ at: "ended", outcome: "informed" }]);
});

test.each(["", "anonymous", "+266696687", "client:kiosk"])(
  "a caller whose number is %j hears that no text can be sent there, and chooses again",
  async (from) => {
    const { caller, line } = office({ reps: ["Ben"] });
    await caller
      .dials(line, { from })
      .hears(/Welcome/)
      .presses("4")
      .hears("We cannot send a text message to the number you are calling from.")
      .hears(/Welcome/)
      .presses("2")
      .hears(/You are next/)
      .hearsMusic();
  },
);
