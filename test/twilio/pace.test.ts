import { expect, test } from "vitest";
import { virtualClock } from "../../src/exchange/clock.ts";
import { oneASecond } from "../../src/twilio/pace.ts";

const settled = () => Promise.resolve();

/** A pace over a clock that stands still, with what has been started and when. */
function paced() {
  const clock = virtualClock(0);
  const pace = oneASecond(clock);
  const started: [string, number][] = [];
  const start = (name: string) =>
    pace(async () => {
      started.push([name, clock.now()]);
      return name;
    });
  return { clock, pace, started, start };
}

test("calls are placed one a second, in order, the first at once", async () => {
  const { clock, started, start } = paced();
  const all = Promise.all(["a", "b", "c"].map(start));
  expect(started).toEqual([["a", 0]]);
  await clock.advance(1999, settled);
  expect(started).toEqual([
    ["a", 0],
    ["b", 1000],
  ]);
  await clock.advance(1, settled);
  expect(await all).toEqual(["a", "b", "c"]);
  expect(started.at(-1)).toEqual(["c", 2000]);
});

test("after a second without a call, the next is placed at once", async () => {
  const { clock, started, start } = paced();
  await start("a");
  await clock.advance(1000, settled);
  await start("b");
  expect(started).toEqual([
    ["a", 0],
    ["b", 1000],
  ]);
});

test("a call that could not be placed holds nobody up", async () => {
  const { clock, pace, started, start } = paced();
  await expect(pace(() => Promise.reject(new Error("refused")))).rejects.toThrow("refused");
  const next = start("b");
  await clock.advance(1000, settled);
  expect(await next).toBe("b");
  expect(started).toEqual([["b", 1000]]);
});

test("a clock set back by an hour delays nobody by an hour", async () => {
  let now = 3_600_000;
  const waits: number[] = [];
  const pace = oneASecond({
    now: () => now,
    after: (ms, run) => {
      waits.push(ms);
      run();
      return () => {};
    },
  });
  await pace(async () => {});
  now = 0;
  await pace(async () => {});
  expect(waits).toEqual([1000]);
});
