import { daytime, opens, zone } from "./business.ts";

/** The day of the week and the time of day, as clocks in a zone show them: `mon`, `09:30`. */
export function clockIn(where: string, at: number): { readonly day: string; readonly time: string } {
  const parts = formatOf(where).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return { day: part("weekday").toLowerCase(), time: `${part("hour")}:${part("minute")}` };
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const options = { timeZone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const made = new Intl.DateTimeFormat("en-US", options);
  formats.set(timeZone, made);
  return made;
}

/** Whether a customer who lives in that zone may be rung: the business is open, and it is daytime there. */
export function mayBeRung(where: string, at: number): boolean {
  const ours = clockIn(zone, at);
  const theirs = clockIn(where, at).time;
  const open = (opens[ours.day] ?? []).some(([from, until]) => ours.time >= from && ours.time < until);
  return open && theirs >= daytime[0] && theirs < daytime[1];
}
