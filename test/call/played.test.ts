import { describe, expect, test } from "vitest";
import { announcementsIn, begunBy, withPlayed, type Played } from "../../src/call/played.ts";
import type { Piece } from "../../src/hold/programme.ts";

const sentence = { text: "", locale: "en-US", voice: "" };
const music = (track: string): Piece => ({ kind: "music", track, from: 0, to: 1 });
const speech = (what: string): Piece => ({ kind: "speech", what, sentence });
const announcement = (id: string): Piece => ({ kind: "announcement", id, sentence });

/** The record of these pieces, each a minute after the one before, in words. */
function record(...pieces: readonly Piece[]) {
  const played = pieces.reduce<readonly Played[]>((all, piece, minute) => withPlayed(all, [piece], minute), []);
  return played.map(({ at, kind, what }) => `${String(at)} ${kind} ${what}`).join(", ");
}

describe("the record of what was played", () => {
  test.each<[string, readonly Piece[], string]>([
    ["has music that goes on once", [music("a"), music("a"), music("a")], "0 music a"],
    ["has it again after speech", [music("a"), speech("place"), music("a")], "0 music a, 1 speech place, 2 music a"],
    ["has each track of a long wait once", [music("a"), music("b"), music("a"), music("b")], "0 music a, 1 music b"],
    ["has every sentence", [speech("place"), speech("place")], "0 speech place, 1 speech place"],
    [
      "has every announcement",
      [announcement("x"), music("a"), announcement("x")],
      "0 announcement x, 1 music a, 2 announcement x",
    ],
  ])("%s", (_, pieces, expected) => {
    expect(record(...pieces)).toBe(expected);
  });

  test("has each piece of a document from when it begins, and what is cut off before it began not at all", () => {
    const chime: Piece = { kind: "interlude", track: "chime", from: 0, to: 32_000 };
    const words = { ...sentence, text: "Our descaler keeps kettles clean." };
    const played = withPlayed(
      [],
      [chime, { kind: "announcement", id: "x", sentence: words }, chime, music("a")],
      1_000,
    );
    expect(played.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      "interlude chime",
      "announcement x",
      "interlude chime",
      "music a",
    ]);
    expect(played[1]?.at).toBe(5_000);
    expect((played[3]?.at ?? 0) - (played[2]?.at ?? 0)).toBe(4_000);
    expect(begunBy(4_999, played)).toEqual(played.slice(0, 1));
    expect(begunBy(5_000, played)).toEqual(played.slice(0, 2));
  });

  test("does not grow while nothing is said, for a day", () => {
    let played: readonly Played[] = [];
    for (let at = 0; at < 2_880; at++) played = withPlayed(played, [music(at % 4 < 2 ? "a" : "b")], at);
    expect(played).toHaveLength(2);
  });

  test("tells which announcements were played, in order", () => {
    const pieces = [announcement("x"), music("a"), speech("place"), announcement("y"), announcement("x")];
    expect(announcementsIn(withPlayed([], pieces, 0))).toEqual(["x", "y", "x"]);
  });
});
