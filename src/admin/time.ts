import { useEffect, useState } from "react";

/** What the server told of its time: `at` as it was when the page's own clock showed `heard`, both in milliseconds; and how many times as fast it goes. */
type Told = { readonly at: number; readonly heard: number; readonly pace: number; readonly zone: string };

/** This browser's, until the server has told its own. */
const { timeZone: ownZone } = Intl.DateTimeFormat().resolvedOptions();
let told: Told = { at: Date.now(), heard: performance.now(), pace: 1, zone: ownZone };

/** Takes over what the server tells of its time: browsers' clocks differ from it, and a demo's may go faster than any. */
export function hearTime({
  at,
  pace,
  zone,
}: {
  readonly at: string;
  readonly pace: number;
  readonly zone: string;
}): void {
  told = { at: Date.parse(at), heard: performance.now(), pace, zone };
}

/** The server's time, in milliseconds since 1970. */
export const serverNow = (): number => told.at + (performance.now() - told.heard) * told.pace;

/** The zone of the business: times are told by its clock. */
export const businessZone = (): string => told.zone;

/** The server's time in whole steps, both in milliseconds; the page is drawn anew with each. */
export function useNow(step = 60_000): number {
  const read = () => Math.floor(serverNow() / step) * step;
  const [now, setNow] = useState(read);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(read()), Math.min(step, 1_000));
    return () => window.clearInterval(timer);
  }, [step]);
  return now;
}

/** A date as it is in the zone of the business, such as 2026-11-23. */
export const businessDate = (at: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: told.zone }).format(at);

const timed = { hour: "numeric", minute: "2-digit" } as const;
const dated = { year: "numeric", month: "short", day: "numeric", ...timed } as const;

/** An instant (ISO 8601) by the clock of the business: of today the time alone. Where this browser's clock is another, the zone stands with it. */
export function when(instant: string): string {
  const at = Date.parse(instant);
  const isToday = businessDate(at) === businessDate(serverNow());
  const zone = told.zone === ownZone ? {} : ({ timeZoneName: "short" } as const);
  const said = new Intl.DateTimeFormat(undefined, {
    ...(isToday ? timed : dated),
    ...zone,
    timeZone: told.zone,
  }).format(at);
  return isToday ? `today ${said}` : said;
}

/** The time alone of an instant (ISO 8601), by the clock of the business. */
export const timeAt = (instant: string): string =>
  new Date(instant).toLocaleTimeString(undefined, { ...timed, timeZone: told.zone });

/** What the clock of the business shows at an instant (in milliseconds), as fields for a time take it: 2026-11-23T10:00. */
export function wallTime(at: number): string {
  const time = new Intl.DateTimeFormat("en-GB", { ...timed, hour: "2-digit", hourCycle: "h23", timeZone: told.zone });
  return `${businessDate(at)}T${time.format(at)}`;
}
