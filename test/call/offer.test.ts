import { describe, expect, test } from "vitest";
import type { Owed } from "../../src/callback/owed.ts";
import type { Call } from "../../src/call/call.ts";
import type { Effect } from "../../src/call/effect.ts";
import type { CallEvent, House, Standing } from "../../src/call/event.ts";
import { transition } from "../../src/call/transition.ts";
import type { Verb } from "../../src/call/verb.ts";
import { unheard } from "../../src/hold/programme.ts";
import type { Routing } from "../../src/routing/routing.ts";
import { arrived, callAt, lineOf, routing } from "./calls.ts";
import { callbackOf, owing, receipt, slotAt } from "./owing.ts";

const now = arrived + 180_000;
const wait: Standing = { place: 4, expectedWait: { from: 620, to: 1_130 } };
const inLine = callAt(
  { at: "queue", line: lineOf({ heard: { ...unheard(false), opened: true } }) },
  { about: "about-repair" },
);

type Facts = {
  readonly owed?: Partial<Owed>;
  readonly standing?: Standing;
  readonly durable?: boolean;
  readonly at?: number;
  readonly by?: Routing;
};
type Heard = { readonly call: Call; readonly said: readonly string[]; readonly effects: readonly Effect[] };

/** What is heard after the last of these keys; "" is silence, and what is no keys is said. */
function after(call: Call, keys: readonly string[], facts: Facts = {}): Heard {
  const { owed = {}, standing = wait, durable = true, at = now, by = routing } = facts;
  const queues = { support: { waiting: 4, signedIn: 1 }, reception: { waiting: 0, signedIn: 1 } };
  const house = { queues, tracks: {}, interludes: [], there: ["ben"], durable, owed: owing(owed) };
  let heard: Heard = { call, said: [], effects: [] };
  for (const key of keys) {
    const answer = { leg: "caller", turn: 0, house, standing } as const;
    const { call: next, verbs, effects } = transition(heard.call, answered(key, answer), by, at);
    heard = { call: next, said: verbs.flatMap(saidIn), effects };
  }
  return heard;
}

type Answer = { readonly leg: "caller"; readonly turn: number; readonly house: House; readonly standing: Standing };

