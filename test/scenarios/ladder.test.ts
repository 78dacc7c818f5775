import { expect, test } from "vitest";
import type { Business } from "../support/business.ts";
import { office, type Office } from "../support/office.ts";
import type { Phone } from "../support/phone.ts";
import { talk, wrapsUp } from "../support/usual.ts";

/** The usual steps, without the line being rung for it before the time. */
function withoutRinging(routing: Business) {
  const ladder = [
    { before: 1_800, tell: ["owner"] },
    { before: 600, tell: ["owner", "backup"] },
    { before: 300, tell: ["lead"] },
  ];
  return { ...routing, business: { ...routing.business, ladder } };
}

/** Ben promises the caller a call by noon, in two hours. */
async function promised({ caller, rep, line }: Office): Promise<void> {
  await rep("Ben")
    .texts(`PROMISE ${caller.number} noon about the lid`, line)
    .getsText(/You will call/);
}

async function texts({ exchange }: Office, { number }: Phone, words: RegExp): Promise<readonly string[]> {
  const all = (await exchange()).phone(number).texts.map(({ body }) => body);
  return all.filter((body) => words.test(body));
}

test("before a promise falls due its owner is reminded, then one of the team too, then the lead", async () => {
  const all = office({ reps: ["Ana", "Ben", "Dana"], routing: withoutRinging });
  const { caller, rep, pass } = all;
  await promised(all);
  const [ana, ben, dana] = [rep("Ana"), rep("Ben"), rep("Dana")];
  const told = () => Promise.all([ben, ana, dana].map(async (one) => (await texts(all, one, /promised/)).length));
  await pass({ minutes: 89 });
  expect(await told()).toEqual([0, 0, 0]);
  await pass({ minutes: 2 });
  expect(await told()).toEqual([1, 0, 0]);
  await pass({ minutes: 20 });
  expect(await told()).toEqual([2, 1, 0]);
  await pass({ minutes: 5 });
  expect(await told()).toEqual([2, 1, 1]);
  const number = caller.number.slice(1);
  await ben.getsText(
    new RegExp(`You promised \\+${number} a return call by noon, about the lid\\. Receipt \\d{6}\\.$`),
  );
  await ana.getsText(/Ben promised .* by noon, about the lid.* Ben may not be able to make it: please call/);
  await dana.getsText(/Ben promised .* by noon.*Nobody has called yet/);
});

test("an owner who is out when the reminder comes has one of the team told at once", async () => {
  const all = office({ reps: ["Ana", "Ben"], routing: withoutRinging });
  const { rep, line, pass } = all;
  await promised(all);
  await rep("Ben").texts("OUT", line);
  await pass({ minutes: 91 });
  await rep("Ana").getsText(/Ben promised/);
  expect(await texts(all, rep("Ben"), /^You promised/)).toHaveLength(1);
});

test("an owner who is off when the time comes has one of the team told at once, and nobody there the leads", async () => {
  const all = office({
    reps: ["Ben"],
    routing: (routing) => {
      const days = ["mon", "tue", "wed", "thu", "fri"];
      const weekly = Object.fromEntries(days.map((day) => [day, [["09:00", "12:00"]]]));
      // Noon itself is the last that can be promised; then the hours change.
      return {
        ...withoutRinging(routing),
        hours: { mornings: { weekly } },
        reps: { ...routing.reps, ben: { ...routing.reps.ben, hours: "mornings" } },
      };
    },
  });
  const { rep, pass, line } = all;
  await promised(all);
  await rep("Ben").texts("OUT", line);
  await pass({ minutes: 91 });
  await rep("Dana")
    .getsText(/Ben is out, and owes one call/)
    .getsText(/Ben promised/);
});

test("a rep who goes home with an open promise is told of it, by text or by phone, and so are the leads", async () => {
  const all = office({ reps: ["Ben"], routing: withoutRinging });
  const { caller, rep, line } = all;
  await promised(all);
  await rep("Ben")
    .dials(line)
    .hears(/You are in/)
    .presses("3")
    .hears(/You are out now/)
    .isHungUpOn();
  const owed = `one call:\n\\+${caller.number.slice(1)} by noon, the lid, \\d{6}$`;
  await rep("Ben").getsText(new RegExp(`You are out, and you owe ${owed}`));
  await rep("Dana").getsText(new RegExp(`Ben is out, and owes ${owed}`));
  await rep("Ben")
    .texts("OUT", line)
    .getsText(/You are out now/);
  expect(await texts(all, rep("Dana"), /Ben is out/)).toHaveLength(1);
});

test("a rep who owes nothing goes home unremarked", async () => {
  const all = office({ reps: ["Ben"] });
  const { rep, line, pass } = all;
  await rep("Ben")
    .texts("OUT", line)
    .getsText(/You are out now/);
  await pass({ minutes: 1 });
  expect(await texts(all, rep("Dana"), /./)).toEqual([]);
});

test("each is reminded in a language of theirs", async () => {
  const all = office({
    reps: ["Ana", "Ben"],
    routing: (routing) => ({
      ...withoutRinging(routing),
      reps: { ...routing.reps, ana: { ...routing.reps.ana, languages: ["es"] } },
    }),
  });
  await promised(all);
  await all.pass({ minutes: 111 });
  await all
    .rep("Ana")
    .getsText(/Ben prometió llamar a .* a más tardar a las 12 del mediodía, por the lid.*llame usted/);
});

test("a promise that is moved three times is told to the customer each time, before the old time", async () => {
  const { caller, rep, line, pass, callbacks } = office({ reps: ["Ben"], routing: withoutRinging });
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await wrapsUp(rep("Ben"), "2");
  await rep("Ben")
    .texts(`PROMISE ${caller.number} 11am about the lid`, line)
    .getsText(/You will call/);
  await caller.getsText(/Ben will call you by 11 AM/);
  const moves = [
    [30, "noon", "noon"],
    [60, "2pm", "2 PM"],
    [90, "3:30pm", "3:30 PM"],
  ] as const;
  for (const [minutes, time, said] of moves) {
    await pass({ minutes });
    await rep("Ben").texts(`PROMISE ${caller.number} ${time}`, line).getsText(/Done/);
    await caller.getsText(new RegExp(`at another time than we said: by ${said}`));
  }
  const moved = { ended: { how: "moved", by: { who: "rep", rep: "ben" } } };
  expect(await callbacks()).toMatchObject([{ given: [moved, moved, moved, {}] }]);
});

test("a number that a rep types and nobody has spoken with is not texted: it may be mistyped", async () => {
  const all = office({ reps: ["Ben"] });
  await promised(all);
  await all.pass({ minutes: 1 });
  expect(await texts(all, all.caller, /./)).toEqual([]);
  expect(await all.callbacks()).toMatchObject([{ confirm: true, texts: false }]);
});
