import { nothingOwed } from "../../src/callback/owed.ts";
import { expect, test } from "vitest";
import type { Call } from "../../src/call/call.ts";
import type { CallEvent, House } from "../../src/call/event.ts";
import { transition } from "../../src/call/transition.ts";
import { readRouting } from "../../src/routing/check.ts";
import { business, line } from "../support/business.ts";

const read = readRouting(business, "v1", { tracks: ["harbour-lights"] });
if ("faults" in read) throw new Error("the small business does not hold");
const { routing } = read;

const queues = Object.fromEntries(Object.keys(routing.queues).map((queue) => [queue, { waiting: 0, signedIn: 2 }]));
const house: House = { queues, tracks: {}, interludes: [], there: ["ana", "ben"], durable: true, owed: nothingOwed };
const known = { quiet: false, moreTime: false, announcements: {}, openSupportCallback: false };
const key = (leg: "caller" | "r1" | "r2", keys: string, turn: number): CallEvent => ({
  type: "pressed",
  leg,
  keys,
  turn,
  house,
});

/** Ben's phone was given up for dead in the middle of the whisper, and Ana is rung. */
const anaIsRung: readonly CallEvent[] = [
  { type: "arrived", sid: "CA1", from: "+12125559999", to: line, known, house },
  key("caller", "2", 1),
  { type: "assigned", rep: "ben", overtook: 0 },
  { type: "ring-placed", leg: "r1", sid: "CA2" },
  { type: "rung", leg: "r1", sid: "CA2" },
  { type: "woke", why: "whisper r1" },
  { type: "assigned", rep: "ana", overtook: 0 },
];
const anaTakes: readonly CallEvent[] = [{ type: "rung", leg: "r2", sid: "CA3" }, key("r2", "1", 1)];
const callerGoes: CallEvent = { type: "leg-ended", leg: "caller", sid: "CA1", status: "completed" };

test.each([
  ["while another is rung", anaIsRung, /no longer needs you/],
  ["when another has taken it", [...anaIsRung, ...anaTakes], /Someone else has taken this call/],
  ["when another has had it and the caller is gone", [...anaIsRung, ...anaTakes, callerGoes], /has hung up/],
] as const)("a rep who takes a call that was given to another, %s, hears so and is let go", (_, before, words) => {
  const call = after(before);
  const { verbs, call: unchanged } = transition(call, key("r1", "1", 1), routing, 2_000);
  expect(verbs).toMatchObject([{ verb: "say", sentence: { text: expect.stringMatching(words) } }, { verb: "hangup" }]);
  expect({ ...unchanged, legs: {} }).toEqual({ ...call, legs: {} });
});

function after(events: readonly CallEvent[]): Call {
  let call: Call | undefined;
  for (const event of events) ({ call } = transition(call, event, routing, 1_000));
  if (!call) throw new Error("nothing has happened");
  return call;
}
