import { describe, expect, test } from "vitest";
import type { Callback } from "../../src/callback/callback.ts";
import type { Call } from "../../src/call/call.ts";
import type { Effect } from "../../src/call/effect.ts";
import type { CallEvent, House } from "../../src/call/event.ts";
import type { Step } from "../../src/call/step.ts";
import { transition } from "../../src/call/transition.ts";
import { arrived, callAt, lineOf, routing } from "./calls.ts";
import { callbackOf, owing, receipt, slotAt } from "./owing.ts";

const now = arrived + 600_000;
const booked = callbackOf({ owner: "ben", about: "about-repair", everSupport: true });

function house(callback: Callback | undefined, durable = true): House {
  const queues = { support: { waiting: 0, signedIn: 1 }, reception: { waiting: 0, signedIn: 1 } };
  const owed = owing({ ofNumber: () => callback, ofCode: (code) => (code === callback?.code ? callback : undefined) });
  return { queues, tracks: {}, interludes: [], there: ["ben"], durable, owed };
}

const known = { quiet: false, moreTime: false, announcements: {}, openSupportCallback: false };
const arrival = (callback: Callback | undefined): CallEvent => ({
  type: "arrived",
  sid: "CA1",
  from: "+12125550123",
  to: "+12125550100",
  known,
  house: house(callback),
});
const pressed = (keys: string, callback: Callback | undefined, durable = true): CallEvent => ({
  type: "pressed",
  keys,
  leg: "caller",
  turn: 1,
  house: house(callback, durable),
});
const gone: CallEvent = { type: "leg-ended", leg: "caller", sid: "CA1", status: "completed" };

/** The call after these events, and what it told the callback in the last. */
function after(call: Call | undefined, ...events: readonly CallEvent[]): Step {
  let step: Step = { call: call as Call, verbs: [], effects: [] };
  for (const event of events) step = transition(step.call, event, routing, now);
  return step;
}

const toldIn = ({ effects }: { readonly effects: readonly Effect[] }) =>
  effects.flatMap((effect) => (effect.do === "tell-callback" ? [{ id: effect.id, ...effect.event }] : []));

describe("a caller who rings in", () => {
  test.each([
    ["owed a booked call: asked about it", booked, "owed"],
    ["owed one that she is being rung for", callbackOf({ state: { at: "ringing", since: 0, call: "CB1.1" } }), "owed"],
    [
      "speaking with a rep about it already, on another phone",
      callbackOf({ state: { at: "talking", since: 0, call: "CB1.1" } }),
      "menu",
    ],
    ["owed nothing", undefined, "menu"],
  ])("is %s", (_, callback, at) => {
    expect(after(undefined, arrival(callback)).call.at).toBe(at);
  });

  test("speaks now at the kept place, with whoever knows the case: nobody rings back meanwhile", () => {
    const step = after(undefined, arrival(booked), pressed("1", booked));
    expect(toldIn(step)).toEqual([{ id: "CB1", type: "went-live", call: "CA1" }]);
    expect(step.call).toMatchObject({
      at: "queue",
      line: { queue: "support", joinedAt: arrived },
      spokeWith: "ben",
      about: "about-repair",
      everSupport: true,
      returns: { live: true },
    });
    expect(step.call).not.toHaveProperty("line.front");
  });

  test.each([
    ["one minute past what was said: in front of everybody", now - 60_000, true],
    ["at the very time", now, undefined],
  ])("speaks now %s", (_, by, front) => {
    const late = callbackOf({ given: [{ givenAt: arrived, by }] });
    const { call } = after(undefined, arrival(late), pressed("1", late));
    expect("line" in call ? call.line?.front : "no line").toBe(front);
  });

  test("whose call has been cancelled elsewhere meanwhile is at the usual menu", () => {
    for (const key of ["1", "2", "3"]) {
      const step = after(undefined, arrival(booked), pressed(key, undefined));
      expect({ at: step.call.at, told: toldIn(step) }).toEqual({ at: "menu", told: [] });
    }
  });

  test("cancels nothing that cannot be kept, and hears so", () => {
    const step = after(undefined, arrival(booked), pressed("3", booked), pressed("1", booked, false));
    expect({ at: step.call.at, told: toldIn(step) }).toEqual({ at: "menu", told: [] });
  });

  test("moves it, wherever the number may be, and goes on to the menu where nothing comes of that", () => {
    const moved = after(undefined, arrival(booked), pressed("2", booked), pressed("2", booked));
    expect(toldIn(moved)).toEqual([{ id: "CB1", type: "moved", to: slotAt(4), by: { who: "caller", via: "phone" } }]);
    expect(after(undefined, arrival(booked), pressed("2", booked), pressed("9", booked)).call.at).toBe("menu");
  });
});

