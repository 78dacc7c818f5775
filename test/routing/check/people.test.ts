import { describe } from "vitest";
import { eachFault } from "../model.ts";

describe("numbers, reps and announcements", () => {
  eachFault([
    ["a line twice", { "lines[1].number": "+12125550100" }, "lines[1].number", /already line 1/],
    [
      "a caller id that is no line",
      { "business.callerId": "+12125550109" },
      "business.callerId",
      /use "\+12125550100" or "\+12125550101"/,
    ],
    ["a telephone for two reps", { "reps.ben.address": "+12125550201" }, "reps.ben.address", /already rings "ana"/],
    ["a rep whose telephone is a line", { "reps.ben.address": "+12125550101" }, "reps.ben.address", /one of the lines/],
    [
      "an announcement that ends before it begins",
      { "announcements.trade-in.from": "2027-02-01" },
      "announcements.trade-in.until",
      /2027-01-31, is before the first, 2027-02-01/,
    ],
    [
      "details without a translation",
      { "prompts.es.quiet-kettle-details": undefined },
      "prompts.es.quiet-kettle-details",
      /has no words in "es" yet/,
    ],
    [
      "a number that is none",
      { "reps.ben.address": "555-0100" },
      "reps.ben.address",
      /^a rep's address is .*; it says "555-0100"$/,
    ],
  ]);
});

describe("hours", () => {
  const monday = "hours.every-day.weekly.mon";
  eachFault([
    [
      "an interval over midnight",
      { [monday]: [["20:00", "02:00"]] },
      `${monday}[0]`,
      /never runs over midnight: end it at "24:00" and begin the next day at "00:00"/,
    ],
    ["an empty interval", { [monday]: [["09:00", "09:00"]] }, `${monday}[0]`, /ends after it begins/],
    [
      "intervals that overlap",
      {
        [monday]: [
          ["09:00", "13:00"],
          ["12:00", "17:00"],
        ],
      },
      `${monday}[1]`,
      /overlaps interval 1/,
    ],
    [
      "an exception's interval",
      { "hours.every-day.exceptions[0].open": [["24:00", "24:00"]] },
      "hours.every-day.exceptions[0].open[0]",
      /ends after it begins/,
    ],
    [
      "hours that never open",
      { "hours.every-day.weekly": { mon: [] }, "hours.every-day.exceptions": [] },
      "hours.every-day",
      /never open/,
    ],
    [
      "a holiday twice",
      { "hours.every-day.holidays[1].date": "2026-11-26" },
      "hours.every-day.holidays[1].date",
      /2026-11-26 stands here twice/,
    ],
    [
      "an exception twice",
      { "hours.every-day.exceptions[1].date": "2026-12-24" },
      "hours.every-day.exceptions[1].date",
      /stands here twice/,
    ],
    [
      "a customer's daytime",
      { "business.outbound.daytime": ["20:00", "09:00"] },
      "business.outbound.daytime",
      /ends after it begins/,
    ],
    ["a rep's hours", { "reps.ben.hours": "every-dya" }, "reps.ben.hours", /no set of hours "every-dya".*"every-day"/],
    ["a weekday's name", { "hours.every-day.weekly.tues": [] }, "hours.every-day.weekly.tues", /did you mean "tue"/],
    [
      "a time of day",
      { [monday]: [["9:00", "17:00"]] },
      `${monday}[0][0]`,
      /^a time of day is written HH:MM.*; it says "9:00"$/,
    ],
  ]);
});
