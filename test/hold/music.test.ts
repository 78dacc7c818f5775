import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MusicAt } from "../../src/hold/heard.ts";
import { nextStretch, stopped } from "../../src/hold/music.ts";
import { gust, samples, tide, track, tracks } from "./tracks.ts";

const sentAt = 1_000_000;
/** The last document: `tide` from second to second, after so much speech. */
const playing = (from: number, to: number, leadSeconds = 0): MusicAt => ({
  track: "tide",
  from: samples(from),
  to: samples(to),
  sentAt,
  leadSeconds,
});
const stretch = (id: string, from: number, to: number) => ({ track: id, from: samples(from), to: samples(to) });

describe("the music goes on where it stopped:", () => {
  test.each([
    ["the document was heard to its end", playing(0, 30), true, 99, stretch("tide", 30, 60)],
    ["a key came 10 s into it", playing(0, 30), false, 10, stretch("tide", 10, 60)],
    ["a key came 10 s into it, after 4 s of speech", playing(0, 30, 4), false, 10, stretch("tide", 6, 30)],
    ["a key came within the speech", playing(30, 60, 4), false, 3, stretch("tide", 30, 60)],
    ["a key came as the speech ended", playing(30, 60, 4), false, 4, stretch("tide", 30, 60)],
    ["a key came in the silence after it", playing(0, 30), false, 31, stretch("tide", 30, 60)],
    ["the clock was set back meanwhile", playing(30, 60), false, -100, stretch("tide", 30, 60)],
    ["22 s before a phrase ends, that phrase is played", playing(0, 30), false, 8, stretch("tide", 8, 30)],
    ["21.9 s before a phrase ends, the next one is played too", playing(0, 30), false, 8.1, stretch("tide", 8.1, 60)],
    ["a second before a phrase ends", playing(0, 30), false, 29, stretch("tide", 29, 60)],
    ["a second before the track ends, it is played to its end", playing(90, 120), false, 29, stretch("tide", 119, 120)],
    ["at the track's end comes the next track", playing(90, 120), true, 0, stretch("gust", 0, 31)],
    ["a cut at the very end is the end", playing(90, 120), false, 30, stretch("gust", 0, 31)],
  ])("%s", (_, music, finished, after, expected) => {
    expect(nextStretch(["tide", "gust"], tracks, music, finished, 22, sentAt + after * 1_000)).toEqual(expected);
  });

  test("after the last track comes the first", () => {
    const music = { ...playing(31, 40), track: "gust" };
    expect(nextStretch(["tide", "gust"], tracks, music, true, 22, 0)).toEqual(stretch("tide", 0, 30));
  });

  test("a playlist of one track begins again when it is over", () => {
    expect(nextStretch(["tide"], tracks, playing(90, 120), true, 22, 0)).toEqual(stretch("tide", 0, 30));
  });

  test.each([
    ["8 s are played at least", 0, stretch("gust", 0, 9)],
    ["9 s are a phrase", 9, stretch("gust", 0, 9)],
    ["9.1 s end with the next phrase", 9.1, stretch("gust", 0, 17)],
    ["more than the track has ends with the track", 600, stretch("gust", 0, 40)],
    ["fewer than none are as if none", -50, stretch("gust", 0, 9)],
  ])("%s", (_, seconds, expected) => {
    expect(nextStretch(["gust"], tracks, undefined, true, seconds, 0)).toEqual(expected);
  });

  test("a caller who comes from a line with other music hears this line's from its beginning", () => {
    expect(nextStretch(["gust"], tracks, playing(0, 30), true, 9, 0)).toEqual(stretch("gust", 0, 9));
  });

  test.each([
    ["a track that is not there is passed over", ["storm", "gust"], stretch("gust", 0, 9)],
    ["without any of the playlist's, what there is is better than silence", ["storm"], stretch("tide", 0, 30)],
    ["an empty playlist likewise", [], stretch("tide", 0, 30)],
  ])("%s", (_, playlist, expected) => {
    expect(nextStretch(playlist, tracks, undefined, true, 9, 0)).toEqual(expected);
  });

  test("with no music at all there is none", () => {
    expect(nextStretch(["tide"], {}, playing(0, 30), true, 9, 0)).toBeUndefined();
  });

  test("a track that was taken off the shelf while it played gives way to the next", () => {
    expect(nextStretch(["tide", "gust"], { gust }, playing(0, 30), true, 9, 0)).toEqual(stretch("gust", 0, 9));
  });
});

test("music that was stopped goes on from there, however much later", () => {
  const music = stopped(playing(0, 60, 5), sentAt + 25_000);
  const hourLater = sentAt + 3_600_000;
  expect(nextStretch(["tide"], tracks, music, false, 22, hourLater)).toEqual(stretch("tide", 20, 60));
  expect(nextStretch(["tide"], tracks, stopped(music, hourLater), true, 22, hourLater)).toEqual(
    stretch("tide", 20, 60),
  );
});

describe("whatever keys come when, each stretch", () => {
  const phrases = fc.uniqueArray(fc.integer({ min: 2, max: 400 }), { minLength: 1, maxLength: 12 });
  const shelf = fc.array(phrases, { minLength: 1, maxLength: 3 }).map((each) =>
    Object.fromEntries(
      each.map((ends, at) => {
        const id = `track-${String(at)}`;
        return [id, track(id, ...ends.toSorted((a, b) => a - b))] as const;
      }),
    ),
  );
  const document = fc.record({
    seconds: fc.integer({ min: 0, max: 240 }),
    lead: fc.double({ min: 0, max: 30, noNaN: true }),
    finished: fc.boolean(),
    share: fc.double({ min: 0, max: 1.1, noNaN: true }),
  });

  test("begins where the last one ended, and ends where a phrase ends", () => {
    fc.assert(
      fc.property(shelf, fc.array(document, { minLength: 1, maxLength: 40 }), (music, documents) => {
        let at: MusicAt = { track: Object.keys(music)[0] ?? "", from: 0, to: 0, sentAt, leadSeconds: 0 };
        let finished = true;
        let now = sentAt;
        for (const next of documents) {
          const given = nextStretch(Object.keys(music), music, at, finished, next.seconds, now);
          if (!given) throw new Error("there is always music");
          const { track: id, from, to } = given;
          const length = (to - from) / 8_000;
          expect(music[id]?.phraseEnds).toContain(to);
          expect(to).toBeGreaterThan(from);
          expect(to === music[id]?.samples || length >= Math.max(next.seconds, 8)).toBe(true);
          const heardUntil = finished ? at.to : stopped(at, now).to;
          const trackWasOver = heardUntil >= (music[at.track]?.samples ?? 0);
          expect(from).toBe(trackWasOver ? 0 : heardUntil);
          expect(trackWasOver || id === at.track).toBe(true);
          at = { ...given, sentAt: now, leadSeconds: next.lead };
          ({ finished } = next);
          now += Math.round((next.lead + length) * (finished ? 1 : next.share) * 1_000);
        }
      }),
      { seed: 20_261_122 },
    );
  });

  test("is of the playlist's tracks, in their order", () => {
    const heard = new Set<string>();
    let at: MusicAt | undefined;
    for (let turn = 0; turn < 12; turn++) {
      const given = nextStretch(["gust", "tide"], tracks, at, true, 25, 0);
      if (!given) throw new Error("there is always music");
      heard.add(given.track);
      at = { ...given, sentAt: 0, leadSeconds: 0 };
    }
    expect([...heard]).toEqual(["gust", "tide"]);
    expect(tide.samples).toBe(samples(120));
  });
});
