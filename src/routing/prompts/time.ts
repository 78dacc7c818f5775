import { Temporal } from "temporal-polyfill";
import type { Instant } from "../routing.ts";

/** When something is, as seen from now: `days` counts midnights between the two, below zero for the past. */
type When = {
  readonly at: Temporal.ZonedDateTime;
  readonly days: number;
  readonly weekday: string;
  readonly month: string;
};
/** `by`: as a time that is not passed, "by 3 PM"; `written`: for the eye, "2:30" and not "2 30". */
export type TimeForm = { readonly by?: boolean; readonly written?: boolean };
type Speaker = (when: When, form: TimeForm) => string;

const speakers: Readonly<Record<string, Speaker>> = { en: inEnglish, es: inSpanish };

/**
 * A time as the ear wants it, in the zone: "at 2 30 PM", "tomorrow at 9 AM", "on Monday, November 30, at 9 AM". It
 * completes a sentence such as "We open …", or with `by` "We will call you …". In languages other than English and Spanish
 * it is the date and time as written there.
 */
export function spokenTime(at: Instant, zone: string, locale: string, now: Instant, form: TimeForm = {}): string {
  const speaker = speakers[locale.split("-")[0] ?? ""];
  const then = zoned(at, zone);
  if (!speaker)
    return then.toLocaleString(locale, {
      weekday: "long",
      month: "long",
      day: "numeric",
      hour: "numeric",
      minute: "2-digit",
    });
  const days = zoned(now, zone).toPlainDate().until(then.toPlainDate()).days;
  const part = (options: { weekday?: "long"; month?: "long" }) => then.toLocaleString(locale, options);
  return speaker({ at: then, days, weekday: part({ weekday: "long" }), month: part({ month: "long" }) }, form);
}

function zoned(instant: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

function inEnglish({ at, days, weekday, month }: When, { by = false, written = false }: TimeForm): string {
  const spoken = at.minute === 0 ? "" : at.minute < 10 ? ` oh ${at.minute}` : ` ${at.minute}`;
  const minutes = written && at.minute > 0 ? `:${twoDigits(at.minute)}` : spoken;
  const noon = at.hour === 12 && at.minute === 0;
  const hour = noon ? "noon" : `${at.hour % 12 || 12}${minutes} ${at.hour < 12 ? "AM" : "PM"}`;
  const [on, clock] = [by ? "by" : "on", `at ${hour}`];
  if (days === 0) return by ? `by ${hour}` : clock;
  if (days === 1) return by ? `by tomorrow ${clock}` : `tomorrow ${clock}`;
  if (days === -1) return by ? `by yesterday ${clock}` : `yesterday ${clock}`;
  if (days > 1 && days < 7) return `${on} ${weekday} ${clock}`;
  return `${on} ${weekday}, ${month} ${at.day}, ${clock}`;
}

function inSpanish(when: When, { by = false, written = false }: TimeForm): string {
  return by ? `a más tardar ${atInSpanish(when, written)}` : atInSpanish(when, written);
}

function atInSpanish({ at, days, weekday, month }: When, written: boolean): string {
  const hour = at.hour % 12 || 12;
  const spoken = at.minute === 0 ? "" : ` y ${at.minute === 1 ? "un minuto" : at.minute}`;
  const clock = written
    ? `a ${hour === 1 ? "la" : "las"} ${hour}${at.minute === 0 ? "" : `:${twoDigits(at.minute)}`} ${partOfDay(at.hour)}`
    : `a ${hour === 1 ? "la una" : `las ${hour}`}${spoken} ${partOfDay(at.hour)}`;
  if (days === 0) return clock;
  if (days === 1) return `mañana ${clock}`;
  if (days === -1) return `ayer ${clock}`;
  if (days > 1 && days < 7) return `el ${weekday} ${clock}`;
  return `el ${weekday} ${at.day === 1 ? "primero" : at.day} de ${month}, ${clock}`;
}

function twoDigits(minute: number): string {
  return String(minute).padStart(2, "0");
}

function partOfDay(hour: number): string {
  if (hour < 6) return "de la madrugada";
  if (hour < 12) return "de la mañana";
  if (hour === 12) return "del mediodía";
  return hour < 20 ? "de la tarde" : "de la noche";
}
