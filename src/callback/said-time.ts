import { Temporal } from "temporal-polyfill";
import { isOpen } from "../routing/hours.ts";
import type { Instant, LanguageCode, QueueId, Routing } from "../routing/routing.ts";
import { english } from "./said/english.ts";
import { plain, type Words } from "./said/plain.ts";
import { readSaid, type PartOfDay, type Said, type SaidClock, type SaidDay } from "./said/read.ts";
import { spanish } from "./said/spanish.ts";
import { wallInstants } from "./said/wall.ts";

/** For whom a time is said: by which clock, in which language, and for which queue, whose hours tell morning from night. */
export type Saying = { readonly zone: string; readonly language: LanguageCode; readonly queue: QueueId };

const minute = 60_000;
/** No time further ahead than this is understood. */
const mostDays = 14;
const languages: Readonly<Record<string, Words>> = { en: english, es: spanish };
/** Where no time of day was said, or none that is open: these hours, the end of each not included. */
const hoursOf: Readonly<Record<PartOfDay | "day", readonly [number, number]>> = {
  morning: [8, 12],
  afternoon: [13, 18],
  evening: [18, 21],
  night: [18, 21],
  day: [8, 20],
};

/**
 * The instant that somebody means: "in two hours", "tomorrow at ten", "a las tres y media". An hour that may be of the morning or
 * the evening, and a time without a day, is the next one at which the queue is open. undefined: it is no time, it is past, or
 * more than 14 days ahead.
 */
export function saidTime(words: string, saying: Saying, routing: Routing, now: Instant): Instant | undefined {
  const own = languages[saying.language] ?? english;
  const tables = [own, ...Object.values(languages).filter((other) => other !== own)];
  for (const table of tables) {
    const said = readSaid(plain(words, table));
    if (said) return instantOf(said, saying, routing, now);
  }
  return undefined;
}

/** The same from keys: one or two digits are minutes from now, three or four a time by the clock: `330`, `0330`, `1530`. */
export function keyedTime(keys: string, saying: Saying, routing: Routing, now: Instant): Instant | undefined {
  const [, hour, rest] = /^(\d{1,2}?)(\d\d)$/.exec(keys) ?? [];
  if (/^\d{1,2}$/.test(keys)) return instantOf({ minutes: Number(keys) }, saying, routing, now);
  if (hour === undefined || Number(hour) > 24 || Number(rest) > 59) return undefined;
  return instantOf({ days: [], clock: { hour: Number(hour), minute: Number(rest) } }, saying, routing, now);
}

function instantOf(said: Said, { zone, queue }: Saying, routing: Routing, now: Instant): Instant | undefined {
  const within = (at: Instant) => at > now && at <= now + mostDays * 86_400_000;
  if ("minutes" in said) {
    if (said.minutes < 1) return undefined;
    const at = Math.ceil((now + said.minutes * minute) / minute) * minute;
    return within(at) ? at : undefined;
  }
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const times = said.clock ? hoursMeant(said.clock, said.part) : everyHour(said.part);
  const meant = datesMeant(said.days, today)
    .flatMap((date) => times.flatMap((time) => wallInstants(date, time, zone)))
    .filter(within)
    .toSorted((a, b) => a - b);
  const id = routing.queues[queue]?.hours;
  const hours = id === undefined ? undefined : routing.hours[id];
  const [from, until] = hoursOf.day;
  const isDay = (at: Instant) => {
    const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    return hour >= from && hour < until;
  };
  const open = meant.filter((at) => isOpen(hours, routing.business.zone, at));
  return open.find(isDay) ?? open[0] ?? meant.find(isDay) ?? meant[0];
}

/** Minutes after midnight; those from 24:00 on are of the next day. */
function hoursMeant({ hour, minute: past, half }: SaidClock, part: PartOfDay | undefined): readonly number[] {
  const of = (hours: readonly number[]) => hours.map((one) => one * 60 + past);
  if (hour > 12 || hour === 0) return of([hour]);
  if (half !== undefined) return of([(hour % 12) + (half === "pm" ? 12 : 0)]);
  const morning = hour % 12;
  switch (part) {
    case undefined:
      return of([morning, morning + 12]);
    case "morning":
      return of([morning]);
    case "afternoon":
    case "evening":
      return of([morning + 12]);
    case "night":
      return of([morning < 5 ? morning + 24 : morning + 12]);
    default:
      return part satisfies never;
  }
}

function everyHour(part: PartOfDay | undefined): readonly number[] {
  const [from, until] = hoursOf[part ?? "day"];
  return Array.from({ length: until - from }, (_, index) => (from + index) * 60);
}

/** The days that may be meant: the first one that all of what was said fits; a weekday alone is not today. */
function datesMeant(days: readonly SaidDay[], today: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const ahead = Array.from({ length: mostDays + 1 }, (_, offset) => ({ offset, date: today.add({ days: offset }) }));
  if (days.length === 0) return ahead.slice(0, 8).map(({ date }) => date);
  const fitting = ahead.filter(({ offset, date }) =>
    days.every((day) => {
      if ("offset" in day) return offset === day.offset;
      if ("weekday" in day) return date.dayOfWeek === day.weekday && (offset > 0 || days.length > 1);
      return date.day === day.day && (day.month === undefined || date.month === day.month);
    }),
  );
  return fitting.slice(0, 1).map(({ date }) => date);
}
