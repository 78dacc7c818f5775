import { nothingOwed } from "../../src/callback/owed.ts";
import { describe, expect, test } from "vitest";
import type { CallEvent, House } from "../../src/call/event.ts";
import { hushed } from "../../src/call/broken-off.ts";
import { newLine, overflowsAt, sentOn, waitDocument } from "../../src/call/in-line.ts";
import type { Played } from "../../src/call/played.ts";
import { say } from "../../src/call/speech.ts";
import type { InLine } from "../../src/call/waiting.ts";
import { unheard } from "../../src/hold/programme.ts";
import { modelRouting } from "../routing/model.ts";
import { interludes, tracks } from "../hold/tracks.ts";
import { arrived, callAt, lineOf, routing } from "./calls.ts";

const minute = 60_000;
const now = arrived + 5 * minute;
const music = { track: "tide", from: 0, to: 480_000, sentAt: now, leadSeconds: 0 };
const waiting = (line: Partial<InLine> = {}, played: readonly Played[] = []) =>
  callAt({ at: "queue", line: lineOf(line) }, { played });

describe("a place in a line", () => {
  const heard = {
    ...unheard(true),
    opened: true,
    place: 2,
    closingSaid: true,
    music,
    spoken: [{ at: now, seconds: 4, what: "place" }],
  };
  const earlier = lineOf({ queue: "sales", heard, triedReps: { ana: now } });

  test("that is the first begins with nothing heard", () => {
    expect(newLine(waiting(), "support", now)).toEqual(lineOf({ joinedAt: now, since: now }));
  });

  test("after another keeps when that was joined, its music and its speech, and is opened anew", () => {
    const { spoken } = heard;
    expect(newLine(waiting(), "support", now, earlier)).toEqual(
      lineOf({ since: now, overflowed: true, triedReps: { ana: now }, heard: { ...unheard(false), music, spoken } }),
    );
  });

  test("counts on what was announced in the whole call, whatever came between", () => {
    const played = [
      { at: 1, kind: "announcement", what: "trade-in" },
      { at: 2, kind: "music", what: "tide" },
    ] as const;
    expect(newLine(waiting({}, played), "sales", now).heard.announcements).toEqual(["trade-in"]);
  });

  test("to which a rep sends a caller is not offered to that rep at once", () => {
    const line = sentOn(waiting({ triedReps: { ana: arrived } }), "sales", "ben", now);
    expect(line).toMatchObject({ queue: "sales", joinedAt: arrived, triedReps: { ana: arrived, ben: now } });
  });
});

describe("a line is left for another", () => {
  const after = modelRouting({ "queues.support.overflow.after.seconds": 600 });
  test.each([
    ["so many seconds after it was joined", {}, arrived + 600_000],
    ["counted from when this one was, not the first", { since: now }, now + 600_000],
    ["once", { overflowed: true }, undefined],
    ["where the queue says so", { queue: "reception" }, undefined],
    ["unless it is no more", { queue: "gone" }, undefined],
  ])("%s", (_, differs, at) => {
    expect(overflowsAt(lineOf(differs), after)).toBe(at);
  });
});

test("music that was stopped stays where it stopped; without any there is none to stop", () => {
  const call = waiting({ heard: { ...unheard(false), music } });
  const at = { from: 80_000, to: 80_000 };
  expect(hushed(call, now + 10_000).line.heard.music).toMatchObject(at);
  expect(hushed(hushed(call, now + 10_000), now + minute).line.heard.music).toMatchObject(at);
  expect(hushed(waiting(), now)).toEqual(waiting());
});

describe("a wait document", () => {
  const house: House = { queues: {}, tracks, interludes, there: [], durable: true, owed: nothingOwed };
  const event: CallEvent = { type: "kept-silent", leg: "caller", turn: 3, house };
  const silent: CallEvent = { ...event, house: { ...house, tracks: {} } };
  const opened = waiting({ heard: { ...unheard(false), opened: true, place: 1 } });

  test("ends with a second of silence after music, and asks for the next", () => {
    const { verbs, call } = waitDocument(opened, event, routing, now, true);
    expect(verbs).toMatchObject([
      { verb: "gather", keys: 1, seconds: 1, prompt: [{ verb: "play", track: "tide", from: 0 }] },
      { verb: "redirect", then: { asked: "answer", leg: "caller", turn: 1 } },
    ]);
    expect(call.played).toEqual([{ at: now, kind: "music", what: "tide" }]);
  });

  test("asks for the next half a minute later where there is no music", () => {
    expect(waitDocument(opened, silent, routing, now, true).verbs[0]).toMatchObject({ seconds: 30, prompt: [] });
  });

  test("with the answer to a key says nothing else, and knows when its music begins", () => {
    const answer = say(opened, routing, "quiet-off");
    const { verbs, call } = waitDocument(opened, event, routing, now, false, [answer]);
    expect(verbs[0]).toMatchObject({ prompt: [answer, { verb: "play" }] });
    expect("line" in call && call.line.heard.music?.leadSeconds).toBeGreaterThan(2);
  });
});
