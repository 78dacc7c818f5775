import { Temporal } from "temporal-polyfill";
import { opens, zone } from "./business.ts";
import type { Luck } from "./luck.ts";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A day of the simulation: when it begins and ends, and when the business is open on it. */
export type Day = {
  readonly name: string;
  readonly from: number;
  readonly until: number;
  readonly open: { readonly from: number; readonly until: number } | undefined;
  readonly saturday: boolean;
};

/** So many days from a date on. */
export function daysFrom(date: string, count: number): readonly Day[] {
  const first = Temporal.PlainDate.from(date);
  return Array.from({ length: count }, (_, index) => dayOf(first.add({ days: index })));
}

function dayOf(date: Temporal.PlainDate): Day {
  const weekday = weekdays[date.dayOfWeek - 1] ?? "sun";
  const [hours] = opens[weekday] ?? [];
  return {
    name: `${weekday} ${date.toString()}`,
    from: instantOf(date, "00:00"),
    until: instantOf(date.add({ days: 1 }), "00:00"),
    open: hours ? { from: instantOf(date, hours[0]), until: instantOf(date, hours[1]) } : undefined,
    saturday: weekday === "sat",
  };
}

function instantOf(date: Temporal.PlainDate, time: string): number {
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}

/** Calls come in waves: late in the morning, and again in the afternoon. From 0 to 1, by how much of the day has passed. */
const wave = (part: number) => 0.55 + 0.25 * Math.sin(part * 4 * Math.PI - 0.8) + 0.2 * Math.sin(part * Math.PI);
/** This share of all calls comes while the business is closed. */
const whileClosed = 0.03;

/** When so many calls come, in order: mostly while the business is open, a Saturday being short. */
export function arrivals(days: readonly Day[], calls: number, luck: Luck): readonly number[] {
  const open = days.flatMap((day) => (day.open ? [day.open] : []));
  const hours = open.reduce((sum, { from, until }) => sum + until - from, 0);
  const anyTime = () => {
    const { from, until } = days[luck.whole(0, days.length - 1)] ?? { from: 0, until: 0 };
    return luck.between(from, until);
  };
  const inHours = (): number => {
    let left = luck.between(0, hours);
    const day = open.find(({ from, until }) => (left -= until - from) < 0) ?? open[0];
    if (!day) return anyTime();
    const part = luck.fraction();
    return luck.fraction() < wave(part) ? day.from + part * (day.until - day.from) : inHours();
  };
  return Array.from({ length: calls }, () => (luck.chance(whileClosed) ? anyTime() : inHours())).toSorted(
    (a, b) => a - b,
  );
}
