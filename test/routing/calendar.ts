import { Temporal } from "temporal-polyfill";
import type { Hours } from "../../src/routing/routing.ts";

export const newYork = "America/New_York";

/** Hours with these intervals on every day of the week. */
export const everyDay = (...open: [string, string][]): Hours => ({
  weekly: { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open },
  holidays: [],
  exceptions: [],
});

/** "2026-11-16 09:00" by the clock in the zone, or an instant with its offset. */
export function at(when: string, zone = newYork): number {
  if (/Z|[+-]\d\d:\d\d$/.test(when)) return Temporal.Instant.from(when).epochMilliseconds;
  return Temporal.PlainDateTime.from(when.replace(" ", "T")).toZonedDateTime(zone).epochMilliseconds;
}

/** An instant in UTC, for a failure that can be read. */
export function shown(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(instant).toString();
}
