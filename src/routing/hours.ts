import { calendarOf } from "./day.ts";
import type { Hours, Instant } from "./routing.ts";

/*
 * Opening hours as the clock on the wall in the business's zone shows them. An opening begins at its first moment and
 * ends just before its last: "09:00" to "17:00" is open at 16:59:59.999 and closed at 17:00:00.000.
 */

const day24 = 86_400_000;
const anyDay: Hours = { weekly: {}, holidays: [], exceptions: [] };
const closesWithin = 14 * day24;
const opensWithin = 400 * day24;

/** The date on the calendar there, YYYY-MM-DD. */
export function localDate(zone: string, now: Instant): string {
  return calendarOf(anyDay, zone).dayOf(now).date;
}

/** The day on the calendar there, `days` after that of `now`: from its first moment up to, not including, the next one's. */
export function localDay(zone: string, now: Instant, days = 0): { readonly from: Instant; readonly until: Instant } {
  const calendar = calendarOf(anyDay, zone);
  let day = calendar.dayOf(now);
  for (let after = 0; after < days; after++) day = calendar.dayAfter(day);
  return day;
}

/** Whether it is open at `now`. Without hours it is always open. */
export function isOpen(hours: Hours | undefined, zone: string, now: Instant): boolean {
  if (!hours) return true;
  for (const { from, until } of calendarOf(hours, zone).dayOf(now).open) if (now >= from && now < until) return true;
  return false;
}

/** The end of the opening that `now` is in, past however many midnights; undefined when closed, and when that is more than 14 days away. */
export function closesAt(hours: Hours | undefined, zone: string, now: Instant): Instant | undefined {
  if (!hours) return undefined;
  const calendar = calendarOf(hours, zone);
  let day = calendar.dayOf(now);
  let until = day.open.find((span) => now >= span.from && now < span.until)?.until;
  while (until !== undefined && until === day.until && until - now <= closesWithin) {
    day = calendar.dayAfter(day);
    // A date that the zone skipped altogether begins where it ends: the opening goes on after it, if it does.
    if (day.from === day.until) continue;
    const carriedOn = day.open[0]?.from === until ? day.open[0].until : undefined;
    if (carriedOn === undefined) break;
    until = carriedOn;
  }
  return until !== undefined && until - now <= closesWithin ? until : undefined;
}

/** The next moment after `now` at which it opens, having been closed; undefined without hours, and when there is none within 400 days. */
export function opensAt(hours: Hours | undefined, zone: string, now: Instant): Instant | undefined {
  if (!hours) return undefined;
  const calendar = calendarOf(hours, zone);
  let day = calendar.dayOf(now);
  // An opening that begins at midnight may only carry on the one of the day before.
  let openUntil = calendar.dayOf(day.from - 1).open.at(-1)?.until;
  while (day.from - now <= opensWithin) {
    for (const { from, until } of day.open) {
      if (from > now && from !== openUntil) return from - now <= opensWithin ? from : undefined;
      openUntil = until;
    }
    day = calendar.dayAfter(day);
  }
  return undefined;
}
