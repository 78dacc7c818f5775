import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { spokenNumber, spokenSeconds, spokenTime } from "../../src/routing/prompts.ts";

describe("a phone number, as it is spoken", () => {
  test.each([
    ["+15551234567", "en", "5 5 5, 1 2 3, 4 5 6 7"],
    ["+15551234567", "es", "5 5 5, 1 2 3, 4 5 6 7"],
    ["+442071838750", "en", "plus 4 4 2, 0 7 1, 8 3 8, 7 5 0"],
    ["+34912345678", "es", "más 3 4 9, 1 2 3, 4 5 6, 7 8"],
    ["+4915112345", "en", "plus 4 9 1, 5 1 1, 2 3 4 5"],
    ["72855", "en", "7 2 8, 5 5"],
    ["+1555", "en", "plus 1 5 5 5"],
    ["client:ana7", "en", "client:ana7"],
    ["anonymous", "en", "anonymous"],
    ["", "en", ""],
  ])("%s in %s is %j", (number, language, spoken) => {
    expect(spokenNumber(number, language)).toBe(spoken);
  });

  test("a number that ends one digit after a group of three takes it along", () => {
    expect(spokenNumber("+3361234567", "en")).toBe("plus 3 3 6, 1 2 3, 4 5 6 7");
  });
});

describe("a time, as it is spoken on Sunday, November 22, at 10 in the morning", () => {
  const zone = "America/New_York";
  const instant = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
  test.each([
    ["2026-11-22T14:30", "at 2 30 PM", "a las 2 y 30 de la tarde"],
    ["2026-11-22T12:00", "at noon", "a las 12 del mediodía"],
    ["2026-11-22T13:00", "at 1 PM", "a la una de la tarde"],
    ["2026-11-22T21:05", "at 9 oh 5 PM", "a las 9 y 5 de la noche"],
    ["2026-11-23T09:00", "tomorrow at 9 AM", "mañana a las 9 de la mañana"],
    ["2026-11-23T00:00", "tomorrow at 12 AM", "mañana a las 12 de la madrugada"],
    ["2026-11-24T09:00", "on Tuesday at 9 AM", "el martes a las 9 de la mañana"],
    ["2026-11-28T09:00", "on Saturday at 9 AM", "el sábado a las 9 de la mañana"],
    ["2026-11-29T09:00", "on Sunday, November 29, at 9 AM", "el domingo 29 de noviembre, a las 9 de la mañana"],
    ["2026-11-30T09:00", "on Monday, November 30, at 9 AM", "el lunes 30 de noviembre, a las 9 de la mañana"],
    ["2026-12-01T09:00", "on Tuesday, December 1, at 9 AM", "el martes primero de diciembre, a las 9 de la mañana"],
    ["2026-11-21T15:00", "yesterday at 3 PM", "ayer a las 3 de la tarde"],
    ["2026-11-20T15:00", "on Friday, November 20, at 3 PM", "el viernes 20 de noviembre, a las 3 de la tarde"],
  ])("%s is %j and %j", (local, english, spanish) => {
    const now = instant("2026-11-22T10:00");
    expect(spokenTime(instant(local), zone, "en-US", now)).toBe(english);
    expect(spokenTime(instant(local), zone, "es-US", now)).toBe(spanish);
  });

  test.each([
    ["2026-11-22T14:30", "by 2 30 PM", "a más tardar a las 2 y 30 de la tarde"],
    ["2026-11-22T12:00", "by noon", "a más tardar a las 12 del mediodía"],
    ["2026-11-23T09:00", "by tomorrow at 9 AM", "a más tardar mañana a las 9 de la mañana"],
    ["2026-11-24T09:00", "by Tuesday at 9 AM", "a más tardar el martes a las 9 de la mañana"],
    [
      "2026-11-30T09:00",
      "by Monday, November 30, at 9 AM",
      "a más tardar el lunes 30 de noviembre, a las 9 de la mañana",
    ],
  ])("a time that is not passed, %s, is %j and %j", (local, english, spanish) => {
    const now = instant("2026-11-22T10:00");
    expect(spokenTime(instant(local), zone, "en-US", now, { by: true })).toBe(english);
    expect(spokenTime(instant(local), zone, "es-US", now, { by: true })).toBe(spanish);
  });

  test.each([
    ["2026-11-22T14:30", "at 2:30 PM", "a las 2:30 de la tarde"],
    ["2026-11-22T13:05", "at 1:05 PM", "a la 1:05 de la tarde"],
    ["2026-11-23T09:00", "tomorrow at 9 AM", "mañana a las 9 de la mañana"],
  ])("written, %s is %j and %j", (local, english, spanish) => {
    const now = instant("2026-11-22T10:00");
    expect(spokenTime(instant(local), zone, "en-US", now, { written: true })).toBe(english);
    expect(spokenTime(instant(local), zone, "es-US", now, { written: true })).toBe(spanish);
  });

  test("tomorrow is the business's tomorrow, not the server's", () => {
    const now = Temporal.Instant.from("2026-11-23T03:00:00Z").epochMilliseconds;
    expect(spokenTime(now + 3_600_000, "America/New_York", "en-US", now)).toBe("at 11 PM");
    expect(spokenTime(now + 3 * 3_600_000, "America/New_York", "en-US", now)).toBe("tomorrow at 1 AM");
  });

  test("another language says the date and the time as they are written there", () => {
    expect(spokenTime(instant("2026-11-23T09:00"), zone, "fr-FR", instant("2026-11-22T10:00"))).toMatch(
      /lundi 23 novembre.*9:00/,
    );
  });
});

describe("how long a sentence takes", () => {
  test.each([
    ["", 0],
    ["One moment, please.", 1.5],
    ["You are number 3 in line. Someone will be with you.", 5],
    ["Call 5 5 5, 1 2 3.", 3.1],
    ["Since 2026.", 2.3],
    ["¿Adónde? Un momento, por favor.", 2.6],
  ])("%j takes %d seconds", (text, seconds) => {
    expect(spokenSeconds({ text })).toBeCloseTo(seconds, 10);
    expect(spokenSeconds({ text })).toBeCloseTo(seconds, 10);
  });
});
