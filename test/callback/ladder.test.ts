import { expect, test } from "vitest";
import type { CallbackEvent } from "../../src/callback/event.ts";
import {
  after,
  did,
  endings,
  givenNow,
  hour,
  making,
  minute,
  officeHours,
  standing,
  ten,
  texts,
  withRules,
  wokenAt,
} from "./promises.ts";
import { at } from "../routing/calendar.ts";

const noon = ten + 2 * hour;
const woke = (why: string): CallbackEvent => ({ type: "woke", why });
const steps = ["ladder 1 0", "ladder 1 1", "ladder 1 2", "due 1", "time 1"];

test.each([
  [60, { "ladder 1 0": 30, "ladder 1 1": 50, "ladder 1 2": 55, "due 1": 50, "time 1": 59 }],
  [31, { "ladder 1 0": 1, "ladder 1 1": 21, "ladder 1 2": 26, "due 1": 21, "time 1": 30 }],
  [30, { "ladder 1 0": 0, "ladder 1 1": 20, "ladder 1 2": 25, "due 1": 20, "time 1": 29 }],
  [20, { "ladder 1 0": 0, "ladder 1 1": 10, "ladder 1 2": 15, "due 1": 10, "time 1": 19 }],
  [8, { "ladder 1 1": 0, "ladder 1 2": 3, "due 1": 0, "time 1": 7 }],
  [3, { "ladder 1 2": 0, "due 1": 0, "time 1": 2 }],
  [1, { "ladder 1 2": 0, "due 1": 0, "time 1": 0.5 }],
])("promised in %d minutes: what is to come, in minutes", (minutes, expected) => {
  const made = making("promised", { by: ten + minutes * minute });
  const found = steps.flatMap((why) => {
    const when = wokenAt(made, why);
    return when === undefined ? [] : [[why, (when - ten) / minute]];
  });
  expect(Object.fromEntries(found)).toEqual(expected);
});

test.each([
  ["ladder 1 0", ["owner"]],
  ["ladder 1 1", ["owner", "backup"]],
  ["ladder 1 2", ["lead"]],
])("%s tells %j", (why, whom) => {
  const { effects } = after(making("promised").callback, [[noon, woke(why)]]);
  expect(effects).toEqual([{ do: "tell-reps", whom, prompt: "promise-due-text" }]);
});

test.each(["ringing", "live", "talking"] as const)("nobody is reminded while the callback is %s", (state) => {
  const underway = standing({ at: state, since: ten, call: "CA1" }, "promised");
  expect(did(after(underway, [[noon - 5 * minute, woke("ladder 1 2")]]))).toEqual([]);
});

test("nobody is reminded once the customer has been rung for it", () => {
  const missed = after(standing({ at: "ringing", since: ten, call: "CA1", rep: "ana" }, "promised"), [
    [ten + 1, { type: "rung" }],
    [ten + 2, { type: "tried", came: "unanswered" }],
  ]).callback;
  expect(did(after(missed, [[noon - 5 * minute, woke("ladder 1 2")]]))).toEqual([]);
});

test.each(["promised", "due", "missed"] as const)(
  "%s at the promised time, and nobody has rung: Holdfast rings",
  (state) => {
    const open = standing(
      state === "missed" ? { at: state, since: ten, again: noon } : { at: state, since: ten },
      "promised",
    );
    expect(did(after(open, [[noon - minute, woke("time 1")]]))).toEqual(["dial no-news"]);
  },
);

test("a rep who is being rung at that time and passes leaves it to Holdfast", () => {
  const ringing = standing({ at: "ringing", since: noon - minute, call: "CA1", rep: "ana" }, "promised");
  const step = after(ringing, [
    [noon - minute, woke("time 1")],
    [noon - 30_000, { type: "rep-declined", rep: "ana", how: "passed" }],
  ]);
  expect(did(step)).toContain("wake time 1");
  expect(did(after(step.callback, [[noon - 30_000, woke("time 1")]]))).toEqual(["dial no-news"]);
});

test("a customer who rang in, and left the line again after the promised time, is rung by Holdfast", () => {
  const live = standing({ at: "live", since: noon - 5 * minute, call: "CA9" }, "promised");
  const step = after(live, [
    [noon - minute, woke("time 1")],
    [noon + minute, { type: "left-live" }],
  ]);
  expect(did(step)).toEqual(["wake time 1"]);
  expect(did(after(step.callback, [[noon + minute, woke("time 1")]]))).toEqual(["dial no-news"]);
});

