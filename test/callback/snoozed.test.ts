import { expect, test } from "vitest";
import { at } from "../routing/calendar.ts";
import { after, endings, givenNow, hour, making, minute, officeHours, standing, ten, wokenAt } from "./promises.ts";

const ringing = { at: "ringing", since: ten, call: "CA1", rep: "ana" } as const;

test.each(["place", "booked", "promised"] as const)(
  "%s: whoever wants to be rung in ten minutes is rung in ten minutes, not at once",
  (kind) => {
    const step = after(standing(ringing, kind), [[ten, { type: "snoozed", minutes: 10 }]]);
    expect(endings(step.callback)).toEqual(["moved", "open"]);
    expect(givenNow(step.callback)).toMatchObject({ from: ten + 10 * minute, by: ten + 25 * minute });
    expect(wokenAt(step, "due 2")).toBe(ten + 10 * minute);
  },
);

test("not now is no failed try", () => {
  const { callback } = after(standing(ringing), [[ten, { type: "snoozed", minutes: 10 }]]);
  expect(callback.tries).toEqual([{ at: ten, call: "CA1", came: "not-now" }]);
});

test("whoever asks, just before closing, to be rung after it is promised the next opening", () => {
  const nearlyFive = at("2026-11-23 16:50");
  const step = after(standing(ringing), [[nearlyFive, { type: "snoozed", minutes: 20 }]], officeHours);
  expect(givenNow(step.callback)).toMatchObject({ from: at("2026-11-24 09:00"), by: at("2026-11-24 09:15") });
});

test("three moves are three promises, each ended by whoever moved it", () => {
  const to = (hours: number) => ({ from: ten + hours * hour, by: ten + hours * hour + 15 * minute });
  const { callback } = after(making("booked").callback, [
    [ten + 1, { type: "moved", to: to(2), by: { who: "caller", via: "text" } }],
    [ten + 2, { type: "moved", to: to(3), by: { who: "rep", rep: "ana" } }],
    [ten + 3, { type: "moved", to: to(4), by: { who: "caller", via: "page" } }],
    [ten + 4 * hour, { type: "woke", why: "due 1" }],
    [ten + 4 * hour, { type: "woke", why: "due 3" }],
  ]);
  expect(endings(callback)).toEqual(["moved", "moved", "moved", "open"]);
  expect(callback.state.at).toBe("promised");
  expect(after(callback, [[ten + 4 * hour, { type: "woke", why: "due 4" }]]).callback.state.at).toBe("due");
});
