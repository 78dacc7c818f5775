import { expect, test } from "vitest";
import type { Business } from "../support/business.ts";
import { heardBy } from "../support/ear.ts";
import { office } from "../support/office.ts";
import type { Phone } from "../support/phone.ts";
import { talk } from "../support/usual.ts";

/** The rep says what the call is for, after the tone. */
const note = "The lab has to say whether the lid can be mended";

test("a rep promises a return call at the wrap-up in two keys, with a note: read back before it counts, and the caller gets the text", async () => {
  const { caller, rep, callbacks, pass } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await caller.waits({ minutes: 1 }).hangsUp();
  await rep("Ben")
    .hears(/How did the call end/)
    .presses("3")
    .hears(/By when will you call/)
    .presses("1")
    .hears(/what the call is about/)
    .waits({ seconds: 10 })
    .says(note)
    .waits({ seconds: 3 })
    .presses("5")
    .hears(/You will call the number that ends in .* by 11 .*AM, about a repair\. Your note:/)
    .hears(/Press 1 to keep it/);
  expect(await callbacks()).toEqual([]);
  await rep("Ben")
    .presses("1")
    .hears(/The return call is noted, and the caller gets a text/)
    .isHungUpOn();
  await pass({ seconds: 5 });
  const [callback] = await callbacks();
  expect(callback).toMatchObject({
    kind: "promised",
    owner: "ben",
    to: caller.number,
    queue: "support",
    note: { recording: expect.stringMatching(/^https?:/) },
    state: { at: "promised" },
  });
  expect(callback?.note?.seconds).toBeGreaterThan(1);
  await caller.getsText(new RegExp(`Ben will call you by 11:\\d+ AM.*${callback?.code}`));
});

test("the note is played to the rep before it counts, and to whoever takes the return call", async () => {
  const world = office({ reps: ["Ben"] });
  const { caller, rep, callbacks } = world;
  const notesHeard = async () => {
    const recording = (await callbacks())[0]?.note?.recording?.split("/").at(-1) ?? "none";
    const heard = await heardBy(world, rep("Ben"));
    return heard.flatMap(({ kind, url, text }) =>
      kind === "play" && url?.includes(`/${recording}/`) ? ["the note"] : kind === "say" && text ? [text] : [],
    );
  };
  await promises(caller, rep("Ben"), (ben) => ben.presses("1"));
  await rep("Ben")
    .hears(/Press 1 to keep it/)
    .presses("1")
    .isHungUpOn({ seconds: 20 });
  const atReadBack = await notesHeard();
  expect(atReadBack.slice(atReadBack.indexOf("the note") - 1)).toMatchObject([
    expect.stringMatching(/^You will call .* Your note:$/),
    "the note",
    expect.stringMatching(/^Press 1 to keep it/),
    expect.stringMatching(/noted/),
  ]);
  await rep("Ben")
    .rings({ minutes: 60 })
    .answers()
    .hears("This is the note.")
    .hears(/Press 1 to call now/);
  const atCall = await notesHeard();
  expect(atCall[atCall.indexOf("This is the note.") + 1]).toBe("the note");
});

