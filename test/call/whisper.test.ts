import { describe, expect, test } from "vitest";
import type { Common } from "../../src/call/call.ts";
import { story, whisper } from "../../src/call/whisper.ts";
import { arrived, callAt, lineOf, routing } from "./calls.ts";

const minute = 60_000;
/** What Ben hears of a support caller who joined three minutes and 59 s ago. */
function told(differs: Partial<Common> = {}, rep = "ben", queue = "support") {
  const lived = [{ at: arrived, what: "joined", queue } as const, ...(differs.story ?? [])];
  const call = callAt({ at: "queue", line: lineOf() }, { ...differs, story: lived });
  const now = arrived + 4 * minute - 1_000;
  const words = story({ ...call, from: differs.from ?? "anonymous" }, queue, rep, routing, now);
  return words.map(({ sentence }) => sentence.text);
}

const promised = { id: "CB1", by: arrived + 60 * minute, zones: [] };
const call = "A call for support.";
const waited = "Waited 3 minutes.";
const answered = (minutes: number) => ({ at: arrived + minutes * minute, what: "answered", rep: "ana" }) as const;

describe("the rep hears", () => {
  test.each<[string, Partial<Common>, readonly string[]]>([
    ["where the call comes from, and how long it waited", {}, [call, waited]],
    ["what it is about", { about: "about-repair" }, [call, "It is about a repair.", waited]],
    ["that the caller speaks another language", { language: "es" }, [call, expect.stringMatching(/Spanish/), waited]],
    [
      "who handed it on",
      { story: [{ at: arrived + 0, what: "transferred", rep: "chloe" }] },
      [call, waited, "Transferred by Chloé."],
    ],
    [
      "who asks to take over",
      { story: [{ at: arrived + 0, what: "escalated", rep: "chloe" }] },
      [call, waited, "Chloé asks you to take over."],
    ],
    [
      "who handed it on last",
      {
        story: [
          { at: arrived + 0, what: "escalated", rep: "chloe" },
          { at: arrived + 1, what: "transferred", rep: "ana" },
        ],
      },
      [call, waited, "Transferred by Ana."],
    ],
    [
      "with whom the caller was cut off",
      { story: [{ at: arrived + 0, what: "cut-off", rep: "ana" }] },
      [call, waited, "The caller was cut off while speaking with Ana."],
    ],
    [
      "of a rep who is no more by the name that is left",
      { story: [{ at: arrived + 0, what: "transferred", rep: "zoe" }] },
      [call, waited, "Transferred by zoe."],
    ],
    [
      "who spoke with the caller before",
      { spokeWith: "ana" },
      [call, waited, "The caller has spoken with Ana lately."],
    ],
    [
      "that it was the rep's own call before",
      { spokeWith: "ben" },
      [call, waited, "You have spoken with this caller lately."],
    ],
    [
      "how the caller's number ends, where it shows one",
      { from: "+12125551234" },
      [call, "From the number that ends in 1 2 3 4.", waited],
    ],
    [
      "that a message was left",
      { story: [{ at: arrived + 0, what: "message", recording: "RE1", seconds: 9 }] },
      [call, waited, "The caller has left a message while waiting."],
    ],
    [
      "that it was not solved the first time, and with whom",
      { spokeWith: "ana", story: [{ at: arrived, what: "unsolved", rep: "ana" }] },
      [call, waited, "Called about this before, and spoke with Ana. It is not solved."],
    ],
    ["that a return call is promised", { promised }, [call, waited, "The caller was promised a return call by 11 AM."]],
  ])("%s", (_, differs, words) => {
    expect(told(differs)).toEqual(words);
  });

  test("all of it, in that order", () => {
    const [first, ...rest] = told({
      about: "about-repair",
      spokeWith: "ana",
      promised,
      story: [
        { at: arrived + 1, what: "message", recording: "RE1", seconds: 9 },
        { at: arrived + 2, what: "answered", rep: "ana" },
        { at: arrived + 3, what: "cut-off", rep: "ana" },
        { at: arrived + 4, what: "transferred", rep: "ana" },
      ],
    });
    expect(first).toBe(call);
    expect(rest).toHaveLength(7);
  });

  test.each<[string, Common["story"], string]>([
    [
      "talking does not count",
      [answered(1), { at: arrived + 3 * minute, what: "transferred", rep: "ana" }],
      "Waited one minute.",
    ],
    ["to the minute, downwards", [answered(0.99)], "Waited less than a minute."],
    ["leaving a message is waiting", [{ at: arrived + minute, what: "message", recording: "RE1", seconds: 9 }], waited],
  ])("how long the caller has waited: %s", (_, chapters, words) => {
    expect(told({ story: chapters })).toContain(words);
  });

  test("it in the house's own language, where the rep has that, whatever the caller's", () => {
    expect(told({ language: "es" }, "diego")[0]).toBe(call);
  });

  test("the name of the queue as it is spoken, and of one that is no more as it was named", () => {
    expect(told({}, "ana", "sales")[0]).toBe("A call for sales.");
    expect(told({}, "ana", "gone")[0]).toBe("A call for gone.");
  });
});

test("the whisper ends with the keys, and waits six seconds for one", () => {
  const ringing = callAt({ at: "ringing", line: lineOf(), rep: "ben", leg: "r1", rungAt: 0, overtook: 0 });
  const [gather] = whisper(ringing, "r1", "ben", [], routing).verbs;
  expect(gather).toMatchObject({
    verb: "gather",
    keys: 1,
    seconds: 6,
    prompt: [{ sentence: { text: "Press 1 to take the call, 2 to pass." } }],
    then: { asked: "answer", leg: "r1", turn: 1 },
  });
});