test.each(["place", "booked"] as const)("%s: who is late says so, once, and nobody is rung without a rep", (kind) => {
  const due = standing({ at: "due", since: ten }, kind, { from: ten, by: noon });
  const step = after(due, [[noon, woke("time 1")]]);
  expect(texts(step)).toEqual([expect.stringMatching(/running late .* not lost your place/)]);
  expect(did(step)).toEqual(["text"]);
});

test("told in time by voice that there is no news, the promise is kept without an answer and the next is given", () => {
  const { callback } = after(standing({ at: "due", since: ten }, "promised"), [
    [noon - minute, { type: "dialled", call: "CA1" }],
    [noon - minute, { type: "rung" }],
    [noon - minute, { type: "reached" }],
    [noon, { type: "told", via: "voice", next: { by: noon + hour } }],
  ]);
  expect(callback.given).toMatchObject([
    { ended: { how: "kept", news: "no-answer" } },
    { by: noon + hour, chained: true },
  ]);
});

test("nobody picks up at the promised time: the customer reads it instead, and the promise is kept by message", () => {
  const ringing = standing({ at: "ringing", since: noon - minute, call: "CA1" }, "promised");
  const step = after(ringing, [
    [noon - minute, { type: "rung" }],
    [noon - 30_000, { type: "tried", came: "unanswered" }],
  ]);
  expect(step.callback.given).toMatchObject([{ ended: { how: "kept", news: "message" } }, { by: noon + hour }]);
  expect(texts(step)).toEqual([
    expect.stringMatching(/no news yet; Ana is on it\. You will hear from us again by 1 PM\./),
  ]);
});

test.each([
  ["the queue sends no texts", true, false],
  ["the number takes no texts", false, true],
])("%s: nothing counts as told by message, and Holdfast rings again after the gap", (_, takes, sends) => {
  const rules = withRules({ texts: sends });
  const ringing = standing(
    { at: "ringing", since: noon - minute, call: "CA1" },
    "promised",
    { by: noon },
    { texts: takes },
  );
  const { callback } = after(ringing, [[noon - 30_000, { type: "tried", came: "unanswered" }]], rules);
  expect(endings(callback)).toEqual(["open"]);
  const again = after(callback, [[noon + 14.5 * minute, woke("news 1 1")]], rules);
  expect(did(again)).toEqual(["dial no-news"]);
});

test.each([
  ["the first time, an hour later", 1, 1],
  ["then twice as long", 2, 2],
  ["then twice as long again", 3, 4],
])("no news yet, %s", (_, times, hours) => {
  let { callback } = making("promised");
  let now = noon;
  for (let time = 1; time <= times; time += 1) {
    now = givenNow(callback).by ?? now;
    callback = after({ ...callback, state: { at: "ringing", since: now, call: `CA${time}` } }, [
      [now, { type: "tried", came: "unanswered" }],
    ]).callback;
  }
  expect(((givenNow(callback).by ?? 0) - now) / hour).toBe(hours);
});

test("news that is never there is not promised forever: it expires by the last time that somebody gave", () => {
  let { callback } = making("promised");
  for (let number = 1; callback.state.at !== "closed" && number < 50; number += 1) {
    const now = givenNow(callback).by ?? noon;
    callback = after(callback, [[now, woke("expired")]]).callback;
    if (callback.state.at === "closed") break;
    callback = after({ ...callback, state: { at: "ringing", since: now, call: `CA${number}` } }, [
      [now, { type: "tried", came: "unanswered" }],
    ]).callback;
  }
  expect(endings(callback).at(-1)).toMatch(/^broken: /);
  expect(callback.given.length).toBeLessThan(10);
});

test.each([
  ["closed", "2026-11-23 16:30", "2026-11-24 09:30"],
  ["open", "2026-11-23 15:00", "2026-11-23 16:00"],
  ["just opened", "2026-11-24 08:05", "2026-11-24 09:30"],
  ["closed for the weekend", "2026-11-27 16:30", "2026-11-30 09:30"],
])("where it is %s an hour later, news is promised for when somebody can have rung", (_, when, by) => {
  const now = at(when);
  const ringing = standing({ at: "ringing", since: now, call: "CA1" }, "promised", { by: now });
  const { callback } = after(ringing, [[now, { type: "tried", came: "unanswered" }]], officeHours);
  expect(givenNow(callback).by).toBe(at(by));
});
