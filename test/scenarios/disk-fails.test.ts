import { expect, test } from "vitest";
import { office } from "../support/office.ts";
import { asksFor, takesCall } from "../support/usual.ts";

test("the disk fails: callers are routed on, and admins are told", async () => {
  const { caller, rep, line, app, diskFails, logged, calls } = office({ reps: ["Ben"] });
  const ready = async () => {
    const response = await fetch(`${(await app()).publicUrl}/readyz`);
    return { status: response.status, text: await response.text() };
  };
  expect(await ready()).toMatchObject({ status: 200 });
  diskFails();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/);
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1/)
    .presses("1")
    .isTalkingTo(caller.number);
  await caller.hangsUp();
  await rep("Ben")
    .hears(/How did/)
    .presses("1")
    .hears(/Noted as resolved/)
    .isHungUpOn();
  expect(await calls()).toMatchObject([{ at: "ended", disposition: "resolved" }]);
  expect(await ready()).toMatchObject({ status: 503, text: expect.stringContaining("the disk is broken") as string });
  expect(
    logged()
      .filter(({ level }) => level === 60)
      .map(({ msg }) => msg),
  ).toEqual([expect.stringMatching(/nothing can be made durable/)]);
});

test("with a disk that fails, a rep who promises a return call hears that it could not be noted", async () => {
  const { caller, rep, line, diskFails } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1/)
    .presses("1")
    .isTalkingTo(caller.number);
  await rep("Ben")
    .presses("*")
    .hears(/promise a return call/);
  diskFails();
  await rep("Ben")
    .presses("5")
    .hears(/could not note the return call/)
    .isTalkingTo(caller.number);
  await caller.isTalkingTo("Ben").hangsUp();
  await rep("Ben")
    .hears(/How did/)
    .presses("3")
    .hears(/could not note the return call/)
    .isHungUpOn();
});

test("a promise during which the disk fails is not called noted", async () => {
  const { caller, rep, line, diskFails } = office({ reps: ["Ben"] });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("2");
  await rep("Ben")
    .rings()
    .answers()
    .hears(/Press 1/)
    .presses("1")
    .isTalkingTo(caller.number);
  await caller.hangsUp();
  await rep("Ben").hears(/How did/);
  diskFails();
  await rep("Ben")
    .presses("3")
    .hears(/could not note the return call/)
    .hasNotHeard(/Noted with/)
    .isHungUpOn();
});

test.each([
  ["before", (office: { diskFails: () => void }) => office.diskFails()],
  ["in the very moment of promising", () => undefined],
])("the disk fails %s: no return call is promised to a caller, who waits on", async (_, fails) => {
  const { caller, rep, callbacks, ...world } = office({ reps: ["Ben"], talking: ["Ben"] });
  await asksFor(caller, "support").hearsMusic();
  fails(world);
  await caller.presses("1").hears(/To hang up and be called/);
  world.diskFails();
  await caller
    .presses("1")
    .hears("We could not note your return call.")
    .hears("You are still in line.")
    .hearsMusic()
    .hasNotHeard(/receipt/);
  expect((await callbacks()).filter(({ state }) => state.at !== "closed")).toEqual([]);
  await rep("Ben").hangsUp();
  await takesCall(rep("Ben"), { seconds: 15 });
  await caller.isTalkingTo("Ben").waits({ minutes: 5 });
  const { texts } = (await world.exchange()).phone(caller.number);
  expect(texts).toEqual([]);
});
