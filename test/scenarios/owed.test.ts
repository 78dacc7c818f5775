import { describe, expect, test } from "vitest";
import { line } from "../support/business.ts";
import { office } from "../support/office.ts";
import { asksFor, takesCall, talk, wrapsUp } from "../support/usual.ts";

const hour = 3_600_000;
const keys =
  "To speak with someone now, press 1. For another time, press 2. To cancel the call, press 3. For anything else, just stay on the line.";

/** A Monday at ten: Dana has promised a call by three, about a repair. */
const byThree = (now: number) =>
  ({
    kind: "promised",
    owner: "ben",
    about: "about-repair",
    given: { by: now + 5 * hour },
    madeBy: { who: "rep", rep: "ben" },
  }) as const;

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

describe("a caller who hung up in line and rings back soon", () => {
  test("has the old place, for one key; the rep hears what was waited", async () => {
    const { caller, another, rep, pass } = office({ reps: ["Ben"], talking: ["Ben"] });
    await asksFor(caller, "support")
      .hears(/next in line/)
      .waits({ minutes: 2 })
      .hangsUp();
    const other = another();
    await asksFor(other, "support").hears(/next in line/);
    await pass({ minutes: 1 });
    await caller
      .dials(line)
      .hears(
        "You were in line for support. To have your place back, press 1. For anything else, just stay on the line.",
      )
      .presses("1")
      .hears("You have your place back.")
      .hears(/next in line/);
    await other.hears("Someone who was cut off is back in line. You are now number 2 in line.", { minutes: 3 });
    await rep("Ben")
      .hangsUp()
      .rings({ seconds: 15 })
      .answers()
      .hears("It is about a repair.")
      .hears("Waited 3 minutes.")
      .presses("1");
    await caller.isTalkingTo("Ben");
  });

  test.each([
    ["with another key", "5"],
    ["in silence", ""],
  ])("is asked as any caller where she wants something else, %s", async (_, key) => {
    const { caller } = office({ reps: ["Ben"], talking: ["Ben"] });
    await asksFor(caller, "support")
      .hears(/next in line/)
      .hangsUp();
    await caller.dials(line).hears(/You were in line/);
    await (key === "" ? caller : caller.presses(key)).hears(/^Welcome/);
  });

  test("is not offered it after a quarter of an hour, nor when she was served, nor when a return call has it", async () => {
    const { caller, another, rep, pass } = office({ reps: ["Ben"], talking: ["Ben"] });
    const [late, served] = [another(), another()];
    for (const one of [late, served, caller])
      await asksFor(one, "support")
        .hears(/in line/)
        .hangsUp();
    await rep("Ben").hangsUp().waits({ seconds: 15 });
    await served
      .dials(line)
      .hears(/You were in line/)
      .presses("7")
      .hears(/^Welcome/)
      .presses("2");
    await takesCall(rep("Ben"), { seconds: 15 });
    await served.isTalkingTo("Ben").hangsUp();
    await wrapsUp(rep("Ben"));
    await served
      .dials(line)
      .hears(/^Welcome/)
      .hasNotHeard(/You were in line/)
      .hangsUp();
    await rep("Ben").texts("out", line);
    await caller
      .dials(line)
      .hears(/You were in line/)
      .presses("7")
      .hears(/^Welcome/)
      .presses("2")
      .hears(/press 1/)
      .presses("1")
      .hears(/press 1/)
      .presses("1")
      .hears(/Your place is kept/)
      .isHungUpOn();
    await caller
      .dials(line)
      .hears(/Your place in line is kept/)
      .hasNotHeard(/You were in line/)
      .hangsUp();
    await pass({ minutes: 15 });
    await late
      .dials(line)
      .hears(/^Welcome/)
      .hasNotHeard(/You were in line/);
  });

  test("is not offered it where the business gives none back", async () => {
    const { caller } = office({
      reps: ["Ben"],
      talking: ["Ben"],
      routing: (source) => ({ ...source, business: { ...source.business, resumeWithin: 0 } }),
    });
    await asksFor(caller, "support")
      .hears(/next in line/)
      .hangsUp();
    await caller
      .dials(line)
      .hears(/^Welcome/)
      .hasNotHeard(/You were in line/);
  });
});

test("whoever has spoken with a rep was not in line any more", async () => {
  const { caller, rep } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await wrapsUp(rep("Ben"));
  await caller
    .dials(line)
    .hears(/^Welcome/)
    .hasNotHeard(/You were in line/);
});
