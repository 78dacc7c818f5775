import { expect, test } from "vitest";
import { virtualClock } from "../../src/exchange/clock.ts";
import { openActivity } from "../../src/work/activity.ts";

const settled = () => Promise.resolve();

/** An activity over a clock that stands still, and something to do that ends when it is told to. */
function office() {
  const clock = virtualClock(0);
  const activity = openActivity(clock);
  const begin = () => {
    let end = () => {};
    const done = activity.during(() => new Promise<void>((resolve) => (end = resolve)));
    return { done, end: () => end() };
  };
  return { clock, activity, begin };
}

test("it is busy with as many things as are being done", async () => {
  const { activity, begin } = office();
  const one = begin();
  const two = begin();
  expect(activity.busy()).toBe(2);
  one.end();
  await one.done;
  expect(activity.busy()).toBe(1);
  two.end();
  await two.done;
  expect(activity.busy()).toBe(0);
});

test("what failed is done too, and fails for who asked", async () => {
  const { activity } = office();
  await expect(activity.during(() => Promise.reject(new Error("no disk")))).rejects.toThrow("no disk");
  expect(activity.busy()).toBe(0);
});

test("who waits for idleness is told when the last thing is done, each of them", async () => {
  const { activity, begin } = office();
  const one = begin();
  const told: string[] = [];
  const waits = ["a", "b"].map((name) => activity.idle().then(() => told.push(name)));
  await settled();
  expect(told).toEqual([]);
  one.end();
  await Promise.all(waits);
  expect(told).toEqual(["a", "b"]);
  await activity.idle();
});

test("a rest in the middle of something is not doing, and its end is doing again", async () => {
  const { clock, activity } = office();
  const during = activity.during(() => new Promise<void>((resolve) => void activity.resting.after(1_000, resolve)));
  expect(activity.busy()).toBe(0);
  await clock.advance(999, settled);
  expect(activity.busy()).toBe(0);
  await clock.advance(1, settled);
  await during;
  expect(activity.busy()).toBe(0);
});

test("a rest that is called off is over at once, and once", () => {
  const { activity, begin } = office();
  begin();
  const callOff = activity.resting.after(1_000, () => {});
  expect(activity.busy()).toBe(0);
  callOff();
  callOff();
  expect(activity.busy()).toBe(1);
});

test("who waits for what another does is not doing anything, and is again when that is over", async () => {
  const clock = virtualClock(0);
  const activity = openActivity(clock);
  const rested = activity.during(() => new Promise<void>((resolve) => activity.resting.after(1_000, resolve)));
  const waited = activity.during(() => activity.waiting(rested));
  expect(activity.busy()).toBe(0);
  await clock.advance(1_000, () => activity.idle());
  await waited;
  expect(activity.busy()).toBe(0);
});
