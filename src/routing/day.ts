import { Temporal } from "temporal-polyfill";
import type { Hours, Instant } from "./routing.ts";

/** An opening within one day: open from `from` up to, not including, `until`. */
type Span = { readonly from: Instant; readonly until: Instant };
/** One date in one zone, as instants. `open` is in order, and what adjoins or overlaps is one span. */
export type Day = Span & { readonly date: string; readonly open: readonly Span[] };
/** The days of one set of hours in one zone, each worked out once. */
export type Calendar = { dayOf(now: Instant): Day; dayAfter(day: Day): Day };
type Intervals = Hours["exceptions"][number]["open"];

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const daysKept = 1_000;
const calendars = new WeakMap<Hours, Map<string, Calendar>>();

/** The calendar of these hours in this zone. The hours object is the memory's key: it must not change. */
export function calendarOf(hours: Hours, zone: string): Calendar {
  let ofHours = calendars.get(hours);
  if (!ofHours) calendars.set(hours, (ofHours = new Map()));
  let calendar = ofHours.get(zone);
  if (!calendar) ofHours.set(zone, (calendar = newCalendar(hours, zone)));
  return calendar;
}

function newCalendar(hours: Hours, zone: string): Calendar {
  const on = intervalsOn(hours);
  const days = new Map<string, Day>();
  let latest: readonly Day[] = [];

  function day(date: Temporal.PlainDate): Day {
    const key = date.toString();
    const known = days.get(key);
    if (known) return known;
    if (days.size >= daysKept) days.clear();
    const from = instantOf(date, "00:00", zone);
    const until = instantOf(date, "24:00", zone);
    const open = on(date).map(([start, end]) => ({
      from: instantOf(date, start, zone),
      until: instantOf(date, end, zone),
    }));
    const made: Day = { date: key, from, until, open: joined(open) };
    days.set(key, made);
    return made;
  }

  return {
    dayOf(now) {
      // Calls come in the order of time: nearly every look-up is for the day of the one before, or the day before that.
      const same = latest.find(({ from, until }) => now >= from && now < until);
      if (same) return same;
      const found = day(Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate());
      latest = [found, ...latest.slice(0, 1)];
      return found;
    },
    dayAfter: ({ date }) => day(Temporal.PlainDate.from(date).add({ days: 1 })),
  };
}

/** The intervals of a date: an exception beats a holiday, a holiday beats the week. */
export function intervalsOn(hours: Hours): (date: Temporal.PlainDate) => Intervals {
  const exceptions = new Map(hours.exceptions.map(({ date, open }) => [date, open]));
  const holidays = new Set(hours.holidays.map(({ date }) => date));
  return (date) => {
    const key = date.toString();
    const weekday = weekdays[date.dayOfWeek - 1];
    return exceptions.get(key) ?? (holidays.has(key) || !weekday ? [] : (hours.weekly[weekday] ?? []));
  };
}

/**
 * The first moment of a date at which the clock on the wall shows `time` or later: in a night that skips it the moment
 * of the jump, in a night that has it twice the first. So no two times of a day ever change their order.
 */
export function instantOf(date: Temporal.PlainDate, time: string, zone: string): Instant {
  const next = time === "24:00";
  const plainTime = Temporal.PlainTime.from(next ? "00:00" : time);
  const found = (next ? date.add({ days: 1 }) : date).toZonedDateTime({ timeZone: zone, plainTime });
  if (found.toPlainTime().equals(plainTime)) return found.epochMilliseconds;
  // The transition before a moment is never the moment itself, which is the jump where `time` is the first that is skipped.
  return (found.add({ nanoseconds: 1 }).getTimeZoneTransition("previous") ?? found).epochMilliseconds;
}

/** The instant at which the clock there first shows a time (`HH:MM`, also 24:00) of a date (`YYYY-MM-DD`), or a later one. */
export function instantAt(zone: string, date: string, time: string): Instant {
  return instantOf(Temporal.PlainDate.from(date), time, zone);
}

/** The spans in order, with empty ones gone and neighbours made one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const before = result.at(-1);
    if (span.until <= span.from) continue;
    if (!before || span.from > before.until) result.push(span);
    else result[result.length - 1] = { from: before.from, until: Math.max(before.until, span.until) };
  }
  return result;
}
