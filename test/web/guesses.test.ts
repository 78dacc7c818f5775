import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { guessLimits, networkOf, passwordGuesses } from "../../src/web/guesses.ts";

const { fromOne, fromAll, within } = guessLimits;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Tried = ReturnType<typeof passwordGuesses>["tried"];

/** Wrong passwords, one after another, each from the address with its number; what the last one met. */
async function wrong(tried: Tried, times: number, from: (at: number) => string): Promise<number | undefined> {
  let last: number | undefined;
  for (let at = 0; at < times; at++) last = await tried(from(at), false);
  return last;
}

const anywhere = (at: number) => `192.0.2.${at}`;

describe("from one address", () => {
  test("the tenth wrong password is looked at, and then none for a quarter of an hour from the first", async () => {
    const { tried } = passwordGuesses();
    expect(await wrong(tried, fromOne, () => "192.0.2.1")).toBeUndefined();
    vi.advanceTimersByTime(60_000);
    expect(await tried("192.0.2.1", true)).toBe(within - 60);
    vi.advanceTimersByTime((within - 60) * 1_000 - 1);
    expect(await tried("192.0.2.1", true)).toBe(1);
    vi.advanceTimersByTime(1);
    expect(await tried("192.0.2.1", true)).toBeUndefined();
  });

  test("the right one comes in from elsewhere meanwhile, however often the stopped one goes on", async () => {
    const { tried } = passwordGuesses();
    await wrong(tried, 2 * fromAll, () => "192.0.2.1");
    expect(await tried("192.0.2.2", true)).toBeUndefined();
    expect(await tried("2001:db8::1", true)).toBeUndefined();
  });

  test("the right one makes up for the wrong ones before it, and never counts itself", async () => {
    const { tried } = passwordGuesses();
    await wrong(tried, fromOne - 1, () => "192.0.2.1");
    for (let at = 0; at < 2 * fromAll; at++) expect(await tried("192.0.2.1", true)).toBeUndefined();
    expect(await wrong(tried, fromOne, () => "192.0.2.1")).toBeUndefined();
    expect(await tried("192.0.2.1", false)).toBe(within);
  });
});

describe("from many addresses", () => {
  test("the hundredth is looked at, and then none from an address that is not known", async () => {
    const { tried } = passwordGuesses();
    expect(await wrong(tried, fromAll, anywhere)).toBeUndefined();
    expect(await tried("198.51.100.1", true)).toBe(within);
    vi.advanceTimersByTime(within * 1_000);
    expect(await tried("198.51.100.1", true)).toBeUndefined();
  });

  test("the right one comes in from where it came in before", async () => {
    const { tried } = passwordGuesses();
    await tried("198.51.100.1", true);
    await wrong(tried, 2 * fromAll, anywhere);
    expect(await tried("198.51.100.1", true)).toBeUndefined();
    expect(await tried("198.51.100.2", true)).toBe(within);
  });
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["2001:db8:0:7:1:2:3:4", "2001:db8:0:7"],
  ["2001:db8:0:7::9", "2001:db8:0:7"],
  ["2001:0DB8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["::2:3:4:5:6", "0:0:0:2"],
  ["somebody", "unknown"],
  ["", "unknown"],
])("%j is of the network %j", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
