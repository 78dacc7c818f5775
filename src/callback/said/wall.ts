import type { Temporal } from "temporal-polyfill";
import type { Instant } from "../../routing/routing.ts";

/**
 * The instants at which the clock on the wall shows a time, in minutes after the midnight that begins a date: both of them in a
 * night that has it twice; in one that skips it the moment of the jump.
 */
export function wallInstants(date: Temporal.PlainDate, minutes: number, zone: string): readonly Instant[] {
  const wall = date.toPlainDateTime().add({ minutes });
  const first = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const last = wall.toZonedDateTime(zone, { disambiguation: "later" });
  if (!first.toPlainDateTime().equals(wall)) {
    const jump = first.getTimeZoneTransition("next") ?? last;
    return [jump.epochMilliseconds];
  }
  return first.equals(last) ? [first.epochMilliseconds] : [first.epochMilliseconds, last.epochMilliseconds];
}
