import { expect, test } from "vitest";
import type { Callback, CallbackState, Try } from "../../src/callback/callback.ts";
import { weightOn } from "../../src/callback/dials.ts";
import { at } from "../routing/calendar.ts";
import { modelRouting } from "../routing/model.ts";
import { making } from "./promises.ts";

const routing = modelRouting({});
const today = { from: at("2026-11-30 00:00"), until: at("2026-12-01 00:00") };
const noon = at("2026-11-30 12:00");
const yesterday = at("2026-11-29 12:00");
const due: CallbackState = { at: "due", since: noon };
const ringing: CallbackState = { at: "ringing", since: noon, call: "CA9" };
const talking: CallbackState = { at: "talking", since: noon, call: "CA1" };
const closed: CallbackState = { at: "closed", closedAt: noon };
const tried = (when: number): Try => ({ at: when, call: "CA1", came: "unanswered" });
const reached: Try = { at: noon, call: "CA1", came: "reached" };

test.each<[string, number, number, CallbackState, readonly Try[]]>([
  ["promised today and not dialled is the dial that is owed", 1, noon, due, []],
  ["dialled once, it is that dial", 1, noon, due, [tried(noon)]],
  ["about to be dialled once more, it is two", 2, noon, ringing, [tried(noon)]],
  ["being spoken with, it is counted once", 1, noon, talking, [reached]],
  ["dialled three times, it is three", 3, noon, due, [tried(noon), tried(noon), tried(noon)]],
  ["promised and over today, it stays counted", 1, noon, closed, []],
  ["promised yesterday and due, it is owed today", 1, yesterday, due, []],
  ["promised and over yesterday, it is nothing", 0, yesterday, closed, [tried(yesterday)]],
  ["of its dials only those of today count", 1, yesterday, due, [tried(yesterday), tried(yesterday)]],
])("%s (%d)", (_words, weight, madeAt, state, tries) => {
  const { callback } = making("place", {}, {}, routing, madeAt);
  const so: Callback = { ...callback, state, tries };
  expect(weightOn(so, today, routing)).toBe(weight);
});

test("what was promised before for a later day takes nothing of today's", () => {
  const by = at("2026-12-02 12:00");
  const { callback } = making("booked", { from: by, by }, {}, routing, yesterday);
  expect(weightOn(callback, today, routing)).toBe(0);
  expect(weightOn({ ...callback, madeAt: noon }, today, routing)).toBe(1);
});

test("a call that says there is no news is a dial, though it is no try", () => {
  const { callback } = making("promised", { by: noon }, {}, routing, noon - 3_600_000);
  const [first] = callback.given;
  if (!first) throw new Error("nothing is promised");
  const given = [
    { ...first, rungAt: noon },
    { givenAt: noon, by: noon + 3_600_000, chained: true as const, rungAt: noon + 3_600_000 },
    { givenAt: noon + 3_600_000, by: noon + 7_200_000, chained: true as const },
  ];
  expect(weightOn({ ...callback, given }, today, routing)).toBe(2);
});
