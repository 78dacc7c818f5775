import { expect, test } from "vitest";
import type { CallbackEvent } from "../../src/callback/event.ts";
import { after, endings, hour, making, minute, standing, states, ten, withRules } from "./promises.ts";

const noon = ten + 2 * hour;
const assigned: CallbackEvent = { type: "assigned", rep: "ana", call: "CA1" };
const talked: CallbackEvent = { type: "talked", rep: "ana" };
const due: readonly [number, CallbackEvent] = [noon - 10 * minute, { type: "woke", why: "due 1" }];
/** A rep is found, the customer's phone rings at an instant, and they speak for half an hour. */
const rungAt = (at: number): readonly (readonly [number, CallbackEvent])[] => [
  due,
  [at, assigned],
  [at, { type: "rung" }],
  [at + 5_000, { type: "reached", rep: "ana" }],
  [at + 30 * minute, talked],
];

test.each([
  ["one millisecond before the promised minute is kept", noon - 1, "kept"],
  ["at the promised minute is kept", noon, "kept"],
  ["one millisecond later is late, with its cause", noon + 1, "late: nobody-free"],
])("rung %s", (_, at, ended) => {
  const { callback } = after(making("promised", { by: noon }).callback, rungAt(at));
  expect(endings(callback)).toEqual([ended]);
});

test("a customer who rang in before the time and speaks past it was served in time", () => {
  const { callback } = after(making("promised", { by: noon }).callback, [
    [noon - 3 * minute, { type: "went-live", call: "CA9" }],
    [noon - minute, { type: "reached", rep: "ana" }],
    [noon - minute, { type: "woke", why: "time 1" }],
    [noon + 20 * minute, talked],
  ]);
  expect(endings(callback)).toEqual(["kept"]);
});

test("a customer who rang in and was reached only after the time was served late", () => {
  const { callback } = after(making("promised", { by: noon }).callback, [
    [noon - 3 * minute, { type: "went-live", call: "CA9" }],
    [noon + 1, { type: "reached", rep: "ana" }],
    [noon + 20 * minute, talked],
  ]);
  expect(endings(callback)).toEqual(["late: nobody-free"]);
});

test.each([
  ["what stood in the way at the time is the cause", "nobody-signed-in", "late: nobody-signed-in"],
  ["where nothing is known of that, nobody was free", undefined, "late: nobody-free"],
] as const)("%s", (_, hindrance, ended) => {
  const { callback } = after(making("booked").callback, [
    [ten + hour, { type: "woke", why: "due 1" }],
    [ten + hour + 15 * minute, { type: "woke", why: "time 1", ...(hindrance ? { hindrance } : {}) }],
    ...rungAt(ten + 2 * hour).slice(1),
  ]);
  expect(endings(callback)).toEqual([ended]);
});

test("a place without a time said is never late", () => {
  const { callback } = after(making("place").callback, [
    [ten, { type: "woke", why: "due 1" }],
    ...rungAt(ten + 5 * hour).slice(1),
  ]);
  expect(endings(callback)).toEqual(["kept"]);
});

test.each([
  ["the first", 1, "missed", ["open"]],
  ["the second", 2, "missed", ["open"]],
  ["the third, which uses the attempts up,", 3, "closed", ["broken: unanswered"]],
] as const)("%s try without an answer: %s", (_, tries, at, ended) => {
  let { callback } = making("place");
  for (let number = 1; number <= tries; number += 1) {
    const now = ten + number * hour;
    ({ callback } = after({ ...callback, state: { at: "due", since: now } }, [
      [now, assigned],
      [now, { type: "rung" }],
      [now + 1, { type: "tried", came: "unanswered" }],
    ]));
  }
  expect(callback.state.at).toBe(at);
  expect(endings(callback)).toEqual(ended);
});

test("a machine is a try, and no success: after the last one the promise is broken by it", () => {
  const once = withRules({ attempts: 1 });
  const ringing = standing({ at: "ringing", since: ten, call: "CA1", rep: "ana" });
  const { callback } = after(
    ringing,
    [
      [ten, { type: "rung" }],
      [ten + 1, { type: "tried", came: "machine" }],
    ],
    once,
  );
  expect(callback.tries).toMatchObject([{ call: "CA1", came: "machine" }]);
  expect(endings(callback)).toEqual(["broken: machine"]);
});

