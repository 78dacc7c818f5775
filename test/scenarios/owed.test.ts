import { describe, expect, test } from "vitest";
import { line } from "../support/business.ts";
import { office } from "../support/office.ts";
import { takesCall } from "../support/usual.ts";
import { byThree, hour, keys } from "../support/by-three.ts";

describe("a caller to whom a call is owed, and who rings in,", () => {
  test("hears first who calls, by when, what about, and the state of the news", async () => {
    const { caller, owes, tells, now } = office({ reps: ["Ben"] });
    const id = await owes(byThree(now()));
    await caller
      .dials(line)
      .hears("Ben will call you by 3 PM about a repair.")
      .hears("There is no news yet.")
      .hears(keys)
      .hears(/^Welcome/)
      .hangsUp();
    await tells(id, { type: "news", news: { rep: "ben", text: "the part has arrived." } });
    await caller
      .dials(line)
      .hears("Ben will call you by 3 PM about a repair.")
      .hears("The latest news is: the part has arrived.");
  });

  test("moves it to another time", async () => {
    const { caller, owes, callbacks, now } = office({ reps: ["Ben"] });
    await owes(byThree(now()));
    const halfPastFour = now() + 6.5 * hour;
    await caller
      .dials(line)
      .hears(keys)
      .presses("2")
      .hears(/^For a call at 10 15 AM, press 1/)
      .hears(/To key in a time, press 5/)
      .presses("5")
      .hears(/key in the hour/)
      .presses("430#")
      .hears("We can call you at 4 30 PM. If that suits you, press 1. For another time, press 2.")
      .presses("1")
      .hears("We will call you at 4 30 PM, or at most 15 minutes later.")
      .hears(/^Your receipt is/)
      .isHungUpOn();
    expect(await callbacks()).toMatchObject([
      {
        given: [
          { ended: { how: "moved", by: { who: "caller", via: "phone" } } },
          { from: halfPastFour, by: halfPastFour + 900_000 },
        ],
      },
    ]);
  });

  test("cancels it, once that is confirmed", async () => {
    const { caller, owes, callbacks, now } = office({ reps: ["Ben"] });
    await owes(byThree(now()));
    await caller
      .dials(line)
      .hears(keys)
      .presses("3")
      .hears("To cancel the call, press 1. To leave it as it is, press any other key.")
      .presses("2")
      .hears("The call stays as it was.")
      .hears(/^Welcome/)
      .hangsUp();
    expect(await callbacks()).toMatchObject([{ state: { at: "promised" } }]);
    await caller
      .dials(line)
      .hears(keys)
      .presses("3")
      .hears(/press 1/)
      .presses("1")
      .hears("The call is cancelled.")
      .isHungUpOn();
    expect(await callbacks()).toMatchObject([
      { state: { at: "closed" }, given: [{ ended: { how: "cancelled", by: { who: "caller", via: "phone" } } }] },
    ]);
    await caller.dials(line).hears(/^Welcome/);
  });

  test("reaches the usual menu with any other key, a person with 0, and is told why nobody speaks with her now", async () => {
    const { caller, rep, owes, now } = office({ reps: ["Rosa"] });
    await owes(byThree(now()));
    await caller
      .dials(line)
      .hears(/For another time, press 2/)
      .hasNotHeard(/speak with someone/)
      .presses("7")
      .hears(/^Welcome/)
      .hangsUp();
    await caller
      .dials(line)
      .hears(/press 2/)
      .presses("1")
      .hears("Nobody is here to take your call right now.")
      .hears(/Ben will call you/)
      .presses("0");
    await takesCall(rep("Rosa"));
    await caller.isTalkingTo("Rosa");
  });

  test("hears no announcement in sales while support owes the call", async () => {
    const { caller, owes, calls, now } = office({ reps: ["Cleo"], talking: ["Cleo"] });
    await owes(byThree(now()));
    await caller
      .dials(line)
      .hears(/press 2/)
      .hears(/^Welcome/)
      .presses("1")
      .hearsMusic()
      .waits({ minutes: 15 })
      .hasNotHeard(/kettle never|glass kettle shows|descaler/);
    expect((await calls()).at(-1)?.played.filter(({ kind }) => kind === "announcement")).toEqual([]);
  });

  test("and wants another one is told of it, and it is not doubled", async () => {
    const { caller, owes, callbacks, now } = office({ reps: ["Ben"], talking: ["Ben"] });
    await owes(byThree(now()));
    await caller
      .dials(line)
      .hears(/press 2/)
      .hears(/^Welcome/)
      .presses("2")
      .hears(/For a quiet wait/)
      .hasNotHeard(/called back/)
      .presses("1")
      .hears(
        "We already have you down for a return call by 3 PM. To move it, press 1. Otherwise, just stay on the line.",
      )
      .presses("1")
      .hears(/^For a call at/)
      .hears(/press 4/)
      .presses("1")
      .hears(/^We will call you at/)
      .isHungUpOn();
    expect(await callbacks()).toMatchObject([{ given: [{ ended: { how: "moved" } }, {}] }]);
  });
});
