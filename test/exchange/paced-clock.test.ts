import * as fc from "fast-check";
import { expect, test } from "vitest";
import { virtualClock } from "../../src/exchange/clock.ts";
import { pacedClock } from "../../src/exchange/paced-clock.ts";

const settled = () => Promise.resolve();
const start = Date.UTC(2026, 10, 23, 15);

test("at another pace time goes on from where it was, and what waits is waited for at that pace", async () => {
  const beneath = virtualClock(start);
  const clock = pacedClock(beneath);
  const ran: number[] = [];
  clock.after(60_000, () => ran.push(clock.now()));
  await beneath.advance(30_000, settled);
  clock.setPace(10);
  expect([clock.now() - start, ran]).toEqual([30_000, []]);
  await beneath.advance(2_999, settled);
  expect(ran).toEqual([]);
  await beneath.advance(1, settled);
  expect(ran).toEqual([start + 60_000]);
  clock.setPace(1);
  await beneath.advance(1_000, settled);
  expect(clock.now() - start).toBe(61_000);
});

test("what is called off does not come, at whatever pace", async () => {
  const beneath = virtualClock(start);
  const clock = pacedClock(beneath);
  const ran: string[] = [];
  const cancel = clock.after(1_000, () => ran.push("called off"));
  clock.after(500, () => cancel());
  clock.setPace(60);
  await beneath.advance(10_000, settled);
  expect(ran).toEqual([]);
});

test("it never goes back, and nothing comes early or in another order than was set", async () => {
  const pace = fc.record({ times: fc.constantFrom(1, 2, 5, 20, 60), lasts: fc.integer({ min: 0, max: 5_000 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(pace, { maxLength: 8 }),
      fc.array(fc.nat(100_000), { maxLength: 8 }),
      async (paces, waits) => {
        const beneath = virtualClock(start);
        const clock = pacedClock(beneath);
        const ran: { readonly at: number; readonly due: number }[] = [];
        for (const ms of waits) clock.after(ms, () => ran.push({ at: clock.now(), due: start + ms }));
        let last = clock.now();
        for (const { times, lasts } of paces) {
          clock.setPace(times);
          await beneath.advance(lasts, settled);
          expect(clock.now()).toBeGreaterThanOrEqual(last);
          last = clock.now();
        }
        clock.setPace(60);
        await beneath.advance(100_000, settled);
        expect(ran.filter(({ at, due }) => at < due)).toEqual([]);
        expect(ran).toHaveLength(waits.length);
        expect(ran.map(({ at }) => at)).toEqual(ran.map(({ at }) => at).toSorted((a, b) => a - b));
      },
    ),
  );
});