test("voicemail twice and then reached keeps the promise that was rung for in time", () => {
  const tryAt = (now: number, number: number): readonly (readonly [number, CallbackEvent])[] => [
    [now, { type: "woke", why: number === 0 ? "due 1" : `again 1 ${number}` }],
    [now, { ...assigned, call: `CA${number}` }],
    [now, { type: "rung" }],
  ];
  const gap = 15 * minute;
  const { callback } = after(making("booked").callback, [
    ...tryAt(ten + hour, 0),
    [ten + hour, { type: "tried", came: "machine" }],
    ...tryAt(ten + hour + gap, 1),
    [ten + hour + gap, { type: "tried", came: "machine" }],
    ...tryAt(ten + hour + 2 * gap, 2),
    [ten + hour + 2 * gap, { type: "reached", rep: "ana" }],
    [ten + hour + 2 * gap + 1, talked],
  ]);
  expect(callback.tries.map(({ came }) => came)).toEqual(["machine", "machine", "reached"]);
  expect(endings(callback)).toEqual(["kept"]);
});

test("a rep who passes is no try, keeps the place, and is known to have passed", () => {
  const ringing = standing({ at: "ringing", since: ten, call: "CA1", rep: "ana" });
  const { callback } = after(ringing, [[ten + 1, { type: "rep-declined", rep: "ana", how: "passed" }]]);
  expect(callback).toMatchObject({
    tries: [],
    joinedAt: ten,
    triedReps: { ana: ten + 1 },
    hindrance: "nobody-took-it",
  });
});

test("a conversation that breaks off at once is back in line once; then it counts as a try like others", () => {
  const ring = (now: number): readonly (readonly [number, CallbackEvent])[] => [
    [now, assigned],
    [now, { type: "rung" }],
    [now, { type: "reached", rep: "ana" }],
    [now + 1, { type: "lost" }],
  ];
  const { callback: once } = after(standing(states["due"] ?? { at: "promised" }), ring(ten + minute));
  expect(once.state).toEqual({ at: "due", since: ten + minute + 1 });
  const { callback: twice } = after(once, ring(ten + 2 * minute));
  expect(twice.state).toMatchObject({ at: "missed", again: ten + 17 * minute + 1 });
  const { callback: thrice } = after({ ...twice, state: { at: "due", since: ten } }, ring(ten + 20 * minute));
  expect(endings(thrice)).toEqual(["broken: unanswered"]);
});

test("what a call says that was called off is not taken for the one that is being placed", () => {
  const { callback } = after(standing({ at: "ringing", since: ten, call: "CA1", rep: "ana" }), [
    [ten + 1, { type: "moved", to: { from: ten + hour, by: ten + 2 * hour }, by: { who: "caller", via: "text" } }],
    [ten + 2, { type: "rung", call: "CA1" }],
    [ten + hour, { type: "woke", why: "due 2" }],
    [ten + hour, { type: "assigned", rep: "ben", call: "CA2" }],
    [ten + hour, { type: "tried", came: "unanswered", call: "CA1" }],
  ]);
  expect(callback.given.at(-1)?.rungAt).toBeUndefined();
  expect(callback.state).toMatchObject({ at: "ringing", call: "CA2", rep: "ben" });
});

test("a customer who drops and rings in again is live in the later call, whatever the first one says after it", () => {
  const { callback } = after(standing({ at: "due", since: ten }), [
    [ten + 1, { type: "went-live", call: "CA8" }],
    [ten + 2, { type: "went-live", call: "CA9" }],
    [ten + 3, { type: "left-live", call: "CA8" }],
  ]);
  expect(callback.state).toMatchObject({ at: "live", call: "CA9" });
});

test("a time that is given from elsewhere while a rep speaks with the customer stands after the talk", () => {
  const to = { from: ten + hour, by: ten + 2 * hour };
  const talking = standing({ at: "talking", since: ten, call: "CA1", rep: "ana" });
  const { callback } = after(talking, [
    [ten + 1, { type: "moved", to, by: { who: "admin" } }],
    [ten + 2, talked],
  ]);
  expect(endings(callback)).toEqual(["moved", "open"]);
  expect(callback.state.at).toBe("promised");
});
