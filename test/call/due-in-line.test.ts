import { describe, expect, test } from "vitest";
import type { Callback } from "../../src/callback/callback.ts";
import { dueLine, keepsPlace, wanting } from "../../src/call/due-in-line.ts";
import { arrived, routing } from "./calls.ts";
import { callbackAt, due, ringingOut } from "./returns.ts";

const minute = 60_000;
/** Ten in the evening in New York. */
const night = arrived + 12 * 60 * minute;
const by = arrived + 60 * minute;
/** How the line sees one return call. */
function waitingFor(callback: Callback, by: typeof routing, now: number) {
  const wants = wanting(callback, by);
  return wants && dueLine([wants], by, now)[0];
}

describe("a return call in line", () => {
  test("wants a rep as its caller would, by when the line was joined", () => {
    const tried = { ben: arrived };
    const callback = callbackAt(due, { language: "es", triedReps: tried, overtaken: 2, owner: "ana" });
    expect(waitingFor(callback, routing, arrived + minute)).toEqual({
      call: "CB1",
      queue: "support",
      joinedAt: arrived,
      language: "es",
      triedReps: tried,
      overtaken: 2,
      preferred: "ana",
    });
  });

  const kept = callbackAt(due);
  const promised = (owner?: string) =>
    callbackAt(due, { kind: "promised", ...(owner === undefined ? {} : { owner }) }, { by });
  test.each<[string, Callback, number, object | undefined]>([
    ["before its time: nobody", callbackAt({ at: "promised" }), arrived, undefined],
    ["while somebody is rung for it: nobody more", callbackAt(ringingOut), arrived, undefined],
    ["at night: nobody", kept, night, undefined],
    ["where it is night for the customer: nobody", callbackAt(due, { zones: ["Asia/Tokyo"] }), arrived, undefined],
    ["a place that was kept: whoever may", kept, arrived, {}],
    [
      "a promise, 600.001 s before: its owner",
      promised("ana"),
      by - 600_001,
      { preferred: "ana", word: { owner: "ana", reach: "owner" } },
    ],
    [
      "a promise, 600 s before: the team too",
      promised("ana"),
      by - 600_000,
      { preferred: "ana", word: { owner: "ana", reach: "team" } },
    ],
    [
      "a promise, 300.001 s before: the team still",
      promised("ana"),
      by - 300_001,
      { preferred: "ana", word: { owner: "ana", reach: "team" } },
    ],
    [
      "a promise, 300 s before: leads too",
      promised("ana"),
      by - 300_000,
      { preferred: "ana", word: { owner: "ana", reach: "leads" } },
    ],
    ["a promise that is nobody's: the team, however early", promised(), by - 900_000, { word: { reach: "team" } }],
    ["a promise of one who is no more: likewise", promised("gone"), by - 900_000, { word: { reach: "team" } }],
  ])("%s", (_, callback, now, wants) => {
    expect(waitingFor(callback, routing, now)).toEqual(wants && { ...waitingFor(kept, routing, arrived), ...wants });
  });

  test("a promise is the team's at the time that was said, whatever the ladder", () => {
    const bare = { ...routing, business: { ...routing.business, ladder: [] } };
    const callback = promised("ana");
    expect(waitingFor(callback, bare, by - 1)?.word?.reach).toBe("owner");
    expect(waitingFor(callback, bare, by)?.word?.reach).toBe("team");
  });
});

describe("a return call counts in the places that are spoken", () => {
  test.each<[string, Callback, number, boolean]>([
    ["when it is due", callbackAt(due), arrived, true],
    ["while somebody is rung for it", callbackAt(ringingOut), arrived, true],
    ["as soon as the caller has hung up to keep the place", callbackAt({ at: "promised" }), arrived, true],
    [
      "not before its time",
      callbackAt({ at: "promised" }, { kind: "booked" }, { from: by, by: by + 900_000 }),
      arrived,
      false,
    ],
    [
      "not while a rep's promise is still to come",
      callbackAt({ at: "promised" }, { kind: "promised" }, { by }),
      arrived,
      false,
    ],
    ["not while its customer cannot be rung", callbackAt(due), night, false],
    ["not between two tries", callbackAt({ at: "missed", since: arrived, again: by }), arrived, false],
    [
      "not while its customer stands in line alive",
      callbackAt({ at: "live", since: arrived, call: "CA2" }),
      arrived,
      false,
    ],
    ["not once its customer was reached", callbackAt({ at: "talking", since: arrived, call: "CB1.1" }), arrived, false],
  ])("%s", (_, callback, now, counts) => {
    expect(keepsPlace(callback, routing, now)).toBe(counts);
  });
});
