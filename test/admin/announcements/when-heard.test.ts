import { expect, test } from "vitest";
import {
  menuSegments,
  playing,
  salesQueues,
  whenHeard,
} from "../../../src/admin/pages/routing/announcements/when-heard.ts";
import { model } from "../../routing/model.ts";

const today = "2026-11-29";

test.each<[string, Record<string, unknown>, string, RegExp]>([
  [
    "for everybody",
    {},
    "pouring-kettle",
    /^Everybody who waits in “sales” hears it, in turn with the others. Not again within 14 days/,
  ],
  ["for a segment", {}, "quiet-kettle", /^Whoever chose “new-kettle” in a menu and waits in “sales” hears it,/],
  ["until a day", {}, "trade-in", /hears it from now until January 31, 2027,/],
  [
    "from a day on",
    { "announcements.trade-in.from": "2026-12-01" },
    "trade-in",
    /from December 1, 2026 until January 31, 2027/,
  ],
  ["from today on", { "announcements.pouring-kettle.from": today }, "pouring-kettle", /hears it, in turn/],
  ["on its last day", { "announcements.trade-in.until": today }, "trade-in", /from now until November 29/],
  [
    "again at once, where a caller may hear it again",
    { "business.repeatAfterDays": 0 },
    "trade-in",
    /with the others\.$/,
  ],
])("it is said when an announcement is heard: %s", (_what, changes, id, words) => {
  const heard = whenHeard(model(changes), id, today);
  expect(heard.words).toMatch(words);
  expect(heard.isHeard).toBe(true);
});

test.each<[string, Record<string, unknown>, RegExp]>([
  [
    "its last day is over",
    { "announcements.trade-in.until": "2026-11-28" },
    /any more: its last day was November 28, 2026/,
  ],
  ["its days are the wrong way round", { "announcements.trade-in.from": "2027-02-01" }, /is before its first/],
  ["no queue plays it", { "queues.sales.announcements": ["quiet-kettle"] }, /no sales queue plays it/],
  ["no menu leads to its segment", { "announcements.trade-in.segments": ["tea"] }, /no menu option leads to “tea”/],
  [
    "it is too long for its queue",
    { "queues.sales.speech": { seconds: 3, within: 60 } },
    /takes longer than its queues allow/,
  ],
])("it is said why nobody ever hears it: %s", (_what, changes, words) => {
  const heard = whenHeard(model(changes), "trade-in", today);
  expect(heard.words).toMatch(words);
  expect(heard.isHeard).toBe(false);
});

test("a support queue plays no announcement, whatever stands in the draft", () => {
  const source = model({ "queues.support.announcements": ["trade-in"] });
  expect([playing(source, "trade-in"), salesQueues(source)]).toEqual([["sales"], ["sales"]]);
});

test("the segments are those that menu options choose", () => {
  expect(menuSegments(model())).toEqual(["new-kettle"]);
  expect(menuSegments({ menus: { main: { options: "none" } } })).toEqual([]);
});
