import { Temporal } from "temporal-polyfill";
import { instantOf, intervalsOn } from "./day.ts";
import type { Hours, Instant } from "./routing.ts";

/** A night in which the clocks of a zone change. */
export type ClockChange = {
  readonly at: Instant;
  /** YYYY-MM-DD there. */
  readonly date: string;
  /** Minutes by which the clocks go forward; below zero: back. */
  readonly forward: number;
  /** What the clock on the wall shows just before it changes, rounded up to the minute, and what just after: "02:00", "03:00". */
  readonly from: string;
  readonly to: string;
  /** The openings of that date that last longer or shorter than they do on other days, by so many minutes. */
  readonly touches: readonly { readonly open: readonly [string, string]; readonly longer: number }[];
};

const within = { hours: 400 * 24 };

/** The next two changes of the clocks in a zone, and which openings they touch: the two nights of a year. None in a zone that has none within 400 days. */
export function clockChanges(hours: Hours, zone: string, now: Instant): readonly ClockChange[] {
  const on = intervalsOn(hours);
  const begins = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const changes: ClockChange[] = [];
  let next = begins.getTimeZoneTransition("next");
  for (; next && changes.length < 2; next = next.getTimeZoneTransition("next")) {
    if (Temporal.ZonedDateTime.compare(next, begins.add(within)) > 0) break;
    const forward = Math.round((next.offsetNanoseconds - next.subtract({ nanoseconds: 1 }).offsetNanoseconds) / 60e9);
    // A zone may be renamed, or change what it calls its time, without any clock being touched.
    if (forward === 0) continue;
    const date = next.toPlainDate();
    changes.push({
      at: next.epochMilliseconds,
      date: date.toString(),
      forward,
      from: shown(next.toPlainTime().subtract({ minutes: forward })),
      to: shown(next.toPlainTime()),
      touches: on(date).flatMap(([from, until]) => {
        const lasts = (instantOf(date, until, zone) - instantOf(date, from, zone)) / 60_000;
        const longer = lasts - (minutesOf(until) - minutesOf(from));
        return longer === 0 ? [] : [{ open: [from, until] as const, longer }];
      }),
    });
  }
  return changes;
}

function shown(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: "minute" });
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
