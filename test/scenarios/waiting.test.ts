import { expect, test } from "vitest";
import { heardBy, music, sayings, speeches, trackOf } from "../support/ear.ts";
import { office } from "../support/office.ts";
import { line } from "../support/business.ts";
import { asksFor, takesCall, talk } from "../support/usual.ts";

const bens = { reps: ["Ben"], talking: ["Ben"] };
const { samples, phraseEnds } = trackOf("harbour-lights");
/** What a key was answered with takes so long at most to be said as our own estimate has it, against the ear's. */
const tolerance = 4 * 8_000;

test("a support caller hears no announcement from ring to rep, whatever is pressed", async () => {
  const { caller, rep, calls } = office({ ...bens, reps: ["Ben", "Cleo"] });
  await asksFor(caller, "support").waits({ minutes: 4 });
  await caller.presses("5").waits({ minutes: 2 }).presses("*").waits({ minutes: 4 });
  await rep("Ben").hangsUp();
  await takesCall(rep("Ben"), { seconds: 15 });
  await caller.isTalkingTo("Ben").waits({ minutes: 1 });
  await rep("Ben")
    .presses("*")
    .hears(/Press 1 to go back/)
    .waits({ seconds: 20 });
  await caller.hasNotHeard(/kettle never|glass kettle|descaler/);
  const [call] = (await calls()).filter(({ from }) => from === caller.number);
  expect(call?.played.filter(({ kind }) => kind === "announcement")).toEqual([]);
  expect(call).toMatchObject({ to: line, everSupport: true });
});

test("the place is said when it is news: three, two, next", async () => {
  const { caller, another, ...world } = office(bens);
  const [first, second] = [another(), another()];
  await asksFor(first, "support").hearsMusic();
  await asksFor(second, "support")
    .hears(/number 2 in line/)
    .hearsMusic();
  await asksFor(caller, "support")
    .hears(/number 3 in line/)
    .waits({ minutes: 2 });
  await first.hangsUp();
  await caller.hears(/number 2 in line/, { minutes: 3 }).waits({ minutes: 4 });
  await second.hangsUp();
  await caller.hears(/You are next/, { minutes: 4 }).waits({ minutes: 6 });
  const places = sayings(await heardBy(world, caller)).filter((text) => text.endsWith("in line."));
  expect(places).toEqual(["You are number 3 in line.", "You are number 2 in line.", "You are next in line."]);
});

test("a larger place is said with its true cause", async () => {
  const { caller, another, rep } = office({ reps: ["Ben", "Ana"], talking: ["Ana"] });
  const talker = another();
  await talk(talker, rep("Ben"));
  await asksFor(caller, "support")
    .hears(/You are next/)
    .waits({ minutes: 2 });
  await rep("Ben").texts("out", line).hangsUp();
  await talker
    .hears(/If you were cut off, press 1/)
    .presses("1")
    .hears(/You are next/);
  await caller.hears("Someone who was cut off is back in line. You are now number 2 in line.", { minutes: 3 });
});

test("twenty minutes of waiting stay within the speech budget, with growing gaps and no sentence twice running", async () => {
  const { caller, another, ...world } = office(bens);
  const ahead = [another(), another(), another(), another()];
  for (const one of ahead) await asksFor(one, "support").hearsMusic();
  await asksFor(caller, "support").hears(/number 5 in line/);
  for (const one of ahead) {
    await caller.waits({ minutes: 3 });
    await one.hangsUp();
  }
  await caller.waits({ minutes: 8 });
  const spoken = speeches(await heardBy(world, caller)).slice(3);
  const window = (end: number) => spoken.filter(({ at }) => at > end - 300_000 && at <= end);
  for (const { at } of spoken)
    expect(window(at).reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(20);
  const gaps = spoken.slice(1).map(({ at }, index) => at - (spoken[index]?.at ?? at));
  expect(Math.min(...gaps)).toBeGreaterThan(60_000);
  const texts = spoken.map(({ text }) => text);
  expect(texts.filter((text, index) => text === texts[index + 1])).toEqual([]);
  expect(texts.length).toBeGreaterThanOrEqual(3);
});

test("music never starts over: each stretch goes on where the last one ended, and ends with a phrase", async () => {
  const { caller, ...world } = office(bens);
  await asksFor(caller, "support").waits({ minutes: 12 });
  const stretches = music(await heardBy(world, caller));
  expect(stretches.length).toBeGreaterThan(5);
  for (const [index, { from, to }] of stretches.entries()) {
    expect(phraseEnds).toContain(to);
    expect(from).toBe(index === 0 ? 0 : (stretches[index - 1]?.to ?? 0) % samples);
  }
});

test("a key is answered at once, and the music goes on where the key cut it", async () => {
  const { caller, ...world } = office(bens);
  await asksFor(caller, "support").hearsMusic().waits({ seconds: 20 });
  for (const key of ["*", "8", "*", "2", "2"]) await caller.presses(key).waits({ seconds: 25 });
  await caller
    .presses("3")
    .hears(/after the tone/)
    .waits({ seconds: 9 })
    .says("My kettle is loud")
    .waits({ seconds: 20 });
  await caller.hears(/kept your place/).waits({ minutes: 3 });
  const stretches = music(await heardBy(world, caller));
  for (const [index, { from, to }] of stretches.entries()) {
    expect(phraseEnds).toContain(to);
    const before = stretches[index - 1];
    const wanted = before ? (before.cut ? before.heardTo : before.to) : 0;
    expect(Math.abs(from - (wanted % samples))).toBeLessThanOrEqual(tolerance);
  }
});

test("after more than an hour the record of what was played is no burden, and the caller still hears music", async () => {
  const { caller, calls } = office(bens);
  await asksFor(caller, "support").waits({ minutes: 65 }).hearsMusic();
  const call = (await calls()).find(({ from }) => from === caller.number);
  expect(call?.at).toBe("queue");
  expect(call?.played.length).toBeLessThan(80);
});
