import { saidTime, type Saying } from "../../src/callback/said-time.ts";
import { at, newYork } from "../routing/calendar.ts";
import { modelRouting } from "../routing/model.ts";

const weekdays = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:00"]]]));
/** Support is open from nine to five on weekdays; reception always. */
export const routing = modelRouting({ "hours.every-day": { weekly: weekdays } });
/** A Monday, at two minutes past ten in the morning in New York. */
export const monday = at("2026-11-16 10:02:13");
export const english: Saying = { zone: newYork, language: "en", queue: "support" };
export const spanish: Saying = { ...english, language: "es" };

/** An instant as the clock in a zone shows it, without its year. */
export function shown(instant: number | undefined, zone = newYork): string | undefined {
  if (instant === undefined) return undefined;
  const format = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return format.format(instant).slice(5);
}

/** The time that is understood, by the clock of whoever said it. */
export function said(words: string, saying = english, now = monday): string | undefined {
  return shown(saidTime(words, saying, routing, now), saying.zone);
}
