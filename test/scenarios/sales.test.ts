import { expect, test } from "vitest";
import type { Business } from "../support/business.ts";
import { all, heardBy, music } from "../support/ear.ts";
import { office, type OfficeOptions } from "../support/office.ts";
import { asksFor, talk } from "../support/usual.ts";
import { busy, heardOf, ident, words } from "../support/products.ts";

const announcing = (change: (announcements: Business["announcements"]) => object): OfficeOptions["routing"] => {
  return (routing) => ({ ...routing, announcements: { ...routing.announcements, ...change(routing.announcements) } });
};

test("a sales caller hears of products between stretches of music, each once before any comes again", async () => {
  const { caller, ...world } = office(busy);
  await asksFor(caller, "sales").waits({ minutes: 9 });
  const heard = await heardOf(world, caller);
  expect(heard.slice(0, 3)).toEqual(["glass", "whisper", "glass"]);
});

const beds = ["fresh-paint", "market-day", "blue-ribbon"];

test("an announcement is opened by the ident, and a bed leads from it back to the music, which goes on where it stopped", async () => {
  const { caller, calls, ...world } = office(busy);
  await asksFor(caller, "sales").waits({ minutes: 9 });
  const heard = await heardBy(world, caller);
  const sounds = all(heard);
  const first = sounds.findIndex((one) => words.glass.test(one));
  const second = sounds.findIndex((one) => words.whisper.test(one));
  expect([sounds.slice(first - 2, first + 3), sounds.slice(second - 2, second + 3)]).toEqual([
    ["harbour-lights", "new-leaf", expect.any(String), "fresh-paint", "harbour-lights"],
    ["harbour-lights", "new-leaf", expect.any(String), "market-day", "harbour-lights"],
  ]);
  const stretches = music(heard);
  expect(stretches.slice(1).map(({ from }) => from)).toEqual(stretches.slice(0, -1).map(({ to }) => to % 960_000));
  const [call] = (await calls()).slice(-1);
  const record = call?.played.map(({ what }) => what) ?? [];
  const glass = record.indexOf("glass");
  expect(record.slice(glass - 1, glass + 3)).toEqual(["new-leaf", "glass", "fresh-paint", "harbour-lights"]);
});

test("a queue that wants its announcements bare has neither", async () => {
  const { caller, ...world } = office({
    ...busy,
    routing: (routing) => ({
      ...routing,
      queues: { ...routing.queues, sales: { ...routing.queues.sales, framed: false } },
    }),
  });
  await asksFor(caller, "sales").hears(/glass/, { minutes: 3 }).waits({ minutes: 1 });
  const sounds = all(await heardBy(world, caller));
  expect(sounds.filter((id) => id === "new-leaf" || beds.includes(id))).toEqual([]);
});

test("a caller on hold at a sales rep, and one who waits for support, hear neither", async () => {
  const { caller, another, rep, ...world } = office({ reps: ["Ben", "Cleo"], talking: ["Ben"] });
  const patient = another();
  await asksFor(patient, "support");
  await talk(caller, rep("Cleo"), "sales");
  await rep("Cleo").presses("*").waits({ minutes: 8 });
  await patient.hearsMusic();
  for (const one of [caller, patient]) {
    const sounds = all(await heardBy(world, one));
    expect(sounds).toContain("harbour-lights");
    expect(sounds.filter((id) => id === "new-leaf" || beds.includes(id))).toEqual([]);
  }
});

test("a key in the ident is answered, the announcement comes later, and 5 has nothing to text until then", async () => {
  const { caller, exchange } = office(busy);
  await asksFor(caller, "sales");
  await ident({ exchange }, caller);
  await caller
    .presses("5")
    .hears(/For a quiet wait/)
    .hasNotHeard(/glass/)
    .hears(/glass/, { minutes: 4 })
    .presses("5")
    .getsText(/^Glass kettle: https/);
});