test("a rep promises in mid-call while the caller hears music, and is back with the caller to say so", async () => {
  const { caller, rep, callbacks, calls } = office({ reps: ["Ana"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(/5 to promise/)
    .presses("5")
    .hears(/By when/)
    .presses("2");
  await caller.hearsMusic();
  await rep("Ana")
    .hears(/what the call is about/)
    .waits({ seconds: 8 })
    .presses("1")
    .hears(/by noon|by 12/)
    .presses("1")
    .hears(/noted/)
    .isTalkingTo(caller.number);
  await caller.isTalkingTo("Ana").hangsUp();
  await rep("Ana")
    .hears(/3 for the return call that you promised/)
    .presses("3")
    .hears(/Noted with a return call/)
    .isHungUpOn();
  expect(await callbacks()).toHaveLength(1);
  expect(await calls()).toMatchObject([{ disposition: "promised" }]);
});

test("a rep has the caller told: the caller hears by when, and both go on talking", async () => {
  const { caller, rep } = office({ reps: ["Ana"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(/5 to promise/)
    .presses("5")
    .hears(/By when/)
    .presses("1")
    .hears(/what the call is about/)
    .waits({ seconds: 8 })
    .presses("1")
    .hears(/4 to keep it and let us tell the caller/)
    .presses("4");
  await caller.hears(/Ana will call you by 11/).isTalkingTo("Ana");
  await rep("Ana").isTalkingTo(caller.number);
});

test("a caller who hangs up while the rep is promising leaves the rep where the promise was", async () => {
  const { caller, rep, callbacks } = office({ reps: ["Ana"] });
  await talk(caller, rep("Ana"));
  await rep("Ana")
    .presses("*")
    .hears(/5 to promise/)
    .presses("5")
    .hears(/By when/)
    .presses("1")
    .hears(/what the call is about/);
  await caller.hangsUp();
  await rep("Ana")
    .hears(/what the call is about/)
    .waits({ seconds: 8 })
    .presses("1")
    .hears(/You will call/)
    .presses("1")
    .isHungUpOn({ seconds: 20 });
  expect(await callbacks()).toMatchObject([{ kind: "promised", owner: "ana" }]);
});

test("a rep who hangs up before the promise is kept has promised nothing", async () => {
  const { caller, rep, callbacks, pass } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await rep("Ben")
    .hears(/How did/)
    .presses("3")
    .hears(/By when/)
    .presses("1")
    .hears(/what the call is about/)
    .waits({ seconds: 8 })
    .presses("1")
    .hears(/You will call/)
    .hangsUp();
  await pass({ seconds: 5 });
  expect(await callbacks()).toEqual([]);
});

test("where the disk takes nothing a rep is told to make a note, and nothing is promised aloud", async () => {
  const { caller, rep, diskFails, pass } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  diskFails();
  await caller.hangsUp();
  await pass({ seconds: 1 });
  await rep("Ben")
    .hears(/How did/)
    .presses("3")
    .hears(/make a note of it yourself/)
    .hasNotHeard(/noted, and/);
});

test("a rep's word is there after a restart", async () => {
  const { caller, rep, callbacks, restart } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await rep("Ben")
    .hears(/How did/)
    .presses("3")
    .hears(/By when/)
    .presses("1")
    .hears(/what the call is about/)
    .waits({ seconds: 8 })
    .presses("1")
    .hears(/You will call/)
    .presses("1")
    .hears(/noted/);
  await restart();
  expect(await callbacks()).toMatchObject([{ kind: "promised", owner: "ben" }]);
});

/** Ben ends a call in which he promises another. */
async function promises(caller: Phone, rep: Phone, ...times: readonly ((rep: Phone) => Phone)[]): Promise<void> {
  await talk(caller, rep);
  await caller.hangsUp();
  await rep
    .hears(/How did/)
    .presses("3")
    .hears(/By when/);
  for (const time of times) await time(rep);
  await rep
    .hears(/what the call is about/)
    .waits({ seconds: 8 })
    .presses("1")
    .hears(/You will call/);
}

test.each([
  [
    "keys it in",
    (rep: Phone) =>
      rep
        .presses("4")
        .hears(/four digits/)
        .presses("0330"),
    /by 3 30 PM/,
  ],
  ["says it", (rep: Phone) => rep.says("tomorrow at ten"), /by tomorrow at 10 AM/],
  [
    "keys in nonsense, and then says it",
    (rep: Phone) =>
      rep
        .presses("4")
        .hears(/four digits/)
        .presses("7777")
        .hears(/did not catch/)
        .says("at half past four"),
    /by 4 30 PM/,
  ],
] as const)("a rep who wants another time than the usual ones %s", async (_, time, by) => {
  const { caller, rep, callbacks } = office({ reps: ["Ben"] });
  await promises(caller, rep("Ben"), time);
  await rep("Ben").hears(by).presses("1").isHungUpOn({ seconds: 20 });
  expect(await callbacks()).toHaveLength(1);
});

test("a rep who has promised as much as fits is offered the next free time, with one key", async () => {
  const { caller, another, rep, callbacks } = office({
    reps: ["Ben"],
    routing: (routing) => ({ ...routing, business: { ...routing.business, owedPerHalfHour: 1 } }),
  });
  await promises(another(), rep("Ben"), (ben) => ben.presses("1"));
  await rep("Ben").presses("1").isHungUpOn({ seconds: 20 });
  await promises(caller, rep("Ben"), (ben) =>
    ben
      .presses("1")
      .hears(/as many calls for about then as you can make\. You are free to call by 11 30 AM\. Press 1/)
      .presses("1"),
  );
  await rep("Ben").presses("1").isHungUpOn({ seconds: 20 });
  expect(await callbacks()).toMatchObject([{ owner: "ben" }, { owner: "ben", to: caller.number }]);
});

test("a rep who is off then hears so, and is offered a time at work", async () => {
  const { caller, rep } = office({ reps: ["Ben"], routing: untilEleven });
  await promises(caller, rep("Ben"), (ben) =>
    ben
      .presses("2")
      .hears(/You are not at work then\. You are free to call by tomorrow at 9 15 AM\. Press 1/)
      .presses("1"),
  );
  await rep("Ben").presses("1").isHungUpOn({ seconds: 20 });
});

/** Ben works from nine to eleven. */
function untilEleven(routing: Business) {
  const weekly = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "11:00"]]]));
  const ben = { ...routing.reps.ben, hours: "mornings" };
  return { ...routing, hours: { mornings: { weekly } }, reps: { ...routing.reps, ben } };
}
