import { expect, test } from "vitest";
import { hindranceOf } from "../../src/work/hindrance.ts";
import { arrived, routing } from "../call/calls.ts";
import { callbackAt, due } from "../call/returns.ts";

/** Ben supports, Eve is at reception, Diego leads. */
type Reps = readonly string[];
type House = { readonly there?: Reps; readonly free?: Reps; readonly heldBack?: boolean; readonly startedAt?: number };
const circumstances = ({ there = ["ben"], free = there, heldBack = false, startedAt = 0 }: House, now: number) => ({
  board: { signedIn: () => new Set(there), free: () => free.map((rep) => ({ rep, idleSince: 0 })) },
  routing,
  now,
  startedAt,
  holdsBack: () => heldBack,
});

const kept = callbackAt(due);
const night = arrived + 12 * 3_600_000;
const promised = callbackAt(due, { kind: "promised", owner: "eve" });

test.each([
  ["nothing, where one is free who may", kept, {}, arrived, undefined],
  ["that we were not running when its time came", kept, { startedAt: arrived + 1 }, arrived, "we-were-down"],
  ["nothing, where we had just begun", kept, { startedAt: arrived }, arrived, undefined],
  ["that it is closed", kept, { there: [] }, night, "closed"],
  ["that it is night for the customer", callbackAt(due, { zones: ["Asia/Tokyo"] }), {}, arrived, "not-daytime"],
  ["that all return calls are held back", kept, { heldBack: true }, arrived, "held-back"],
  ["that nobody is there", kept, { there: [] }, arrived, "nobody-signed-in"],
  ["that nobody is there who may", kept, { there: ["eve"] }, arrived, "nobody-signed-in"],
  ["that nobody is free", kept, { free: [] }, arrived, "nobody-free"],
  ["that only others are free", kept, { there: ["ben", "eve"], free: ["eve"] }, arrived, "nobody-free"],
  ["that whoever is free has passed", callbackAt(due, { triedReps: { ben: arrived } }), {}, arrived, "nobody-took-it"],
  ["nothing, where the rep whose word it is may keep it", promised, { there: ["eve"] }, arrived, undefined],
  ["nothing, where a lead may keep a rep's word", promised, { there: ["diego"] }, arrived, undefined],
] as const)("in the way stands %s", (_, callback, house, at, cause) => {
  expect(hindranceOf(callback, at, circumstances(house, at))).toBe(cause);
});