describe("a call that went live", () => {
  const returns = { callback: booked, live: true } as const;
  const conversation = { line: lineOf(), rep: "ben", leg: "r1", room: "CA1", since: arrived } as const;
  const talking = { at: "talking", ...conversation, desk: "room", misses: 0 } as const;
  const story = [{ at: now, what: "answered", rep: "ben" }] as const;
  const legs = { caller: { sid: "CA1", turn: 3 }, r1: { sid: "CA2", turn: 2, rep: "ben" } };
  const joins: CallEvent = { type: "moved", leg: "caller", turn: 3, house: house(booked) };

  test("is reached when the rep is in the room, and once", () => {
    const taken = callAt({ ...talking, joined: false }, { returns, story, legs });
    const step = after(taken, joins);
    expect(toldIn(step)).toEqual([{ id: "CB1", type: "reached", rep: "ben" }]);
    expect(toldIn(after(step.call, joins))).toEqual([]);
  });

  test.each<[string, Call]>([
    ["in line", callAt({ at: "queue", line: lineOf() }, { returns })],
    [
      "while a rep is rung",
      callAt(
        { at: "ringing", line: lineOf(), rep: "ben", leg: "r1", rungAt: now, overtook: 0 },
        { returns, legs: { caller: legs.caller } },
      ),
    ],
    ["in another line", callAt({ at: "queue", line: lineOf({ queue: "reception" }) }, { returns })],
  ])("and ends unserved %s is owed as before", (_, call) => {
    expect(toldIn(after(call, gone))).toEqual([{ id: "CB1", type: "left-live" }]);
  });

  test("and ends after the conversation is talked with, by the rep who took it", () => {
    const ended = after(callAt({ ...talking, joined: true }, { returns, story, legs }), gone, {
      type: "leg-ended",
      leg: "r1",
      sid: "CA2",
      status: "completed",
    });
    expect(ended.call.at).toBe("ended");
    expect(toldIn(ended)).toEqual([{ id: "CB1", type: "talked", rep: "ben" }]);
  });

  type Ending = Partial<Extract<CallEvent, { readonly type: "leg-ended" }>>;
  test.each<[string, number, Ending, "lost" | "talked", { readonly met?: true }?]>([
    ["seconds ago, while we were down", 25_000, { upSince: now - 24_000 }, "lost"],
    ["long ago, and ended seconds after it", 300_000, { upSince: now - 1_000, endedAt: now - 275_000 }, "lost"],
    ["long ago, and ended later", 300_000, { upSince: now - 1_000, endedAt: now - 274_999 }, "talked"],
    ["longer ago", 25_001, { upSince: now - 24_000 }, "talked"],
    ["and Twilio told that she was there", 25_000, { upSince: now - 24_000 }, "talked", { met: true }],
    ["and Twilio told that the room was left", 25_000, { upSince: now - 24_000, parted: "completed" }, "talked"],
    ["while we were there", 25_000, { upSince: now - 25_001 }, "talked"],
  ])(
    "was to be joined with the rep %s: at its end it is told what came of it",
    (_, ago, differs, expected, known = {}) => {
      const joined = callAt(
        { ...talking, joined: true, since: now - ago, ...known },
        { returns: { callback: booked }, story, legs },
      );
      const repGone: CallEvent = { type: "leg-ended", leg: "r1", sid: "CA2", status: "completed" };
      expect(toldIn(after(joined, { ...gone, ...differs }, repGone))).toMatchObject([{ type: expected }]);
    },
  );

  test("is not remembered as dropped: the return call has the place", () => {
    const place = (call: Call) => after(call, gone).effects.filter((effect) => effect.do === "remember");
    expect(place(callAt({ at: "queue", line: lineOf() }, { returns }))).toEqual([]);
    expect(place(callAt({ at: "queue", line: lineOf() }, { about: "about-repair" }))).toEqual([
      {
        do: "remember",
        number: "+12125550123",
        what: { place: { queue: "support", joinedAt: arrived, at: now, about: "about-repair" } },
      },
    ]);
  });
});

test("a receipt is looked at only where nobody is guessing", () => {
  const asked = callAt({ at: "receipt", menu: "main" });
  expect(after(asked, pressed(receipt.code, booked)).call.at).toBe("owed");
  const wrongCodes = () => ({ ofNumber: 6, ofAll: 6 });
  const guessing: CallEvent = {
    ...pressed(receipt.code, booked),
    house: { ...house(booked), owed: { ...house(booked).owed, wrongCodes } },
  } as CallEvent;
  expect(after(asked, guessing).call).toMatchObject({ at: "queue", line: { queue: "reception" } });
});
