import { describe, expect, test } from "vitest";
import type { Heard, WaitRange } from "../../src/hold/heard.ts";
import { unheard } from "../../src/hold/programme.ts";
import type { Wait } from "../../src/hold/wait.ts";
import { programme, toEar, waitAt } from "./waiting.ts";

const place = "We can call you back when it is your turn, and you keep your place. For that, press 1.";
const time = "We can call you back at a time that you choose. For that, press 1.";
/** Support in the model offers a return call from five minutes on. */
const long: WaitRange = { from: 240, to: 360 };
const opened: Heard = { ...unheard(false), opened: true, place: 3, wait: long };

function wait(expectedWait: WaitRange | "unknown", differs: Partial<Wait> = {}, seconds = 120): Wait {
  return waitAt(seconds, { standing: { place: 3, expectedWait }, offers: () => "place", ...differs });
}

/** The one thing that is said, if any. */
const said = (heard: Heard, of: Wait) => toEar(programme(heard, of)).filter((one) => !one.startsWith("tide"));

describe("a return call is offered unasked", () => {
  test.each<[string, Heard, Wait, readonly string[]]>([
    ["when the expected wait is 300 s", opened, wait(long), [place]],
    ["not when it is 299 s", opened, wait({ from: 239, to: 359 }), []],
    ["a time where no place can be kept", opened, wait(long, { offers: () => "time" }), [time]],
    ["not where nothing can be had", opened, wait(long, { offers: () => undefined }), []],
    ["not in a quiet wait", { ...opened, quiet: true }, wait(long), []],
    ["where no wait can be said, after 300 s", opened, wait("unknown", {}, 300), [place]],
    ["and not after 299 s", opened, wait("unknown", {}, 299), []],
    ["not twice", { ...opened, offered: long }, wait(long), []],
    ["not again for a minute more", { ...opened, offered: long }, wait({ from: 240, to: 420 }), []],
    ["again when it got worse by two", { ...opened, offered: long }, wait({ from: 240, to: 480 }), [place]],
    ["not again after it was offered for no known wait", { ...opened, offered: "unknown" }, wait(long), []],
  ])("%s", (_, heard, of, words) => {
    expect(said(heard, of)).toEqual(words);
  });
});

test("what was offered is known, and within the budget of the wait", () => {
  const { heard } = programme(opened, wait(long));
  expect(heard).toMatchObject({ offered: long, spoken: [{ what: "offer" }] });
  expect(said(heard, wait({ from: 600, to: 900 }, {}, 150))).toEqual([]);
  expect(said(heard, wait({ from: 600, to: 900 }, {}, 300))).toEqual([place]);
});

test("a long wait opens with the offer, in place of the key's bare name; that was the offer, then", () => {
  const { callback: _, ...choices } = waitAt(0).choices();
  const of = wait(long, { choices: () => ({ callback: "yes", ...choices }) }, 0);
  expect(said(unheard(false), of)).toEqual([
    "You are in line for support.",
    "You are number 3 in line.",
    "Your wait is likely to be between 4 and 6 minutes.",
    place,
    expect.stringMatching(/^For a quiet wait, press 2\./),
  ]);
  expect(programme(unheard(false), of).heard.offered).toEqual(long);
  const short = wait({ from: 60, to: 120 }, { choices: () => ({ callback: "yes", ...choices }) }, 0);
  expect(said(unheard(false), short).at(-1)).toMatch(/^To be called back, press 1\. For a quiet wait/);
});
