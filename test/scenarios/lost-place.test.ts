import { describe, test } from "vitest";
import { line } from "../support/business.ts";
import { office } from "../support/office.ts";
import { asksFor, takesCall, talk, wrapsUp } from "../support/usual.ts";

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