function answered(key: string, answer: Answer): CallEvent {
  if (key === "") return { type: "kept-silent", ...answer };
  return /^[\d*#]+$/.test(key) ? { type: "pressed", keys: key, ...answer } : { type: "said", words: key, ...answer };
}

function saidIn(verb: Verb): readonly string[] {
  if (verb.verb === "gather") return verb.prompt.flatMap(saidIn);
  return verb.verb === "say" ? [verb.sentence.text] : [];
}

/** What a step told a callback. */
const toldIn = ({ effects }: Heard) => effects.flatMap((one) => (one.do === "tell-callback" ? [one.event] : []));

describe("a waiting caller who presses 1", () => {
  test("is asked: the place kept for at most the upper end of the wait, a time, another number", () => {
    const { call, said } = after(inLine, ["1"]);
    expect(said).toEqual([
      "We would call the number that ends in 0 1 2 3.",
      "To hang up and be called within 20 minutes, press 1. To choose a time, press 2. For another number, press 3. Otherwise, just stay on the line.",
    ]);
    expect(call).toMatchObject({ at: "queue", line: { joinedAt: arrived, offer: { asks: "what" } } });
  });

  test.each([
    [
      "no wait can be said: none is",
      { standing: { place: 4, expectedWait: "unknown" } },
      /^To hang up and be called when it is your turn, press 1\./,
    ],
    [
      "no time is free: none is offered",
      { owed: { slots: () => [] } },
      /^To hang up [^.]* press 1\. For another number/,
    ],
  ] as const)("and %s", (_, facts, words) => {
    expect(after(inLine, ["1"], facts).said[1]).toMatch(words);
  });

  test("keeps the place with 1: it is promised with what was waited, and then said", () => {
    const heard = after(inLine, ["1", "1"]);
    expect(heard.call).toMatchObject({ at: "leaving", outcome: "callback" });
    expect(toldIn(heard)).toEqual([
      {
        type: "made",
        callback: {
          ...receipt,
          kind: "place",
          to: inLine.from,
          from: inLine.to,
          language: "en",
          queue: "support",
          joinedAt: arrived,
          madeBy: { who: "caller", via: "phone" },
          origin: "CA1",
          waitedSeconds: 180,
          confirm: false,
          zones: ["America/New_York"],
          texts: true,
          about: "about-repair",
          everSupport: true,
          given: { by: now + 20 * 60_000 },
        },
      },
    ]);
    expect(heard.said).toEqual([
      "Your place is kept, and we will call you within 20 minutes.",
      "Your receipt is 4 8 2, 1 0 7. Once more: 4 8 2, 1 0 7.",
      "You will have it as a text message, too.",
      "If your plans change, call us and press star in the menu.",
      "Thank you for calling. Goodbye.",
    ]);
  });

  test("is promised no time where no wait is known", () => {
    const heard = after(inLine, ["1", "1"], { standing: { place: 4, expectedWait: "unknown" } });
    expect(heard.said[0]).toBe("Your place is kept, and we will call you when it is your turn.");
    expect(toldIn(heard)).toMatchObject([{ callback: { given: {} } }]);
  });

  test("is promised nothing where it would not outlive a crash, and waits on", () => {
    const heard = after(inLine, ["1", "1"], { durable: false });
    expect(heard.said).toEqual(["We could not note your return call.", "You are still in line."]);
    expect(heard).toMatchObject({
      call: { at: "queue", line: lineOf({ heard: expect.anything() as never }) },
      effects: [],
    });
    expect(heard.call).not.toHaveProperty("line.offer");
  });

  test.each([
    ["silence", ["1", ""]],
    ["a key that was not named", ["1", "7"]],
    ["silence at the keypad", ["1", "3", ""]],
    ["a number that is not confirmed", ["1", "3", "2125550199", "5"]],
    ["a time that was not read out", ["1", "2", "9"]],
  ])("is back in line as if never asked after %s", (_, keys) => {
    const { call, said, effects } = after(inLine, keys);
    expect(said).toEqual(["You are still in line."]);
    expect(call).not.toHaveProperty("line.offer");
    expect({ call, effects }).toMatchObject({ call: { at: "queue", line: { joinedAt: arrived } }, effects: [] });
  });

  test("hears of the call that is owed already, and moves it", () => {
    const owed = { ofNumber: () => callbackOf() };
    expect(after(inLine, ["1"], { owed }).said).toEqual([
      "We already have you down for a return call at 11 AM. To move it, press 1. Otherwise, just stay on the line.",
    ]);
    const heard = after(inLine, ["1", "1", "2"], { owed });
    expect(heard.effects).toEqual([
      {
        do: "tell-callback",
        id: "CB1",
        event: { type: "moved", to: slotAt(4), by: { who: "caller", via: "phone" } },
      },
    ]);
    expect(heard.said.slice(0, 2)).toEqual([
      "We will call you at noon, or at most 15 minutes later.",
      "Your receipt is 4 8 2, 1 0 7. Once more: 4 8 2, 1 0 7.",
    ]);
  });
});

test("0 leads to a person from every question", () => {
  const questions = [["1"], ["1", "2"], ["1", "3"], ["1", "3", "2125550199"], ["1", "2", "5"], ["1", "2", "5", "1130"]];
  for (const keys of questions)
    expect(after(inLine, [...keys, "0"]).call).toMatchObject({
      at: "queue",
      wants: "reception",
      line: { joinedAt: arrived },
    });
});

describe("another number", () => {
  test("is keyed in, read back digit by digit, and used when it was confirmed; whoever answers there must say so", () => {
    expect(after(inLine, ["1", "3", "2125550199"]).said).toEqual([
      "2 1 2, 5 5 5, 0 1 9 9. If that is right, press 1. To key it in again, press 2.",
    ]);
    expect(after(inLine, ["1", "3", "2125550199", "1"]).said[0]).toBe("We would call 2 1 2, 5 5 5, 0 1 9 9.");
    const heard = after(inLine, ["1", "3", "2125550199", "1", "1"]);
    expect(toldIn(heard)).toMatchObject([{ callback: { to: "+12125550199", confirm: true, texts: false } }]);
    expect(heard.said).not.toContain("You will have it as a text message, too.");
  });

  test("is asked for where the caller's is not seen, or may not be rung", () => {
    const at = (from: string) => after({ ...inLine, from }, ["1"]).said[0];
    expect(at("anonymous")).toBe("We do not see the number that you are calling from.");
    expect(at("+19005550123")).toBe("We cannot call back the number that you are calling from.");
  });

  test("is kindly refused twice, and asked for again; the third time the caller waits on", () => {
    const premium = "9005550123";
    const refused = "We are sorry, we cannot call numbers of that kind.";
    const ask = "Please key in the number that we should call, with its area code, and then press pound.";
    expect(after(inLine, ["1", "3", premium]).said).toEqual([refused, ask]);
    expect(after(inLine, ["1", "3", premium, "12"]).said).toEqual([
      "That does not seem to be a telephone number.",
      ask,
    ]);
    expect(after(inLine, ["1", "3", premium, "12", premium]).said).toEqual([refused, "You are still in line."]);
  });

  test("that has a call coming is not called twice, and its time is nobody else's business", () => {
    const ofNumber = (number: string) => (number === "+12125550199" ? callbackOf() : undefined);
    expect(after(inLine, ["1", "3", "2125550199"], { owed: { ofNumber } }).said[0]).toBe(
      "A return call to that number is already noted.",
    );
  });

  test("would be of no use where no return calls are made at all", () => {
    const judge = () => ({ ok: false, why: "spent" }) as const;
    expect(after(inLine, ["1"], { owed: { judge } }).said).toEqual([
      "We cannot take requests for return calls right now.",
      "You are still in line.",
    ]);
  });
});

describe("a time", () => {
  test("is chosen from three, or from more, and said as a window", () => {
    expect(after(inLine, ["1", "2"]).said).toEqual([
      "For a call at 11 AM, press 1.",
      "For a call at noon, press 2.",
      "For a call at 1 PM, press 3.",
      "For more times, press 4. To key in a time, press 5. To say one, press 6.",
    ]);
    expect(after(inLine, ["1", "2", "4"]).said[0]).toBe("For a call at 11 30 AM, press 1.");
    const heard = after(inLine, ["1", "2", "4", "2"]);
    expect(toldIn(heard)).toMatchObject([{ callback: { kind: "booked", joinedAt: arrived, given: slotAt(6) } }]);
    expect(heard.said[0]).toBe("We will call you at 12 30 PM, or at most 15 minutes later.");
  });

  test("begins again with the first after the last", () => {
    expect(after(inLine, ["1", "2", "4", "4", "4", "4"]).said[0]).toBe("For a call at 11 AM, press 1.");
  });

  test("that has been taken meanwhile is not promised", () => {
    const asked = after(inLine, ["1", "2"]).call;
    const slots: Owed["slots"] = (ask) =>
      owing()
        .slots({ ...ask, most: 12 })
        .filter(({ from }) => from !== slotAt(0).from)
        .slice(0, ask.most);
    const heard = after(asked, ["1"], { owed: { slots } });
    expect(heard.said.slice(0, 2)).toEqual(["That time has just been taken.", "For a call at 11 15 AM, press 1."]);
    expect(heard.effects).toEqual([]);
  });

  test.each([
    ["keyed in, and free", ["5", "1130"], "We can call you at 11 30 AM."],
    ["keyed in, within a window", ["5", "1140"], "We can call you at 11 30 AM."],
    ["keyed in, and not free", ["5", "330"], "The nearest time that we can promise is at 1 45 PM."],
    ["said", ["6", "At noon, please."], "We can call you at noon."],
    ["said, and not free", ["6", "in ten minutes"], "The nearest time that we can promise is at 11 AM."],
  ])("that is %s is read back before it counts", (_, keys, words) => {
    const asked = after(inLine, ["1", "2", ...keys]);
    expect(asked.said).toEqual([`${words} If that suits you, press 1. For another time, press 2.`]);
    expect(asked.effects).toEqual([]);
  });

  test("that was read back is promised with 1, and others are read out from there on with 2", () => {
    const asked = after(inLine, ["1", "2", "5", "1130"]).call;
    expect(toldIn(after(asked, ["1"]))).toMatchObject([{ callback: { kind: "booked", given: slotAt(2) } }]);
    expect(after(asked, ["2"]).said[0]).toBe("For a call at 11 45 AM, press 1.");
  });

  test("that is not understood is asked for again, twice; then the caller waits on", () => {
    const keyed = after(inLine, ["1", "2", "5", "9999"]);
    expect(keyed.said).toEqual(["We did not catch a time.", expect.stringMatching(/^Please key in the hour/)]);
    const said = after(inLine, ["1", "2", "6", "my kettle", "the blue one"]);
    expect(said.said).toEqual(["We did not catch a time.", expect.stringMatching(/^When should we call you/)]);
    expect(after(said.call, ["well"]).said).toEqual(["We did not catch a time.", "You are still in line."]);
  });

  const spread = ["America/Denver", "America/New_York", "America/Phoenix"];
  const judge: Owed["judge"] = (number) => ({ ok: true, number, zones: spread, texts: true });

  test("is said by the caller's own clock, which is asked for where the number leaves it open", () => {
    const { said } = after(inLine, ["1", "2"], { owed: { judge } });
    expect(said).toEqual([
      "So that we go by your own clock:",
      "If you are calling at 10 oh 3 AM your time, press 1.",
      "If you are calling at 8 oh 3 AM your time, press 2.",
    ]);
    expect(after(inLine, ["1", "2", "2"], { owed: { judge } }).said[0]).toBe("For a call at 9 AM, press 1.");
    const heard = after(inLine, ["1", "2", "2", "1"], { owed: { judge } });
    expect(toldIn(heard)).toMatchObject([{ callback: { zones: ["America/Denver"] } }]);
  });
});
