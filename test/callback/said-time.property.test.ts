import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyedTime, saidTime } from "../../src/callback/said-time.ts";
import { at, newYork } from "../routing/calendar.ts";
import { routing } from "./saying.ts";

describe("whatever is said or keyed,", () => {
  const word = fc.constantFrom(
    ..."at in two half quarter past to hours minutes tomorrow monday morning night a las tres y media menos mañana el lunes noon am pm 3 30 12:45 24 november 20 th the and of oclock 1530 99 en dentro de hora not".split(
      " ",
    ),
  );
  const speech = fc.oneof(
    fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
    fc.string({ maxLength: 40 }),
  );
  const zone = fc.constantFrom(
    newYork,
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "America/St_Johns",
    "Africa/Casablanca",
  );
  const now = fc.integer({ min: at("2026-01-01 00:00"), max: at("2028-01-01 00:00") });
  const fortnight = 14 * 86_400_000;

  test("a time is to come, and no more than a fortnight ahead", () => {
    fc.assert(
      fc.property(
        speech,
        fc.constantFrom("en", "es"),
        fc.constantFrom("support", "reception", "gone"),
        zone,
        now,
        (words, language, queue, zoneOf, instant) => {
          const saying = { zone: zoneOf, language, queue };
          for (const time of [saidTime(words, saying, routing, instant), keyedTime(words, saying, routing, instant)])
            expect(time === undefined || (time > instant && time <= instant + fortnight)).toBe(true);
        },
      ),
      { numRuns: 500, seed: 4 },
    );
  });

  test("four keys that are a time by the clock are always one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        zone,
        now,
        (hour, minutes, zoneOf, instant) => {
          const keys = [hour, minutes].map((part) => String(part).padStart(2, "0")).join("");
          expect(keyedTime(keys, { zone: zoneOf, language: "en", queue: "support" }, routing, instant)).toBeTypeOf(
            "number",
          );
        },
      ),
      { numRuns: 200, seed: 4 },
    );
  });
});
