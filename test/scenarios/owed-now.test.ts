import { describe, expect, test } from "vitest";
import { line } from "../support/business.ts";
import { office } from "../support/office.ts";
import { asksFor, takesCall, wrapsUp } from "../support/usual.ts";
import { byThree, hour, keys } from "../support/by-three.ts";

describe("a caller to whom a call is owed, and who rings in,", () => {
  test("speaks now with whoever promised it; the promise is kept by that, and nobody rings as well", async () => {
    const { caller, rep, owes, callbacks, now, pass } = office({ reps: ["Ben", "Ana"] });
    await owes(byThree(now()));
    await caller
      .dials(line)
      .hears(keys)
      .presses("1")
      .hears(/You are next/);
    await rep("Ben")
      .rings()
      .answers()
      .hears("A return call for support that you have promised by 3 PM.")
      .hears("The caller has rung in, rather than wait for it.")
      .hears("A call for support.")
      .hears("It is about a repair.")
      .hears(/Press 1 to take/)
      .presses("1");
    await caller.hears("Here is Ben.").isTalkingTo("Ben");
    expect(await callbacks()).toMatchObject([{ state: { at: "talking", rep: "ben" } }]);
    await caller.waits({ minutes: 1 }).hangsUp();
    await wrapsUp(rep("Ben"));
    expect(await callbacks()).toMatchObject([
      { state: { at: "closed" }, given: [{ ended: { how: "kept", news: "answer" } }] },
    ]);
    await pass({ minutes: 330 });
    await caller.isNotRung({ minutes: 1 });
  });

  test("keeps the place among those who wait, and is owed the call as before when she hangs up unserved", async () => {
    const { caller, another, rep, owes, callbacks, now } = office({ reps: ["Ben"], talking: ["Ben"] });
    const joinedAt = now();
    const later = another();
    await later.waits({ minutes: 2 });
    await asksFor(later, "support").hears(/next in line/);
    const due = now() + hour;
    await owes({ kind: "booked", joinedAt, given: { from: due, by: due + 900_000 } });
    await caller
      .dials(line)
      .hears(/^We will call you at 11 /)
      .hears(keys)
      .presses("1")
      .hears(/You are next in line/);
    await later.hears("A return call that we promised is due. You are now number 2 in line.", { minutes: 3 });
    expect(await callbacks()).toMatchObject([{ state: { at: "live" } }]);
    await caller.hangsUp();
    expect(await callbacks()).toMatchObject([{ state: { at: "promised" }, given: [{ from: due }] }]);
    await rep("Ben").hangsUp();
    await takesCall(rep("Ben"), { seconds: 15 });
    await later.isTalkingTo("Ben");
  });

  test("is in front of everybody, with an apology, where we are late", async () => {
    const { caller, another, rep, owes, now, pass } = office({ reps: ["Ben"], talking: ["Ben"] });
    const first = another();
    await asksFor(first, "support").hears(/next in line/);
    await pass({ minutes: 1 });
    await owes({ joinedAt: now(), given: { by: now() + 60_000 } });
    await pass({ minutes: 5 });
    await caller
      .dials(line)
      .hears("We are sorry: our call to you is late.")
      .hears(keys)
      .presses("1")
      .hears("We are sorry that we have not called you yet. You are now in front of everybody else.")
      .hears(/You are next in line/);
    await rep("Ben").hangsUp();
    await takesCall(rep("Ben"), { seconds: 15 });
    await caller.isTalkingTo("Ben");
  });

  test("while she is being rung, is not rung any more, and speaks with the one who waited for her", async () => {
    const { caller, another, rep, owes, callbacks } = office({ reps: ["Ben"] });
    await owes();
    await rep("Ben")
      .rings()
      .answers()
      .hears(/Press 1 to call now/)
      .presses("1")
      .hears(/We are ringing the caller/);
    await caller.rings();
    const sameNumber = another(caller.number);
    await sameNumber.dials(line).hears("We are trying to reach you at this very moment.").hears(keys).presses("1");
    await rep("Ben").isHungUpOn();
    await takesCall(rep("Ben"));
    await sameNumber.isTalkingTo("Ben").waits({ seconds: 30 }).hangsUp();
    await wrapsUp(rep("Ben"));
    expect(await callbacks()).toMatchObject([{ state: { at: "closed" }, given: [{ ended: { how: "kept" } }] }]);
    await caller.isNotRung({ minutes: 20 });
  });
});