test("what is announced follows what was chosen in the menu", async () => {
  const { caller, line, ...world } = office(busy);
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("7")
    .waits({ minutes: 5 });
  expect((await heardOf(world, caller)).slice(0, 2)).toEqual(["descaler", "whisper"]);
  await caller.hasNotHeard(/glass/);
});

test.each([
  ["the day before it begins", "2026-11-24", "2026-11-30", false],
  ["on its first day", "2026-11-23", "2026-11-30", true],
  ["on its last day", "2026-11-01", "2026-11-23", true],
  ["the day after it ended", "2026-11-01", "2026-11-22", false],
])("a dated announcement, %s", async (_, from, until, isHeard) => {
  const routing = announcing(({ glass }) => ({ glass: { ...glass, from, until } }));
  const { caller, ...world } = office({ ...busy, ...(routing ? { routing } : {}) });
  await asksFor(caller, "sales").waits({ minutes: 5 });
  expect((await heardOf(world, caller)).includes("glass")).toBe(isHeard);
});

test("5 texts the details of what was just heard, once, and the music goes on", async () => {
  const { caller, exchange } = office(busy);
  await asksFor(caller, "sales")
    .hears(/details of a product that you hear about, press 5/)
    .hears(/glass/, { minutes: 3 })
    .waits({ seconds: 5 })
    .presses("5")
    .hears("The details are on their way to you as a text message.")
    .hearsMusic()
    .getsText(/^Glass kettle: https/);
  await caller
    .presses("5")
    .hears(/on their way/)
    .hearsMusic();
  const { texts } = (await exchange()).phone(caller.number);
  expect(texts).toHaveLength(1);
});

test("5 with nothing to send says what the keys do", async () => {
  const { caller } = office(busy);
  await asksFor(caller, "sales")
    .hearsMusic()
    .presses("5")
    .hears(/For a quiet wait/)
    .hearsMusic();
});

test("a caller who withholds the number is not offered a text, and is told why none comes", async () => {
  const { caller, line } = office(busy);
  await caller
    .dials(line, { from: "anonymous" })
    .hears(/Welcome/)
    .presses("1")
    .hears(/glass/, { minutes: 3 })
    .presses("5")
    .hears(/cannot send a text/)
    .hasNotHeard(/press 5/);
});

test("a support caller who is handed to sales is not sold anything there", async () => {
  const { caller, rep } = office({ reps: ["Ben", "Cleo"], talking: ["Cleo"] });
  await talk(caller, rep("Ben"));
  await rep("Ben")
    .presses("*")
    .hears(/cold transfer/)
    .presses("3")
    .hears(/2 for sales/)
    .presses("2")
    .hears(/handed over/);
  await caller
    .waits({ minutes: 10 })
    .presses("5")
    .waits({ seconds: 20 })
    .hasNotHeard(/glass|whisper|descaler|press 5/);
});

test("a caller moved from one sales line to another keeps the time waited, and hears what was not heard yet", async () => {
  const { caller, rep, ...world } = office({
    reps: ["Cleo", "Rosa"],
    talking: ["Cleo", "Rosa"],
    routing: (routing) => ({
      ...routing,
      queues: {
        ...routing.queues,
        sales: {
          ...routing.queues.sales,
          overflow: { after: { seconds: 100, to: { to: "queue", queue: "outlet" } } },
        },
        outlet: {
          ...routing.queues.sales,
          name: "queue-reception",
          ring: { pool: [{ after: 0, skills: ["reception"] }] },
        },
      },
    }),
  });
  await asksFor(caller, "sales")
    .hears(/glass/, { minutes: 2 })
    .hears("We are moving you to the line for reception. The time you have waited counts there.", { minutes: 2 })
    .hears(/You are next/)
    .hearsMusic()
    .waits({ minutes: 3 });
  expect(await heardOf(world, caller)).toEqual(["glass", "whisper"]);
  await rep("Rosa").hangsUp();
  await rep("Rosa").rings().answers().hears("Waited 5 minutes.");
});
