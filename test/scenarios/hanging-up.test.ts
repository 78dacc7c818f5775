import { expect, test } from "vitest";
import { office, type Office } from "../support/office.ts";
import type { Phone } from "../support/phone.ts";
import { asksFor, takesCall, talk } from "../support/usual.ts";

type Stage = {
  readonly name: string;
  readonly outcome: string;
  readonly reps: readonly string[];
  readonly reach: (caller: Phone, office: Office) => Promise<void>;
};

const stages: readonly Stage[] = [
  {
    name: "in the menu",
    outcome: "abandoned",
    reps: [],
    reach: async (caller, { line }) => caller.dials(line).hears(/Welcome/),
  },
  {
    name: "at the notice that nobody is here",
    outcome: "turned-away",
    reps: [],
    reach: async (caller) => asksFor(caller, "support").hears(/Nobody is here/),
  },
  {
    name: "before a message was begun",
    outcome: "turned-away",
    reps: [],
    reach: async (caller) => asksFor(caller, "support").hears(/leave your message/),
  },
  {
    name: "in the opening",
    outcome: "abandoned",
    reps: ["Cleo"],
    reach: async (caller, { another, rep }) => {
      await talk(another(), rep("Cleo"), "sales");
      await asksFor(caller, "sales").hears(/You are next/);
    },
  },
  {
    name: "in the music",
    outcome: "abandoned",
    reps: ["Ben"],
    reach: async (caller, { another, rep }) => {
      await talk(another(), rep("Ben"));
      await asksFor(caller, "support").hearsMusic().waits({ seconds: 40 });
    },
  },
  {
    name: "while a rep is rung",
    outcome: "abandoned",
    reps: ["Ben"],
    reach: async (caller, { rep }) => {
      await asksFor(caller, "support");
      await rep("Ben").rings();
    },
  },
  {
    name: "while leaving a message in line",
    outcome: "abandoned",
    reps: ["Ben"],
    reach: async (caller, { another, rep }) => {
      await talk(another(), rep("Ben"));
      await asksFor(caller, "support")
        .hearsMusic()
        .presses("3")
        .hears(/leave your message/);
    },
  },
  {
    name: "while an outside number rings",
    outcome: "abandoned",
    reps: [],
    reach: async (caller, { line, pass }) => {
      await caller
        .dials(line)
        .hears(/Welcome/)
        .presses("6");
      await pass({ seconds: 3 });
    },
  },
  {
    name: "when asked whether the call was cut off",
    outcome: "answered",
    reps: ["Ben"],
    reach: async (caller, { rep }) => {
      await talk(caller, rep("Ben"));
      await rep("Ben").hangsUp();
      await caller.hears(/If you were cut off/);
    },
  },
];

test.each(stages)("who hangs up $name leaves nobody in line: $outcome", async ({ outcome, reps, reach }) => {
  const world = office({ reps });
  const { caller, calls, app, exchange, pass } = world;
  await reach(caller, world);
  await caller.hangsUp();
  await pass({ minutes: 1 });
  const call = (await calls()).findLast(({ from }) => from === caller.number);
  expect(call).toMatchObject({ at: "ended", outcome });
  const open = await (await app()).store.open("call");
  expect(open.map(({ call: { from } }) => from)).not.toContain(caller.number);
  const ringing = reps
    .flatMap((name) => world.rep(name).number)
    .flatMap((number) => world.exchange().then((e) => e.phone(number).calls));
  expect((await Promise.all(ringing)).flat().filter(({ state }) => state === "ringing")).toEqual([]);
  expect(await exchange()).toBeDefined();
});

test("a caller whose rep hangs up is asked at once, and is not put on hold first", async () => {
  const { caller, rep, exchange } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await rep("Ben").hangsUp();
  await caller.hears(/If you were cut off, press 1/, { seconds: 2 });
  const held = (await exchange()).log.filter((entry) => entry.kind === "rest" && entry.params["Hold"] === "true");
  expect(held).toEqual([]);
});

test("a caller whose rep hangs up may press 1, is next again, and reaches the same rep", async () => {
  const { caller, rep } = office({ reps: ["Ben"] });
  await talk(caller, rep("Ben"));
  await rep("Ben").hangsUp();
  await caller
    .hears(/If you were cut off, press 1/)
    .presses("1")
    .hears("You are next in line.", { seconds: 2 });
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben");
});
