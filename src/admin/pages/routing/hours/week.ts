import { minutesOf, painted, type Interval, type Span } from "./spans.ts";

/** The days of a week as the routing names them, Monday first. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];
/** A week of openings. A day that is not named is closed. */
export type Week = Readonly<Partial<Record<Weekday, readonly Interval[]>>>;

/** The days by their names, for a person. */
export const dayNames: Readonly<Record<Weekday, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

/** The day that follows, Monday after Sunday. */
export function dayAfter(day: Weekday): Weekday {
  return weekdays[(weekdays.indexOf(day) + 1) % weekdays.length] ?? day;
}

/** A week with the same stretch of some days opened or closed; a day that has nothing left is not named any more. */
export function paintedWeek(week: Week, days: readonly Weekday[], stretch: Span, open: boolean): Week {
  return days.reduce((all, day) => withDay(all, day, painted(all[day] ?? [], stretch, open)), week);
}

/** A week in which a day has these openings. */
export function withDay(week: Week, day: Weekday, intervals: readonly Interval[]): Week {
  const entries = weekdays.flatMap((each) => {
    const open = each === day ? intervals : week[each];
    return open === undefined || open.length === 0 ? [] : [[each, open] as const];
  });
  return Object.fromEntries(entries);
}

/**
 * An opening that runs past midnight as the two that the routing knows: until 24:00, and on the next day from 00:00. Undefined for
 * one that does not, that cannot be read, or that has no length.
 */
export function overMidnight([from, until]: Interval):
  { readonly tonight: Interval; readonly after?: Span } | undefined {
  const [begins, ends] = [minutesOf(from), minutesOf(until)];
  if (begins === undefined || ends === undefined || ends >= begins || begins === 1_440) return undefined;
  return { tonight: [from, "24:00"], ...(ends === 0 ? {} : { after: { from: 0, until: ends } }) };
}

/** A time as people type it ("8", "8:30", "8 pm", "17.30", "noon", "midnight") as the routing writes it; undefined of what is none. */
export function typedTime(typed: string, ends = false): string | undefined {
  const text = typed.trim().toLowerCase();
  if (text === "noon") return "12:00";
  if (text === "midnight") return ends ? "24:00" : "00:00";
  const [, hour = "", minute = "00", half] = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:([ap])\.?m?\.?)?$/.exec(text) ?? [];
  if (hour === "") return undefined;
  const hours = Number(hour);
  if (half !== undefined && (hours < 1 || hours > 12)) return undefined;
  const onClock = half === undefined ? hours : (hours % 12) + (half === "p" ? 12 : 0);
  const time = `${String(onClock).padStart(2, "0")}:${minute}`;
  if (minutesOf(time) === undefined) return undefined;
  return ends && time === "00:00" ? "24:00" : time;
}
