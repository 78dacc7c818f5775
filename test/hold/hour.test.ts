import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextProgramme, unheard } from "../../src/hold/programme.ts";
import { samples } from "./tracks.ts";
import { noon, queueOf, routing, waitAt } from "./waiting.ts";
import { counted, everyHour, hour, music, pairs, speech, caller, documents, type Played } from "./hour.ts";

describe("in an hour of waiting, whatever happens to the line and whatever keys are pressed,", () => {
  test("no stretch of the budget's length has more speech than the budget", () => {
    everyHour((played, { queue }) => {
      const { within, seconds } = queueOf(queue).speech;
      const spoken = played.filter(counted);
      const starts = spoken.flatMap(({ at, until }) => [at, until - within]);
      const most = starts.map((from) =>
        spoken.reduce(
          (sum, { at, until }) => sum + Math.max(Math.min(until, from + within) - Math.max(at, from), 0),
          0,
        ),
      );
      expect(Math.max(0, ...most)).toBeLessThanOrEqual(seconds + 1e-6);
    });
  });

  test("no sentence is said twice running", () => {
    everyHour((played) => {
      const sentences = played.filter((one) => one.whole && speech(one)).map(({ text }) => text);
      expect(pairs(sentences, (before, after) => before === after)).not.toContain(true);
    });
  });

  test("there is music between two spoken things, unless a key was pressed, for longer and longer", () => {
    everyHour((played) => {
      const spoken = played.filter(speech);
      const tooSoon = pairs(spoken, (before, after) =>
        after.what !== "answer" &&
        after.document !== before.document &&
        after.at - before.until < Math.min(49 + before.until / 5, 239) - 30
          ? [before, after]
          : undefined,
      );
      expect(tooSoon.filter((one) => one !== undefined)).toEqual([]);
    });
  });

  test("no larger place is said without its cause, and none is said twice", () => {
    everyHour((played) => {
      const places = played.flatMap(({ text, whole }) => {
        const place = /You are next/.test(text)
          ? 1
          : Number(/You are (?:now )?number (\d)/.exec(text)?.[1] ?? Number.NaN);
        return Number.isNaN(place) || !whole
          ? []
          : [{ place, caused: text.includes("Someone who was cut off is back in line") }];
      });
      const unsaid = pairs(places, (before, after) => after.place < before.place || after.caused);
      expect(unsaid).not.toContain(false);
    });
  });

  test("it is said once that the business has closed", () => {
    everyHour((played) => {
      expect(played.filter(({ what, whole }) => whole && what === "closing").length).toBeLessThanOrEqual(1);
    });
  });

  test("the music is heard on from where it stopped, to the sample", () => {
    everyHour((played) => {
      const stretches = played.filter(music);
      const jumps = pairs(stretches, (before, after) => {
        const heardTo = before.from + samples(before.until - before.at);
        return Math.abs((after.from - heardTo) % samples(120));
      });
      // A key's moment is known to the millisecond, which is eight samples.
      expect(Math.max(0, ...jumps)).toBeLessThanOrEqual(16);
    });
  });

  test("only those may hear an announcement who wait to buy, and none hears one twice before all", () => {
    everyHour((played, { queue, segment }) => {
      const announced = played.flatMap(({ what }) => (what.startsWith("announcement") ? [what.slice(13)] : []));
      const worth =
        queue === "support"
          ? []
          : segment
            ? ["quiet-kettle", "pouring-kettle", "trade-in"]
            : ["pouring-kettle", "trade-in"];
      expect(worth).toEqual(expect.arrayContaining(announced));
      const first = announced.slice(0, worth.length);
      expect(new Set(first).size).toBe(first.length);
    });
  });

  test("an ident opens each announcement, a bed leads from it to the music, and there is neither anywhere else", () => {
    let beds = 0;
    const announces = (one: Played | undefined) => one?.what.startsWith("announcement") === true;
    const amiss = (sound: Played, before: Played | undefined, after: Played | undefined) =>
      sound.text === "chime"
        ? before?.document === sound.document || (sound.whole && !announces(after))
        : !announces(before) || (sound.whole && after !== undefined && !music(after) && after.what !== "answer");
    everyHour((played, { queue }) => {
      const sounds = played.flatMap((sound, at) => (sound.what === "interlude" ? [at] : []));
      expect(queue === "support" ? sounds : []).toEqual([]);
      expect(sounds.filter((at) => amiss(played[at] as Played, played[at - 1], played[at + 1]))).toEqual([]);
      expect(played.filter((one, at) => announces(one) && played[at - 1]?.text !== "chime")).toEqual([]);
      beds += sounds.filter((at) => played[at]?.text.startsWith("bed")).length;
    });
    expect(beds).toBeGreaterThan(50);
  });

  test("what is kept of it stays small", () => {
    fc.assert(
      fc.property(caller, documents, (who, events) => {
        const { heards } = hour(who, events);
        expect(Math.max(...heards.map(({ spoken }) => spoken.length))).toBeLessThan(12);
      }),
      { seed: 9, numRuns: 40 },
    );
  });
});

test("in a quiet wait nothing is said after the opening, for an hour", () => {
  let heard = unheard(true);
  let now = 0;
  const spoken: string[] = [];
  while (now < 3_600) {
    const next = nextProgramme(
      heard,
      waitAt(now, { standing: { place: Math.max(1, 40 - now / 100), expectedWait: "unknown" }, closed: now > 600 }),
      queueOf("support"),
      routing,
    );
    spoken.push(...next.pieces.flatMap((piece) => (piece.kind === "music" ? [] : [`${piece.kind} at ${String(now)}`])));
    ({ heard } = next);
    now = ((heard.music?.sentAt ?? noon) - noon) / 1_000 + 121;
  }
  expect(new Set(spoken)).toEqual(new Set(["speech at 0"]));
});
