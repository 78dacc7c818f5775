import { expect, test } from "vitest";
import type { heardBy } from "../support/ear.ts";
import { office } from "../support/office.ts";
import type { Phone } from "../support/phone.ts";
import { asksFor } from "../support/usual.ts";
import { busy, heardOf, ident } from "../support/products.ts";

test("a caller who rings again within two weeks hears of nothing twice, and after that again", async () => {
  const { caller, pass, ...world } = office(busy);
  await asksFor(caller, "sales").hears(/glass/, { minutes: 3 }).waits({ seconds: 10 }).hangsUp();
  await asksFor(caller, "sales").waits({ minutes: 6 });
  expect(new Set(await heardOf(world, caller))).toEqual(new Set(["whisper"]));
  await caller.hangsUp();
  await pass({ minutes: 14 * 24 * 60 + 1 });
  await asksFor(caller, "sales").hears(/glass/, { minutes: 3 });
});

test.each<[string, (caller: Phone, world: Parameters<typeof heardBy>[0]) => Promise<void>]>([
  [
    "by a key in the ident",
    async (caller, world) => {
      await ident(world, caller);
      await caller
        .presses("2")
        .hears(/only music/)
        .waits({ minutes: 3 });
      // Speech again, for the next call.
      await caller.presses("2").waits({ seconds: 5 });
    },
  ],
  ["by hanging up in the ident", async (caller, world) => ident(world, caller)],
  ["by hanging up in its words", async (caller) => caller.hears(/glass/, { minutes: 3 }).waits({ seconds: 1 })],
])("an announcement that was cut %s was not heard: the next call plays it", async (_, hears) => {
  const { caller, ...world } = office(busy);
  await asksFor(caller, "sales");
  await hears(caller, world);
  await caller.hangsUp();
  await asksFor(caller, "sales").waits({ minutes: 4 });
  expect((await heardOf(world, caller))[0]).toBe("glass");
});

test("an announcement that was cut for its details is not played to that number again yet", async () => {
  const { caller, ...world } = office(busy);
  await asksFor(caller, "sales")
    .hears(/glass/, { minutes: 3 })
    .waits({ seconds: 1 })
    .presses("5")
    .getsText(/^Glass kettle/)
    .hangsUp();
  await asksFor(caller, "sales").waits({ minutes: 6 });
  expect(new Set(await heardOf(world, caller))).toEqual(new Set(["whisper"]));
});

test("an announcement that a rep's taking the call has cut is played in the next call", async () => {
  const { caller, rep, line, ...world } = office(busy);
  await asksFor(caller, "sales");
  await ident(world, caller);
  await rep("Ana").texts("in", line);
  await rep("Ana").rings({ seconds: 2 }).answers().waits({ seconds: 1 }).presses("1").isTalkingTo(caller.number);
  await caller.hangsUp();
  await rep("Ana").hangsUp().texts("out", line);
  await asksFor(caller, "sales").waits({ minutes: 4 });
  expect((await heardOf(world, caller))[0]).toBe("glass");
});
